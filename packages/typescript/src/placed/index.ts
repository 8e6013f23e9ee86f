import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderAliases } from './aliases';
import { renderExtras } from './extras';
import { withClasses } from './classes';

/**
 * What a plan's own files ask for beyond the usual ones: the class that the file of a servicer or a mapper is named after, files
 * that name what lies elsewhere, and files that are no artifact of the model.
 */
export function renderPlaced(context: RenderContext, files: readonly RenderedFile[]): RenderedFile[] {
  return [...withClasses(context, files), ...renderAliases(context), ...renderExtras(context)];
}

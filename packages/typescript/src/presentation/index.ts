import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export function renderPresentation(_context: RenderContext): RenderedFile[] {
  return [];
}

import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export * from './names';

export function renderInfrastructure(_context: RenderContext): RenderedFile[] {
  return [];
}

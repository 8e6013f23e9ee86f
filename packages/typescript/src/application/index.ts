import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export function renderApplication(_context: RenderContext): RenderedFile[] {
  return [];
}

import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export function renderRepository(_context: RenderContext): RenderedFile[] {
  return [];
}

import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export function renderDomain(_context: RenderContext): RenderedFile[] {
  return [];
}

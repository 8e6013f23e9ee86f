import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/** Phase 6: tests of everything here. */
export function renderTests(_context: RenderContext): RenderedFile[] {
  return [];
}

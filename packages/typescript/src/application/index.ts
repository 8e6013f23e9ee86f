import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

export * from './names';
export * from './dependencies';
export { impliedProperties, type RequestSlot, requestSlots } from './requests';

export function renderApplication(_context: RenderContext): RenderedFile[] {
  return [];
}

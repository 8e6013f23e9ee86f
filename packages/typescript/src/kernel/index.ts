import type { ProjectOptions, RenderedFile } from '@planner/target';

/** The shared kernel of the workspace: source that its readers own, written once. */
export function renderKernel(_project: ProjectOptions): RenderedFile[] {
  return [];
}

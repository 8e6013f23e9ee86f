import { join } from 'node:path';

/** Root of this repository. */
export const REPOSITORY = join(__dirname, '..', '..', '..', '..');

/** The environment variable in which the setup tells the tests where their workspaces are. */
export const WORKSPACES_VARIABLE = 'PLANNER_E2E_WORKSPACES';

/**
 * The workspace of one of jest's workers, which run at the same time: 1, 2, …
 *
 * @param folder what the setup told
 */
export function workspaceOf(folder: string, worker: string): string {
  return join(folder, worker, 'acme');
}

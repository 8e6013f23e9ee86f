import { join } from 'node:path';

/** Root of this repository. */
export const REPOSITORY = join(__dirname, '..', '..', '..', '..');

/** The environment variable in which the setup tells the tests where their workspace is. */
export const WORKSPACE_VARIABLE = 'PLANNER_E2E_WORKSPACE';

import { rmSync } from 'node:fs';
import { WORKSPACES_VARIABLE } from './places';

/** Stops what the setup started and removes the workspaces; `KEEP_E2E_WORKSPACE=1` leaves them for a look. */
export default async function tearDown(): Promise<void> {
  for (const cleanUp of globalThis.plannerE2eCleanUp ?? []) await cleanUp();
  const folder = process.env[WORKSPACES_VARIABLE];
  if (folder === undefined) return;
  if (process.env['KEEP_E2E_WORKSPACE'] === '1') console.log(`The workspaces are still in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { WORKSPACE_VARIABLE } from './places';

/** Stops what the setup started and removes the workspace; `KEEP_E2E_WORKSPACE=1` leaves it for a look. */
export default async function tearDown(): Promise<void> {
  for (const cleanUp of globalThis.plannerE2eCleanUp ?? []) await cleanUp();
  const workspace = process.env[WORKSPACE_VARIABLE];
  if (workspace === undefined) return;
  if (process.env['KEEP_E2E_WORKSPACE'] === '1') console.log(`The workspace is still in ${workspace}`);
  else rmSync(dirname(workspace), { recursive: true, force: true });
}

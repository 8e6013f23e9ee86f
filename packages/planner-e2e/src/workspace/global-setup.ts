import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from './processes';
import { REPOSITORY, WORKSPACES_VARIABLE, workspaceOf } from './places';

/** Ends what the setup started; kept between setup and teardown, which jest runs in the same process. */
declare global {
  var plannerE2eCleanUp: (() => Promise<void>)[] | undefined;
}

/** Makes a workspace for each worker of jest, and starts a PostgreSQL unless `TEST_DATABASE_URL` names one. */
export default async function setUp({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  globalThis.plannerE2eCleanUp = [];
  const [workspaces, database] = await Promise.all([
    makeWorkspaces(maxWorkers),
    process.env['TEST_DATABASE_URL'] ?? startPostgres(),
  ]);
  process.env[WORKSPACES_VARIABLE] = workspaces;
  process.env['TEST_DATABASE_URL'] = database;
}

/** One is made as anybody makes one; the others are copies, which is what a second checkout is. */
async function makeWorkspaces(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-e2e-'));
  const first = workspaceOf(folder, '1');
  const { code, output } = await run(
    process.execPath,
    [join(REPOSITORY, 'tools/workspace/new-workspace.mjs'), first],
    REPOSITORY,
  );
  if (code !== 0) throw new Error(`no workspace could be made:\n${output}`);
  // What Nx remembers of it is about its place.
  rmSync(join(first, '.nx'), { recursive: true, force: true });
  for (let worker = 2; worker <= count; worker++)
    cpSync(first, workspaceOf(folder, String(worker)), { recursive: true, verbatimSymlinks: true });
  return folder;
}

async function startPostgres(): Promise<string> {
  const server = spawn(process.execPath, [join(REPOSITORY, 'tools/postgres/serve.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    server.on('exit', () => {
      resolve();
    });
  });
  globalThis.plannerE2eCleanUp?.push(async () => {
    server.stdin.end();
    await ended;
  });
  for await (const url of createInterface({ input: server.stdout })) return url;
  throw new Error('PostgreSQL ended before it was ready');
}

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from './processes';
import { REPOSITORY, WORKSPACE_VARIABLE } from './places';

/** Ends what the setup started; kept between setup and teardown, which jest runs in the same process. */
declare global {
  var plannerE2eCleanUp: (() => Promise<void>)[] | undefined;
}

/** Makes the one workspace that all tests share, and starts a PostgreSQL unless `TEST_DATABASE_URL` names one. */
export default async function setUp(): Promise<void> {
  globalThis.plannerE2eCleanUp = [];
  const [workspace, database] = await Promise.all([
    makeWorkspace(),
    process.env['TEST_DATABASE_URL'] ?? startPostgres(),
  ]);
  process.env[WORKSPACE_VARIABLE] = workspace;
  process.env['TEST_DATABASE_URL'] = database;
}

async function makeWorkspace(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'planner-e2e-')), 'acme');
  const { code, output } = await run(
    process.execPath,
    [join(REPOSITORY, 'tools/workspace/new-workspace.mjs'), folder],
    REPOSITORY,
  );
  if (code !== 0) throw new Error(`no workspace could be made:\n${output}`);
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

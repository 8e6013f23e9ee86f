import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORKSPACES_VARIABLE, workspaceOf } from './places';
import { run, type Finished } from './processes';

/** The workspace that the files of one worker share, one after the other: an outside one, with the packed packages installed. */
export function workspaceRoot(): string {
  const folder = process.env[WORKSPACES_VARIABLE];
  if (folder === undefined) throw new Error('the global setup has not run');
  return workspaceOf(folder, process.env['JEST_WORKER_ID'] ?? '1');
}

/** Where Nx keeps what belongs to a workspace; it would share it between all copies and clones of one. */
export function cachesOf(root: string): Record<string, string> {
  return {
    NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/workspace-data'),
  };
}

/** `nx <args>` in the workspace. */
export function nx(...args: string[]): Promise<Finished> {
  return nxWith({}, ...args);
}

/** `nx <args>` in the workspace, with variables of its own. */
export function nxWith(environment: Record<string, string>, ...args: string[]): Promise<Finished> {
  const root = workspaceRoot();
  return run(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), ...args], root, {
    ...cachesOf(root),
    ...environment,
  });
}

/** `nx <args>`, which must succeed. */
export async function mustNx(...args: string[]): Promise<string> {
  return mustNxWith({}, ...args);
}

/** `nx <args>` with variables of its own, which must succeed. */
export async function mustNxWith(environment: Record<string, string>, ...args: string[]): Promise<string> {
  const { code, output } = await nxWith(environment, ...args);
  if (code !== 0) throw new Error(`nx ${args.join(' ')} ended with exit code ${code}\n${output}`);
  return output;
}

export async function mustRun(command: string, ...args: string[]): Promise<string> {
  const { code, output } = await run(command, args, workspaceRoot());
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}\n${output}`);
  return output;
}

/** Everything that changed since the last commit, one line a file; empty if nothing did. */
export async function gitStatus(): Promise<string> {
  return (await mustRun('git', 'status', '--porcelain', '--untracked-files=all')).trim();
}

export async function commit(message: string): Promise<void> {
  await mustRun('git', 'add', '--all');
  await mustRun(
    'git',
    '-c',
    'user.name=e2e',
    '-c',
    'user.email=e2e@localhost',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    message,
  );
}

export function read(path: string): string {
  return readFileSync(join(workspaceRoot(), path), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(join(workspaceRoot(), path));
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspaceRoot(), path)), { recursive: true });
  writeFileSync(join(workspaceRoot(), path), text);
}

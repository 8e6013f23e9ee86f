import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORKSPACE_VARIABLE } from './places';
import { run, type Finished } from './processes';

/** The workspace that the tests share: an outside one, with the packed packages installed. */
export function workspaceRoot(): string {
  const root = process.env[WORKSPACE_VARIABLE];
  if (root === undefined) throw new Error('the global setup has not run');
  return root;
}

/** `nx <args>` in the workspace. */
export function nx(...args: string[]): Promise<Finished> {
  return nxWith({}, ...args);
}

/** `nx <args>` in the workspace, with variables of its own. */
export function nxWith(environment: Record<string, string>, ...args: string[]): Promise<Finished> {
  return run(
    process.execPath,
    [join(workspaceRoot(), 'node_modules/nx/dist/bin/nx.js'), ...args],
    workspaceRoot(),
    environment,
  );
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

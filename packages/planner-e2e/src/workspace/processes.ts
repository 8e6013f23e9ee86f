import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

export interface Finished {
  readonly code: number;
  /** Both streams, in the order of arrival. */
  readonly output: string;
}

/**
 * What Nx must not take over from the task that runs these tests, for they are about another workspace, and what would have
 * Python compile everything again in each process.
 */
const CLEAN = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) =>
      /^(NX_|JEST_|NODE_OPTIONS|FORCE_COLOR|npm_|TEST_DATABASE_URL|DATABASE_|PYTHONDONTWRITEBYTECODE)/.test(name),
    )
    .map((name) => [name, undefined]),
);

const environment = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...CLEAN,
  CI: 'true',
  NO_COLOR: '1',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  ...extra,
});

/** Runs a program to its end, without an input. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  extra?: Record<string, string>,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, cwd, extra);
    child.stdin.end();
    const output = collect(child);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: output() });
    });
  });
}

/** Starts a program and leaves it running; the caller ends it. */
export function start(
  command: string,
  args: readonly string[],
  cwd: string,
  extra?: Record<string, string>,
): ChildProcessWithoutNullStreams {
  return spawn(command, args, { cwd, env: environment(extra) });
}

/** Gathers what a program prints; the result gives it so far. */
export function collect(child: ChildProcessWithoutNullStreams): () => string {
  let text = '';
  const add = (data: Buffer) => {
    text += data.toString('utf8');
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return () => text;
}

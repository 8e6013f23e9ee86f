import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collect, start } from '../workspace/processes';
import { workspaceRoot } from '../workspace/workspace';

/** A scaffolded service that is running, as it runs in production: its built main file, in its own folder. */
export interface Service {
  readonly address: string;
  /** Sends SIGTERM and waits; the exit code. */
  stop(): Promise<number | null>;
  /** What it has printed so far. */
  output(): string;
}

/** How a service is started in its folder, by its language. */
const PROGRAMS = {
  typescript: [process.execPath, 'dist/main.js'],
  python: ['.venv/bin/python', '-m', 'src.main'],
} as const;
export type Language = keyof typeof PROGRAMS;

/** Starts a built (TypeScript) or installed (Python) service and waits until it takes connections. */
export async function startService(
  project: string,
  environment: Record<string, string> = {},
  language: Language = 'typescript',
): Promise<Service> {
  const port = await freePort();
  const folder = join(workspaceRoot(), 'packages', project);
  const [program, ...args] = PROGRAMS[language];
  const child = start(language === 'python' ? join(folder, program) : program, args, folder, {
    ...environment,
    GRPC_HOST: '127.0.0.1',
    GRPC_PORT: String(port),
  });
  const output = collect(child);
  const exit = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  const deadline = Date.now() + 60_000;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${project} does not start:\n${output()}`);
    }
    await sleep(100);
  }
  return {
    address: `127.0.0.1:${port}`,
    output,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

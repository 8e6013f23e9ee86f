import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, without a shell and without an input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, onOutput?: (text: string) => void }} options
 *   `onOutput` gets what the command prints, both streams, as it comes
 * @returns {Promise<{ code: number, output: string }>} `output` is both streams in the order of arrival
 */
export function run(command, args, { cwd, env, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    const collect = (data) => {
      const text = data.toString('utf8');
      parts.push(text);
      onOutput?.(text);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Like `run`, but a command that fails throws, with what it printed. */
export async function mustRun(command, args, options) {
  const result = await run(command, args, options);
  if (result.code === 0) return result;
  throw new Error(`${[command, ...args].join(' ')} ended with exit code ${result.code}\n${result.output.trimEnd()}`);
}

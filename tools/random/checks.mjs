// What a project that planner scaffolds is held to, in the words of its own targets; without Nx, and in one environment for all.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../process/run.mjs';

/** By language: a name and a command for each check, in the order in which they are run. */
const CHECKS = {
  typescript: [
    ['codegen', 'buf', 'generate'],
    ['descriptor', 'buf', 'build', '-o', 'proto/descriptor.binpb'],
    ['typecheck', 'tsc', '-p', 'tsconfig.json'],
    ['lint', 'eslint', '.'],
    ['test', 'vitest', 'run'],
    ['migrations', 'vitest', 'run', '--config', 'vitest.integration.config.mts', 'migrations'],
    ['test-integration', 'vitest', 'run', '--config', 'vitest.integration.config.mts'],
  ],
  python: [
    ['codegen', 'python', 'tools/codegen.py'],
    ['ruff', 'ruff', 'check', '.'],
    ['format', 'ruff', 'format', '--check', '.'],
    ['layers', 'lint-imports'],
    ['typecheck', 'mypy'],
    ['test', 'pytest', '--ignore=tests/integration', '--ignore=tests/e2e'],
    ['migrations', 'pytest', 'tests/integration/persistence/test_migrations.py'],
    ['test-integration', 'pytest', 'tests/integration', 'tests/e2e'],
  ],
};
/** Without what a check makes, the later ones say nothing. */
const NEEDED = new Set(['codegen', 'descriptor']);

/**
 * Runs the checks of one project.
 *
 * @param {string} language
 * @param {string} directory of the project
 * @param {string} programs where the programs of the shared environment lie
 * @param {(name: string) => boolean} wanted which checks
 * @returns {Promise<{ name: string, seconds: number, output?: string }[]>} `output` of those that failed
 */
export async function check(language, directory, programs, wanted) {
  const results = [];
  const env = {
    CI: 'true',
    NO_COLOR: '1',
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    MYPY_CACHE_DIR: join(programs, '.mypy-random'),
  };
  for (const [name, program, ...args] of CHECKS[language].filter(([each]) => NEEDED.has(each) || wanted(each))) {
    const started = Date.now();
    const file = join(programs, program);
    const { code, output } = await run(existsSync(file) ? file : program, args, { cwd: directory, env });
    results.push({ name, seconds: (Date.now() - started) / 1_000, ...(code === 0 ? {} : { output }) });
    if (code !== 0 && NEEDED.has(name)) break;
  }
  return results;
}

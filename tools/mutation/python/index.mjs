import { resolve } from 'node:path';
import { APPLICATION } from './application.mjs';
import { DATABASE } from './database.mjs';
import { DOMAIN } from './domain.mjs';
import { INFRASTRUCTURE } from './infrastructure.mjs';
import { STORED } from './persistence.mjs';
import { PRESENTATION } from './presentation.mjs';
import { PROGRAM } from './program.mjs';

export const FILES = [
  ...DOMAIN,
  ...APPLICATION,
  ...DATABASE,
  ...STORED,
  ...INFRASTRUCTURE,
  ...PRESENTATION,
  ...PROGRAM,
];

const PYTEST = ['-m', 'pytest', '-x', '-q', '-p', 'no:cacheprovider'];
const SUITES = {
  lint: ['tools/python.mjs', 'run', 'lint-imports'],
  ruff: ['tools/python.mjs', 'run', 'ruff', 'check', '.'],
  typecheck: ['tools/python.mjs', 'run', 'mypy'],
  unit: ['tools/python.mjs', 'run', 'python', ...PYTEST, '--ignore=tests/integration', '--ignore=tests/e2e'],
  integration: ['tools/python.mjs', 'run', 'python', ...PYTEST, 'tests/integration'],
  e2e: ['tools/python.mjs', 'run', 'python', ...PYTEST, 'tests/e2e'],
  kernel: ['tools/python.mjs', 'run', 'python', ...PYTEST],
};
const EMBEDDED = { TEST_DATABASE_URL: '', PYTHONDONTWRITEBYTECODE: '1' };
const SERVER = { PYTHONDONTWRITEBYTECODE: '1' };

/** The suites that may kill a mutant of that file, the quick ones first. */
export function suitesOf(names, path) {
  const sound = {
    name: 'syntax',
    command: process.execPath,
    args: [
      'tools/python.mjs',
      'run',
      'ruff',
      'check',
      '--isolated',
      '--no-cache',
      '--target-version=py312',
      '--select=F821,F823',
      resolve(path),
    ],
  };
  const own = names.map((name) => suite(name, EMBEDDED, name === 'kernel' ? '../kernel-python' : '.'));
  const onServer = process.env.TEST_DATABASE_URL
    ? names
        .filter((name) => ['integration', 'e2e'].includes(name))
        .map((name) => ({ ...suite(name, SERVER, '.'), name: `${name} on the server` }))
    : [];
  return [sound, ...own, ...onServer];
}

function suite(name, environment, cwd) {
  return { name, command: process.execPath, args: SUITES[name], cwd, environment };
}

// npm run bench:verify: plan-verify beside dependency-cruiser and secretlint over the same tree, one after the other in one run,
// and how its time grows with the tree. `--trees=small,services,mixed`, `--sizes=500,5000,50000`, `--runs=3`, `--only-ours`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { run } from '../process/run.mjs';
import { writeSmallTree } from './small-tree.mjs';
import { writeTree } from './verify-tree.mjs';

const { values } = parseArgs({
  options: {
    trees: { type: 'string', default: 'small,services,mixed' },
    sizes: { type: 'string', default: '500,5000,50000' },
    runs: { type: 'string', default: '3' },
    'only-ours': { type: 'boolean', default: false },
  },
});
const COMPARED = 5_000;
const TREES = {
  /** Written by hand. */
  small: writeSmallTree,
  /** As planner scaffolds it. */
  services: (root, size) => writeTree(root, size, 0),
  /** The same, a fifth of the files in Python. The other tools do not read those. */
  mixed: (root, size) => writeTree(root, size, 0.2),
};
const repository = join(import.meta.dirname, '..', '..');
const temporary = mkdtempSync(join(tmpdir(), 'planner-bench-verify-'));
const rows = [];

try {
  for (const tree of values.trees.split(','))
    for (const size of values.sizes.split(',').map(Number)) rows.push(await measure(tree, size));
  console.table(rows);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Seconds of wall time and of processor time, each the least of some runs: what else the machine does only adds to it. */
async function measure(tree, size) {
  const root = mkdtempSync(join(temporary, 'tree-'));
  try {
    return await measureIn(root, tree, size);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measureIn(root, tree, size) {
  const { projects, written } = TREES[tree](root, size);
  const list = join(temporary, 'projects.json');
  writeFileSync(list, JSON.stringify(projects));
  const ours = await least([join(import.meta.dirname, 'verify-run.mjs'), root, list], root);
  const row = {
    tree,
    files: size,
    python: written.python,
    'plan-verify s': ours.wall,
    'cpu s': ours.cpu,
    'ms per file': round((ours.wall * 1_000) / size),
  };
  if (size !== COMPARED || values['only-ours']) return row;
  const cruiser = await least(
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(import.meta.dirname, 'dependency-cruiser.json'),
      '--output-type',
      'json',
      'packages',
    ],
    root,
  );
  writeFileSync(
    join(root, '.secretlintrc.json'),
    JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }),
  );
  const secretlint = await least(
    [bin('secretlint/bin/secretlint.js'), '--secretlintrc', join(root, '.secretlintrc.json'), 'packages/**/*'],
    root,
  );
  return {
    ...row,
    'dependency-cruiser s': cruiser.wall,
    'dependency-cruiser cpu s': cruiser.cpu,
    'secretlint s': secretlint.wall,
    'secretlint cpu s': secretlint.cpu,
    'times faster': round((cruiser.wall + secretlint.wall) / ours.wall),
    'times faster, cpu': round((cruiser.cpu + secretlint.cpu) / ours.cpu),
  };
}

async function least(command, cwd) {
  const times = [];
  for (let each = 0; each < Number(values.runs); each += 1) times.push(await once(command, cwd));
  return {
    wall: round(Math.min(...times.map(({ wall }) => wall))),
    cpu: round(Math.min(...times.map(({ cpu }) => cpu))),
  };
}

async function once(command, cwd) {
  const file = join(temporary, 'cpu');
  rmSync(file, { force: true });
  const start = performance.now();
  const { code, output } = await run(
    process.execPath,
    ['--import', join(import.meta.dirname, 'cpu-at-exit.mjs'), ...command],
    {
      cwd,
      env: { BENCH_CPU_FILE: file, NODE_PATH: join(repository, 'node_modules') },
    },
  );
  const wall = (performance.now() - start) / 1_000;
  // Both tools end with 1 where they find something.
  if (code > 1) throw new Error(`${command.join(' ')} ended with ${code}:\n${output.slice(-2_000)}`);
  const cpu = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(Number)
    .reduce((sum, each) => sum + each, 0);
  return { wall, cpu };
}

function bin(path) {
  return join(repository, 'node_modules', path);
}

function round(seconds) {
  return Math.round(seconds * 100) / 100;
}

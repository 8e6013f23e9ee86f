/**
 * Renders a model as a Python project, without Nx: `node tools/python/try.mjs broker 1-3 /tmp/try`.
 *
 * Takes a fixture of @planner/testing, the path of a file with a model block's YAML, or `random:<seed>`; phases as `1-3` or
 * `1,6`; and a folder, in which it writes `packages/<context>` and `packages/kernel-python`. Formats with the ruff that
 * `RUFF` names or the PATH has, as a scaffold would. `--database=sqlite` changes the model's database,
 * `--without=repository,presentation` leaves out layers that cannot be rendered right now.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string' }, without: { type: 'string', default: '' } },
});
const [wanted = 'broker', phases = '1-6', folder = '/tmp/planner-python'] = positionals;

require('./sources.cjs');
options.without.split(',').filter(Boolean).forEach(leaveOut);
const { pythonTarget } = require('@planner/python');
const { arbitraryModel, contextModelOf, FIXTURES } = require('@planner/testing');

const model = contextModelOf(yamlOf(wanted));
const changed = { ...model, language: 'python', database: options.database ?? model.database };
const project = {
  name: model.context,
  directory: `packages/${model.context}`,
  scope: '@acme',
  kernel: { directory: 'packages/kernel-python', packageName: 'kernel-python' },
  plans: [],
};
const issued = { protoNumbers: {}, migrations: [] };
const request = { model: changed, project, phases: phasesOf(phases), issued };
const { files } = pythonTarget.render(request);

for (const directory of [project.directory, project.kernel.directory])
  for (const own of ['src', 'tests', 'alembic', 'proto'])
    rmSync(join(folder, directory, own), { recursive: true, force: true });
for (const { path, text } of [...files, ...pythonTarget.kernel(project)]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const ruff = process.env.RUFF ?? 'ruff';
const formatted = spawnSync(ruff, ['format', '--quiet', '--line-length=100', '--target-version=py312', folder], {
  stdio: 'inherit',
});
console.log(
  `${files.length} files in ${join(folder, project.directory)}${formatted.status === 0 ? '' : ', not formatted'}`,
);

function yamlOf(name) {
  if (existsSync(name)) return readFileSync(name, 'utf8');
  const [, seed] = /^random:(\d+)$/.exec(name) ?? [];
  if (seed !== undefined) return require('fast-check').sample(arbitraryModel(), { seed: Number(seed), numRuns: 1 })[0];
  if (FIXTURES[name] === undefined)
    throw new Error(`no fixture ${name}; there are ${Object.keys(FIXTURES).join(', ')}`);
  return FIXTURES[name];
}

/** Puts an empty renderer in the place of a layer's. */
function leaveOut(layer) {
  const path = require.resolve(`../../packages/python/src/${layer}/index.ts`);
  const renderer = `render${layer[0].toUpperCase()}${layer.slice(1)}`;
  const exported = require(path);
  require.cache[path].exports = { ...exported, [renderer]: () => [] };
}

function phasesOf(text) {
  return new Set(
    text.split(',').flatMap((part) => {
      const [first, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

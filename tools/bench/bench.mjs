// npm run bench: how long a plan of 1, 10 and 100 aggregates takes.
// In process: parse and resolve the plan, render all files, write them. As a process: nx g planner:scaffold-from-plan.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mustRun } from '../process/run.mjs';
import { step } from '../process/steps.mjs';
import { createWorkspace } from '../workspace/create-workspace.mjs';
import { modelOf } from './model.mjs';

const SIZES = [1, 10, 100];
const RUNS = 5;

const repository = join(import.meta.dirname, '..', '..');
const toolkit = createRequire(join(repository, 'packages/planner/package.json'));
const temporary = mkdtempSync(join(tmpdir(), 'planner-bench-'));

try {
  const workspace = await createWorkspace(repository, join(temporary, 'shop'));
  const rows = [];
  for (const size of SIZES) {
    const plan = await step(`write a plan with ${size} aggregates`, () => writePlan(workspace, size));
    const inProcess = await step(`parse, render and write it, median of ${RUNS}`, async () =>
      measureInProcess(workspace, plan),
    );
    const whole = await step('nx g planner:scaffold-from-plan', () => measureProcess(workspace, plan));
    rows.push({ aggregates: size, ...inProcess, ...whole });
  }
  console.log();
  console.table(rows.map((row) => withRatios(row, rows[0])));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function writePlan(workspace, size) {
  const context = `bench-${size}`;
  writeFileSync(join(workspace, `${context}.yaml`), modelOf(size).replace('context: bench', `context: ${context}`));
  const { output } = await mustRun(
    'npx',
    ['nx', 'g', 'planner:plan', `Bench ${size}`, `--model=${context}.yaml`, '--no-interactive'],
    { cwd: workspace, env: { NX_DAEMON: 'false' } },
  );
  return /docs\/plan\/\S+-plan\.md/.exec(output)[0];
}

function measureInProcess(workspace, plan) {
  const runs = Array.from({ length: RUNS }, () => pipeline(workspace, plan)).sort(
    (a, b) => a['total ms'] - b['total ms'],
  );
  return runs[Math.floor(RUNS / 2)];
}

/** Everything between the text of a plan and the files on the disk, without Nx and without Prettier. */
function pipeline(workspace, plan) {
  const { parsePlan } = toolkit('@planner/plan');
  const { resolveContext } = toolkit('@planner/model');
  const { NOTHING_ISSUED, PHASES } = toolkit('@planner/target');
  const { typescriptTarget } = toolkit('@planner/typescript');
  const kernel = { directory: 'packages/kernel-typescript', packageName: '@shop/kernel-typescript' };
  const folder = mkdtempSync(join(temporary, 'out-'));

  const times = [performance.now()];
  const { declaration } = parsePlan(readFileSync(join(workspace, plan)), plan);
  const { model } = resolveContext([declaration]);
  times.push(performance.now());
  const project = { name: model.context, directory: `packages/${model.context}`, scope: '@shop', kernel, plans: [] };
  const { files } = typescriptTarget.render({ model, project, phases: new Set(PHASES), issued: NOTHING_ISSUED });
  times.push(performance.now());
  for (const { path, text } of files) writeInto(folder, path, text);
  times.push(performance.now());

  rmSync(folder, { recursive: true });
  const [parse, render, write] = times.slice(1).map((time, index) => time - times[index]);
  return {
    files: files.length,
    'parse ms': parse,
    'render ms': render,
    'write ms': write,
    'total ms': parse + render + write,
  };
}

function writeInto(folder, path, text) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The whole command: start of Nx, project graph, the pipeline, Prettier, the disk. And once more with nothing to do. */
async function measureProcess(workspace, plan) {
  const command = () =>
    mustRun('npx', ['nx', 'g', 'planner:scaffold-from-plan', plan, '--skip-install', '--no-interactive'], {
      cwd: workspace,
      env: { NX_DAEMON: 'false' },
    });
  const first = await timed(command);
  const again = await timed(command);
  return { 'process ms': first, 'rerun ms': again };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function withRatios(row, first) {
  const rounded = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value)]));
  const ratio = (name) => (row[name] / first[name]).toFixed(1);
  return { ...rounded, 'total, ratio': ratio('total ms'), 'process, ratio': ratio('process ms') };
}

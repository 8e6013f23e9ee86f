// npm run bench: how long a plan of 1, 10 and 100 aggregates takes.
// In process: parse and resolve the plan, render all files, write them. As a process: nx g planner:scaffold-from-plan.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
const require = createRequire(join(repository, 'packages/planner/package.json'));
const temporary = mkdtempSync(join(tmpdir(), 'planner-bench-'));

try {
  const workspace = await createWorkspace(repository, join(temporary, 'shop'));
  const rows = [];
  for (const size of SIZES) {
    const plan = await step(`write a plan with ${size} aggregates`, () => writePlan(workspace, size));
    const inProcess = await step(`parse, render and write it, median of ${RUNS}`, async () => measureInProcess(workspace, plan));
    const whole = await step('nx g planner:scaffold-from-plan', () => measureProcess(workspace, plan));
    rows.push({ aggregates: size, ...inProcess, ...whole });
  }
  console.log();
  console.table(rows.map((row) => ({ ...rounded(row), 'in process, × 1': ratio(row, rows[0], 'total ms'), 'process, × 1': ratio(row, rows[0], 'process ms') })));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function writePlan(workspace, size) {
  const context = `bench-${size}`;
  writeFileSync(join(workspace, `${context}.yaml`), modelOf(size).replace('context: bench', `context: ${context}`));
  const { output } = await mustRun('npx', ['nx', 'g', 'planner:plan', `Bench ${size}`, `--model=${context}.yaml`, '--no-interactive'], { cwd: workspace, env: { NX_DAEMON: 'false' } });
  return /docs\/plan\/\S+-plan\.md/.exec(output)[0];
}

function measureInProcess(workspace, plan) {
  const runs = Array.from({ length: RUNS }, () => pipeline(workspace, plan)).sort((a, b) => a['total ms'] - b['total ms']);
  return runs[Math.floor(RUNS / 2)];
}

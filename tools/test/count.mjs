/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Tasks as Nx tells of them: `> nx run model:lint` over the output of each, and a list below `Failed tasks:` at the end.
 *
 * @param {string} output
 * @returns {Counts}
 */
export function countTasks(output) {
  const [, ending = ''] = output.split(/^\s*Failed tasks:\s*$/m);
  const failed = new Set([...ending.matchAll(/^\s*- (\S+:\S+)\s*$/gm)].map(([, task]) => task));
  const run = new Set([...output.matchAll(/^\s*> nx run (\S+)/gm)].map(([, task]) => task));
  return { passed: [...run].filter((task) => !failed.has(task)).length, failed: failed.size, skipped: 0 };
}

/**
 * Tests as jest sums them up, over all projects: `Tests:       1 failed, 2 skipped, 44 passed, 47 total`. A suite that did
 * not start has no tests to count, so it counts as one that failed.
 *
 * @param {string} output
 * @returns {Counts}
 */
export function countJest(output) {
  const tests = totals(output, 'Tests');
  const suites = totals(output, 'Test Suites');
  const notStarted = (output.match(/● Test suite failed to run/g) ?? []).length;
  return {
    passed: tests.passed,
    failed: tests.failed + Math.min(notStarted, suites.failed),
    skipped: tests.skipped + tests.todo,
  };
}

function totals(output, label) {
  const total = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  for (const [, line] of output.matchAll(new RegExp(`${label}:\\s+(.*\\d+ total)`, 'g'))) {
    for (const [, count, kind] of line.matchAll(/(\d+) (passed|failed|skipped|todo)/g)) total[kind] += Number(count);
  }
  return total;
}

/** @param {readonly Counts[]} counts */
export function sum(counts) {
  const add = (kind) => counts.reduce((total, each) => total + each[kind], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

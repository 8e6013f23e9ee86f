// npm test: lint, typecheck, unit tests and end-to-end tests, and one line that sums them up.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { countJest, countTasks, sum } from './count.mjs';

const repository = join(import.meta.dirname, '..', '..');
const nx = join(repository, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');

/** Each stage runs even if an earlier one failed, so that one run shows everything. */
const stages = [
  { name: 'lint and typecheck', args: ['run-many', '-t', 'lint', 'typecheck', '--output-style=static'], count: countTasks },
  { name: 'unit tests', args: ['run-many', '-t', 'test', '--output-style=static'], count: countJest },
  { name: 'end-to-end tests', args: ['run', 'planner-e2e:e2e', '--output-style=stream'], count: countJest },
];

const results = [];
for (const { name, args, count } of stages) {
  console.log(`\n== ${name}\n`);
  const started = Date.now();
  const { code, output } = await runShowing(args);
  const counted = count(output);
  // A stage that failed without a failed test did not get as far as its tests.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  results.push({ name, ...counted, failed, seconds: Math.round((Date.now() - started) / 1000) });
}

console.log('\n== summary\n');
for (const { name, passed, failed, skipped, seconds } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`);
}
const total = sum(results);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function runShowing(args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
    const child = spawn(process.execPath, [nx, ...args], { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const pass = (stream) => (data) => {
      output += data.toString('utf8');
      stream.write(data);
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

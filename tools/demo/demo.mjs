// npm run demo: the main job, end to end, in a fresh workspace outside this repository.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mustRun } from '../process/run.mjs';
import { step } from '../process/steps.mjs';
import { createWorkspace } from '../workspace/create-workspace.mjs';

const repository = join(import.meta.dirname, '..', '..');
const temporary = mkdtempSync(join(tmpdir(), 'planner-demo-'));
const keep = process.argv.includes('--keep');
const environment = { NX_DAEMON: 'false', NX_TUI: 'false' };

try {
  await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (keep) console.log(`\nThe workspace is still in ${join(temporary, 'shop')}`);
  else rmSync(temporary, { recursive: true, force: true });
}

async function demo() {
  const workspace = await createWorkspace(repository, join(temporary, 'shop'));
  const nx = (...args) => mustRun('npx', ['nx', ...args], { cwd: workspace, env: environment });
  copyFileSync(join(import.meta.dirname, 'orders.yaml'), join(workspace, 'orders.yaml'));
  await step('nx g planner:plan "Order tracking" --model=orders.yaml', () =>
    nx('g', 'planner:plan', 'Order tracking', '--model=orders.yaml', '--no-interactive'),
  );
  const plan = readdirSync(join(workspace, 'docs/plan')).find((name) => name.endsWith('-plan.md'));
  console.log(`  docs/plan/${plan}`);
  await step(`nx g planner:scaffold-from-plan ${plan.slice(0, 6)}, with npm install`, () =>
    nx('g', 'planner:scaffold-from-plan', plan, '--no-interactive'),
  );
  await step('nx typecheck orders', () => nx('typecheck', 'orders'));
  await step('nx test orders', () => nx('test', 'orders'));
  await callService(workspace);
  await step('nx plan-lint and plan-verify: plan and code agree', () =>
    nx('run-many', '-t', 'plan-lint', 'plan-verify'),
  );
}

async function callService(workspace) {
  const address = `127.0.0.1:${await freePort()}`;
  const service = await step('nx serve orders, on its embedded database', () => serve(workspace, address));
  try {
    await converse(address);
  } finally {
    await step('stop the service with SIGTERM', () => stop(service));
  }
}

/** Real calls, by a client that knows the service through reflection alone. */
async function converse(address) {
  const customer_id = '0190f2ff-7d2c-7cc2-8b5b-3d7a3c1f0a11';
  console.log((await client('list', address)).trimEnd());
  const { order } = await call(address, 'CreateOrder', { customer_id, reference: 'PO-2026-0001' });
  const id = order.id;
  const line = { sku: 'TEA-0042', quantity: 3, price: { amount: '12.50', currency: 'MONEY_CURRENCY_EUR' } };
  await call(address, 'AddLineOrder', { id, line });
  await call(address, 'PlaceOrder', { id });
  await refused(address, 'CancelOrder', { id, expected_version: '1', reason: 'too late' });
  await refused(address, 'AddLineOrder', { id, line });
  await refused(address, 'CreateOrder', { customer_id: 'nobody', reference: '' });
  await call(address, 'ListOrders', { customer_id, status: 'ORDER_STATUS_PLACED' });
}

async function call(address, method, message) {
  console.log(`\n> ${method} ${JSON.stringify(message)}`);
  const answer = JSON.parse(await client('call', address, `orders.v1.OrderService/${method}`, JSON.stringify(message)));
  console.log(JSON.stringify(answer, undefined, 2));
  return answer;
}

async function refused(address, method, message) {
  console.log(`\n> ${method} ${JSON.stringify(message)}`);
  const failure = await client('call', address, `orders.v1.OrderService/${method}`, JSON.stringify(message)).catch(
    (error) => error.message,
  );
  console.log(failure.split('\n').slice(1).join('\n'));
}

async function client(verb, address, ...rest) {
  const { output } = await mustRun(process.execPath, [
    join(repository, 'tools/call/grpc-call.mjs'),
    address,
    verb,
    ...rest,
  ]);
  return output;
}

async function serve(workspace, address) {
  const [host, port] = address.split(':');
  const env = { ...process.env, ...environment, GRPC_HOST: host, GRPC_PORT: port };
  // A group of its own, so that SIGTERM reaches the service behind Nx.
  const child = spawn('npx', ['nx', 'serve', 'orders'], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const service = { child, output: '', ended: new Promise((resolve) => child.on('exit', resolve)) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (service.output += data));
  const deadline = Date.now() + 90_000;
  while (!(await answers(host, Number(port)))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`the service does not start:\n${service.output}`);
    await sleep(200);
  }
  return service;
}

async function stop({ child, output, ended }) {
  if (child.exitCode !== null) throw new Error(`the service ended by itself:\n${output}`);
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

import { existsSync, mkdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { logger } from '@nx/devkit';
import { RealWorkspace } from '../testing/real-workspace';
import type { Formatter } from './format';
import { hashOf } from './planner-json';
import { scaffold, type ScaffoldOptions } from './scaffold';

const MODEL = `context: orders
aggregates:
  Order:
    fields:
      symbol: string max 10
      quantity: int min 1
`;

const PLAN = 'docs/plan/35-001-orders-plan.md';
const ROOT = 'packages/orders/src/domain/aggregates/order/order.ts';

function planText(model: string): string {
  return `# Implementation Plan: Orders\n**Created**: 2026-08-24\n\n## Domain Model\n\n\`\`\`yaml planner\n${model}\`\`\`\n`;
}

/** Prettier cannot be loaded in jest's sandbox; the end-to-end tests see to it that the real one is used. */
const unformatted = (): Formatter => (files) => Promise.resolve(files.map(({ text }) => text));

describe('scaffolding a plan', () => {
  let workspace: RealWorkspace;
  const printed: string[] = [];

  beforeEach(() => {
    workspace = new RealWorkspace();
    workspace.write(PLAN, planText(MODEL));
    printed.length = 0;
    for (const level of ['error', 'warn', 'info'] as const) jest.spyOn(logger, level).mockImplementation((...texts: unknown[]) => { printed.push(texts.join(" ")); });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    workspace.remove();
  });

  const run = (options: Partial<ScaffoldOptions> = {}) => workspace.generate((tree) => scaffold(tree, { plan: '35-001', skipInstall: true, ...options }, unformatted));
  const state = () => JSON.parse(workspace.read('packages/orders/planner.json')) as { phases: number[]; files: Record<string, string>; plans: { id: string }[]; model: object };

  it('writes the project, the kernel and, last, what it remembers', async () => {
    const changes = await run();
    expect(changes).toContain(`CREATE ${ROOT}`);
    expect(changes).toContain('CREATE packages/kernel-typescript/package.json');
    expect(changes.at(-1)).toBe('CREATE packages/orders/planner.json');
    expect(state()).toMatchObject({ version: 1, phases: [1, 2, 3, 4, 5, 6], plans: [{ id: '35-001', file: PLAN, title: 'Orders' }] });
  });

  it('remembers a hash for every file but .env, and no place in the plan', async () => {
    const changes = await run();
    const written = changes.flatMap((change) => /^CREATE packages\/orders\/(.*)$/.exec(change)?.[1] ?? []);
    const remembered = Object.keys(state().files);
    expect(written.filter((path) => !remembered.includes(path)).sort()).toEqual(['.env', 'planner.json']);
    expect(JSON.stringify(state().model)).not.toContain('"span"');
  });

  it('touches nothing at the second run, not even a time stamp', async () => {
    await run();
    const before = workspace.snapshot();
    expect(await run()).toEqual([]);
    expect(workspace.snapshot()).toEqual(before);
  });

  it('writes the same bytes phase by phase as at once', async () => {
    await run();
    const atOnce = workspace.read(ROOT);
    const files = Object.keys(state().files);
    rmSync(join(workspace.root, 'packages'), { recursive: true });
    for (const phases of ['1', '2-3', 'infrastructure', 'grpc,tests']) await run({ phases });
    expect(workspace.read(ROOT)).toBe(atOnce);
    expect(Object.keys(state().files)).toEqual(files);
  });

  it('changes what a changed plan changes', async () => {
    await run();
    workspace.write(PLAN, planText(`${MODEL}      note: text?\n`));
    const changes = await run();
    expect(changes).toContain(`UPDATE ${ROOT.replace('order.ts', 'order-data.ts')}`);
    expect(changes.filter((change) => change.startsWith('CREATE') && !change.includes('migrations'))).toEqual([]);
  });

  it('keeps a file that a person changed, and says so', async () => {
    await run();
    workspace.write(ROOT, '// mine\n');
    workspace.write(PLAN, planText(MODEL.replace('quantity: int min 1', 'quantity: int min 2\n      note: text?')));
    await run();
    expect(workspace.read(ROOT)).toBe('// mine\n');
    expect(printed.join('\n')).toContain(`${ROOT}: changed by hand`);
  });

  it('removes the files of what the plan dropped, but not those that a person changed', async () => {
    workspace.write(PLAN, planText(`${MODEL}  Basket: { fields: { owner: uuid } }\n`));
    await run();
    const basket = 'packages/orders/src/domain/aggregates/basket';
    workspace.write(`${basket}/basket-id.ts`, '// mine\n');
    workspace.write(PLAN, planText(MODEL));
    const changes = await run();
    expect(changes).toContain(`DELETE ${basket}/basket.ts`);
    expect(workspace.read(`${basket}/basket-id.ts`)).toBe('// mine\n');
    expect(printed.join('\n')).toContain(`${basket}/basket-id.ts: changed by hand; the plan asks for it no more`);
  });

  it('never overwrites a file that was there before', async () => {
    workspace.write(ROOT, '// older\n');
    await run();
    expect(workspace.read(ROOT)).toBe('// older\n');
    expect(printed.join('\n')).toContain(`${ROOT}: was there before`);
  });

  it('never overwrites an .env, and never touches a kernel', async () => {
    workspace.write('packages/orders/.env', 'GRPC_PORT=1\n');
    workspace.write('packages/kernel-typescript/package.json', '{ "name": "@acme/kernel-typescript" }\n');
    const changes = await run();
    expect(workspace.read('packages/orders/.env')).toBe('GRPC_PORT=1\n');
    expect(changes.filter((change) => change.includes('kernel-typescript'))).toEqual([]);
  });

  it('refuses a phase whose earlier phases are missing, and writes nothing', async () => {
    const before = workspace.snapshot();
    await expect(run({ phases: 'application' })).rejects.toThrow(/needs phase 1 \(domain\), 2 \(repository\)[^]*Nothing was written/);
    expect(workspace.snapshot()).toEqual(before);
  });

  it('prints every error of the model with its place, and writes nothing', async () => {
    workspace.write(PLAN, planText(MODEL.replace('int min 1', 'number').replace('string max 10', 'strng')));
    const before = workspace.snapshot();
    await expect(run()).rejects.toThrow('2 errors. Nothing was written.');
    expect(printed.map((text) => /^\S+:\d+:\d+ error/.exec(text)?.[0])).toEqual([`${PLAN}:11:15 error`, `${PLAN}:12:17 error`]);
    expect(workspace.snapshot()).toEqual(before);
  });

  it.each([
    ['database: sqlite', 'sqlite'],
    ['language: python\ndatabase: mysql', 'mysql'],
  ])('refuses what it cannot do yet (%s) before anything is written', async (line, word) => {
    workspace.write(PLAN, planText(`${line}\n${MODEL}`));
    const before = workspace.snapshot();
    const failure = await run().then(() => '', String);
    expect(failure).toContain('Nothing was written');
    expect([...printed, failure].join('\n')).toContain(word);
    expect(workspace.snapshot()).toEqual(before);
  });

  it('follows several plans of one context', async () => {
    await run();
    workspace.write('docs/plan/35-002-more-plan.md', planText('context: orders\naggregates:\n  Basket: { fields: { owner: uuid } }\n').replace('Orders', 'More'));
    const changes = await run({ plan: '35-002' });
    expect(changes).toContain('CREATE packages/orders/src/domain/aggregates/basket/basket.ts');
    expect(state().plans.map(({ id }) => id)).toEqual(['35-001', '35-002']);
    unlinkSync(join(workspace.root, PLAN));
    await expect(run({ plan: '35-002' })).rejects.toThrow(PLAN);
  });

  it('says what it would do in a dry run, and does nothing', async () => {
    const before = workspace.snapshot();
    expect(await workspace.dryRun((tree) => scaffold(tree, { plan: '35-001' }, unformatted))).toContain(`CREATE ${ROOT}`);
    expect(workspace.snapshot()).toEqual(before);
  });

  it.each(['packages/orders/src', 'packages/orders', 'packages'])('refuses to follow the link %s out of the workspace', async (folder) => {
    const outside = new RealWorkspace();
    mkdirSync(join(workspace.root, folder, '..'), { recursive: true });
    symlinkSync(outside.root, join(workspace.root, folder));
    const before = outside.snapshot();
    await expect(run()).rejects.toThrow('leads out of');
    expect(outside.snapshot()).toEqual(before);
    outside.remove();
  });

  it('goes where --directory says', async () => {
    await run({ directory: 'services/orders' });
    expect(existsSync(join(workspace.root, 'services/orders/planner.json'))).toBe(true);
    expect((JSON.parse(workspace.read('package.json')) as { workspaces: string[] }).workspaces).toEqual(['packages/*', 'services/orders']);
  });

  it('leaves a Python project to its own environment: no npm package, the kernel once, `install` comes next', async () => {
    workspace.write(PLAN, planText(MODEL.replace('context: orders', 'context: orders\nlanguage: python')));
    const before = workspace.read('package.json');
    const changes = await run();
    expect(changes).toEqual(expect.arrayContaining(['CREATE packages/orders/pyproject.toml', 'CREATE packages/kernel-python/pyproject.toml']));
    expect(changes.filter((change) => change.endsWith('package.json'))).toEqual([]);
    expect(workspace.read('package.json')).toBe(before);
    expect(printed.join('\n')).toContain('Next: npx nx install orders');
    unlinkSync(join(workspace.root, 'packages/kernel-python/README.md'));
    expect(await run()).toEqual([]);
  });

  it('gives every file its final form before it is remembered', async () => {
    const shout = (): Formatter => (files) => Promise.resolve(files.map(({ path, text }) => (path.endsWith('.ts') ? `// formatted\n${text}` : text)));
    await workspace.generate((tree) => scaffold(tree, { plan: '35-001', skipInstall: true }, shout));
    expect(workspace.read(ROOT)).toMatch(/^\/\/ formatted/);
    expect(state().files[ROOT.slice('packages/orders/'.length)]).toBe(hashOf(workspace.read(ROOT)));
  });
});

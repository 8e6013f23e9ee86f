import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { logger } from '@nx/devkit';
import { parsePlan } from '@planner/plan';
import { RealWorkspace } from '../../testing/real-workspace';
import type { Formatter } from '../../scaffold/format';
import { scaffold } from '../../scaffold/scaffold';
import planGenerator from './generator';
import type { PlanGeneratorSchema } from './schema';

const DATE = '2026-08-24';
const unformatted = (): Formatter => (files) => Promise.resolve(files.map(({ text }) => text));

describe('nx g planner:plan', () => {
  let workspace: RealWorkspace;
  const printed: string[] = [];

  beforeEach(() => {
    workspace = new RealWorkspace();
    printed.length = 0;
    for (const level of ['error', 'warn', 'info'] as const) jest.spyOn(logger, level).mockImplementation((...texts: unknown[]) => { printed.push(texts.join(" ")); });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    workspace.remove();
  });

  const plan = (title: string, options: Partial<PlanGeneratorSchema> = {}) =>
    workspace.generate((tree) => planGenerator(tree, { title, context: 'orders', date: DATE, ...options }));

  it('writes one file that its own parser reads without a finding', async () => {
    expect(await plan('Order tracking', { aggregate: ['Order symbol:string quantity:int'] })).toEqual(['CREATE docs/plan/35-001-order-tracking-plan.md']);
    const path = 'docs/plan/35-001-order-tracking-plan.md';
    const parsed = parsePlan(workspace.read(path), path);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.title?.text).toBe('Order tracking');
    expect(parsed.phases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('lists the very paths that the scaffold writes', async () => {
    await plan('Order tracking', { aggregate: ['Order symbol:string quantity:int'] });
    const path = 'docs/plan/35-001-order-tracking-plan.md';
    const listed = parsePlan(workspace.read(path), path).files.map((file) => file.path);
    await workspace.generate((tree) => scaffold(tree, { plan: '35-001', skipInstall: true }, unformatted));
    expect(listed).toContain('src/domain/aggregates/order/order.ts');
    expect(listed.filter((file) => !existsSync(join(workspace.root, 'packages/orders', file)))).toEqual([]);
  });

  it('counts up within a week, and starts again in the next', async () => {
    await plan('First');
    await plan('Second');
    expect(await plan('Third', { date: '2026-08-31' })).toEqual(['CREATE docs/plan/36-001-third-plan.md']);
    expect(await plan('Fourth')).toEqual(['CREATE docs/plan/35-003-fourth-plan.md']);
  });

  it('never gives one number twice, however many ask at the same moment', async () => {
    const written = await Promise.all(Array.from({ length: 8 }, () => plan('Same title')));
    expect(written.flat().sort()).toEqual(Array.from({ length: 8 }, (_, index) => `CREATE docs/plan/35-00${index + 1}-same-title-plan.md`));
  });

  it('takes a plan without aggregates', async () => {
    expect(await plan('Only an idea')).toEqual(['CREATE docs/plan/35-001-only-an-idea-plan.md']);
  });

  it('knows what the workspace holds, and warns of a name that is taken', async () => {
    await plan('Order tracking', { aggregate: ['Order symbol:string'] });
    await workspace.generate((tree) => scaffold(tree, { plan: '35-001', skipInstall: true }, unformatted));
    await plan('Shipping', { context: 'shipping', aggregate: ['Order address:string'] });
    const text = workspace.read('docs/plan/35-002-shipping-plan.md');
    expect(text).toContain('35-001-order-tracking-plan.md');
    expect(text).toContain('packages/orders');
    expect(printed).toContain('Order stands in orders already.');
  });

  it('builds on what its context has already', async () => {
    workspace.write('first.yaml', 'context: orders\nvalueObjects:\n  Sku: string max 8\naggregates:\n  Order: { fields: { sku: Sku } }\n');
    await plan('First', { model: 'first.yaml' });
    await workspace.generate((tree) => scaffold(tree, { plan: '35-001', skipInstall: true }, unformatted));
    await plan('Second', { aggregate: ['Basket sku:Sku'] });
    const listed = parsePlan(workspace.read('docs/plan/35-002-second-plan.md'), '').files.map((file) => file.path);
    expect(listed).toContain('src/domain/aggregates/basket/basket.ts');
    expect(listed).not.toContain('src/domain/aggregates/order/order.ts');
  });

  it('links the architecture document that it was drawn from', async () => {
    workspace.write('docs/architecture.md', '# Design\n\n```yaml planner\ncontext: orders\naggregates:\n  Order: { fields: { symbol: string } }\n```\n');
    await plan('From a design', { design: 'docs/architecture.md' });
    expect(workspace.read('docs/plan/35-001-from-a-design-plan.md')).toContain('](../architecture.md)');
  });

  it.each([
    ['an unknown type', { aggregate: ['Order price:money'] }, '1 error'],
    ['a context that is no name', { context: 'My Orders' }, '1 error'],
    ['no context', { context: '' }, '--context'],
    ['a date that is none', { date: '2026-02-30' }, 'is not a date'],
    ['a language that cannot be scaffolded', { language: 'cobol' }, '1 error'],
    ['a locale that is not there', { locale: 'de' }, '--locale'],
  ])('refuses %s, and writes nothing', async (_, options, why) => {
    const before = workspace.snapshot();
    await expect(plan('Wrong', options)).rejects.toThrow(why);
    expect(workspace.snapshot()).toEqual(before);
  });

  it('says of a model file that cannot be read where it is wrong, and nothing that only follows', async () => {
    workspace.write('model.yaml', 'context: orders\naggregates:\n  Order: { fields: { symbol: string }\n');
    await expect(plan('Wrong', { model: 'model.yaml', context: '' })).rejects.toThrow('Nothing was written');
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter((line) => !line.startsWith('model.yaml:'))).toEqual([]);
  });

  it('refuses a title that leaves no file name', async () => {
    await expect(plan('🚀')).rejects.toThrow('leaves no file name');
  });

  it.each(['docs', 'docs/plan'])('refuses to write through the link %s out of the workspace', async (folder) => {
    const outside = new RealWorkspace();
    workspace.write('docs.md', '');
    if (folder === 'docs/plan') workspace.write('docs/README.md', '');
    symlinkSync(outside.root, join(workspace.root, folder));
    await expect(plan('Wrong')).rejects.toThrow('leads out of');
    expect(existsSync(join(outside.root, 'plan'))).toBe(false);
    outside.remove();
  });

  it('takes no lock in a dry run, and writes nothing', async () => {
    process.env['NX_DRY_RUN'] = 'true';
    try {
      const before = workspace.snapshot();
      expect(await workspace.dryRun((tree) => planGenerator(tree, { title: 'A try', context: 'orders', date: DATE }))).toEqual(['CREATE docs/plan/35-001-a-try-plan.md']);
      expect(workspace.snapshot()).toEqual(before);
    } finally {
      delete process.env['NX_DRY_RUN'];
    }
  });
});

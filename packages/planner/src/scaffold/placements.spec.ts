import { logger } from '@nx/devkit';
import { barePlans } from '@planner/testing';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import planGenerator from '../generators/plan/generator';
import { RealWorkspace } from '../testing/real-workspace';
import type { Formatter } from './format';
import { scaffold } from './scaffold';

const unformatted = (): Formatter => (files) => Promise.resolve(files.map(({ text }) => text));

const PLAN = 'docs/plan/35-001-orders-plan.md';
const bare = (paths: readonly string[], aggregates = 'Order') =>
  `# Implementation Plan: Orders\n\n## Overview\n- **DDD Context**: Orders\n- **Affected Aggregates**: ${aggregates}\n\n## Implementation Steps\n\n### Step 1\n**Files to create:**\n${paths.map((path) => `- \`${path}\`\n`).join('')}`;

describe('scaffolding a plan without a model block', () => {
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

  const run = (plan = '35-001') => workspace.generate((tree) => scaffold(tree, { plan, skipInstall: true }, unformatted));
  const adopt = (plan = '35-001') => workspace.generate((tree) => planGenerator(tree, { adopt: plan }));
  const inProject = (path: string) => join(workspace.root, 'packages/orders', path);
  const textOf = (path: string) => readFileSync(inProject(path), 'utf8');

  const PATHS = [
    'src/domain/entities/order-line.ts',
    'src/domain/value-objects/symbol.vo.ts',
    'src/infrastructure/persistence/order-repository-impl.ts',
    'src/application/use-cases/order/place-order.use-case.ts',
    'src/application/event-handlers/on-order-placed.ts',
    'src/presentation/grpc/servicers/order-servicer.ts',
  ];

  it('writes every listed file with the class that its name says', async () => {
    workspace.write(PLAN, bare(PATHS));
    await run();
    const classes = ['OrderLine', 'SymbolVo', 'OrderRepositoryImpl', 'PlaceOrderUseCase', 'OnOrderPlaced', 'OrderServicer'];
    for (const [index, path] of PATHS.entries()) expect(textOf(path)).toMatch(new RegExp(`class ${classes[index] ?? ''}\\b`));
    expect(existsSync(inProject('src/infrastructure/persistence/order/kysely-order-repository.ts'))).toBe(false);
    expect(textOf('src/infrastructure/persistence/kysely-unit-of-work.ts')).toContain('OrderRepositoryImpl');
    expect(textOf('src/application/event-handlers/on-order-placed.ts')).toContain('TODO(35-001)');
  });

  it('writes nothing at the second run, and nothing moves when the plan is adopted', async () => {
    workspace.write(PLAN, bare(PATHS));
    await run();
    expect(await run()).toEqual([]);
    expect(await adopt()).toEqual([`UPDATE ${PLAN}`]);
    expect(await run()).toEqual([]);
  });

  it('gives the same files where the plan is adopted first', async () => {
    workspace.write(PLAN, bare(PATHS));
    await adopt();
    const changes = await run();
    for (const path of PATHS) expect(changes).toContain(`CREATE packages/orders/${path}`);
  });

  it('keeps a file where it lies when the plan lists it elsewhere later', async () => {
    workspace.write(PLAN, bare(PATHS));
    await run();
    workspace.write(PLAN, bare(['src/domain/aggregates/order/order-line.ts', ...PATHS.slice(1)]));
    const changes = await run();
    expect(changes.filter((change) => change.includes('order-line.ts'))).toEqual([]);
  });

  it('refuses a path that leads out, with nothing written', async () => {
    workspace.write(PLAN, bare([...PATHS, '../../outside.ts']));
    await expect(run()).rejects.toThrow('1 error');
    expect(existsSync(join(workspace.root, 'packages/orders'))).toBe(false);
    expect(printed.join('\n')).toContain('file/outside');
  });

  it('takes a later bare plan of the context as an addition', async () => {
    workspace.write(PLAN, bare(PATHS));
    await run();
    workspace.write('docs/plan/35-002-books-plan.md', bare(['src/domain/aggregates/book/book.ts', 'src/domain/value-objects/symbol.vo.ts', 'src/presentation/grpc/servicers/all-servicer.ts'], 'Book, Order'));
    const changes = await run('35-002');
    expect(changes).toContain('CREATE packages/orders/src/domain/aggregates/book/book.ts');
    expect(textOf('src/presentation/grpc/servicers/all-servicer.ts')).toContain('TODO(35-002)');
    expect(changes.filter((change) => change.startsWith('DELETE'))).toEqual([]);
  });

  it('says what is missing where a plan describes nothing', async () => {
    workspace.write(PLAN, '# Implementation Plan: Orders\n');
    await expect(run()).rejects.toThrow('lists no files and names no aggregates');
  });

  describe('adopting', () => {
    it('changes no other byte, whatever the line ends, the mark and the bytes are', async () => {
      const text = `\uFEFF${bare(PATHS).replaceAll('\n', '\r\n')}trailing  \r\n`;
      const before = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0d, 0x0a])]);
      workspace.write(PLAN, '');
      writeFileSync(join(workspace.root, PLAN), before);
      await adopt();
      const after = readFileSync(join(workspace.root, PLAN));
      const start = after.indexOf('## Domain Model');
      const end = after.indexOf('## Implementation Steps');
      expect(start).toBeGreaterThan(0);
      expect(Buffer.concat([after.subarray(0, start), after.subarray(end)]).equals(before)).toBe(true);
      expect(after.subarray(start, end).toString()).not.toMatch(/[^\r]\n/);
    });

    it('lists what it could not place', async () => {
      workspace.write(PLAN, bare([...PATHS, 'proto/order.proto', 'src/domain/entities/[name].ts']));
      await adopt();
      expect(printed.join('\n')).toMatch(/Not placed:[^]*proto\/order\.proto[^]*\[name\]\.ts/);
    });

    it('refuses a plan that has a block, and a file that is no plan', async () => {
      workspace.write(PLAN, bare(PATHS));
      await adopt();
      await expect(adopt()).rejects.toThrow('has a model block already');
      await expect(adopt('docs/plan/notes.md')).rejects.toThrow('There is no plan');
    });

    it('writes nothing in a dry run', async () => {
      workspace.write(PLAN, bare(PATHS));
      const before = workspace.read(PLAN);
      expect(await workspace.dryRun((tree) => planGenerator(tree, { adopt: '35-001' }))).toEqual([`UPDATE ${PLAN}`]);
      expect(workspace.read(PLAN)).toBe(before);
    });
  });
});

describe.each(barePlans().filter(({ text }) => /\.ts/.test(text)))('the bare plan $name', ({ name, text }) => {
  it('scaffolds, and every listed path is there', async () => {
    const workspace = new RealWorkspace();
    for (const level of ['error', 'warn', 'info'] as const) jest.spyOn(logger, level).mockImplementation(() => undefined);
    workspace.write(`docs/plan/${name}`, text);
    const changes = await workspace.generate((tree) => scaffold(tree, { plan: name, skipInstall: true }, unformatted));
    const listed = [...text.matchAll(/(?:src|test)\/[\w./-]+\.ts/g)].map(([path]) => path);
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.filter((path) => !changes.some((change) => change.endsWith(`/${path}`)))).toEqual([]);
    workspace.remove();
    jest.restoreAllMocks();
  });
});

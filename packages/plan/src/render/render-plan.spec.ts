import { resolveContext } from '@planner/model';
import { SECTIONS } from '../locale';
import { readModelBlock } from '../model-block';
import { parsePlan } from '../parse';
import { modelOf, planInput } from '../testing/plan-input';
import { renderPlan } from './render-plan';

const MODEL_TEXT = `context: broker
enums:
  Broker: [SSI, VPS]
valueObjects:
  Money: { amount: "decimal(18,2) min 0", currency: "enum(VND, USD)" }
aggregates:
  Account:
    fields: { name: string unique, orderId: ref(Order)? }
  Order:
    fields:
      accountId: ref(Account)
      limit: Money?
      quantity: int min 1 max 1000
      fills: list(Fill)
    entities:
      Fill: { executionId: string unique max 64, price: Money }
    lifecycle: { field: status, states: [PENDING, OPEN, DONE] }
    operations:
      open: { from: PENDING, to: OPEN }
      fill: { from: OPEN, to: [OPEN, DONE], add: fills, requires: { InSession: The session is open } }
      remove: { remove: fills }
    invariants:
      NeverOverfilled: The filled quantity never exceeds the ordered quantity
services:
  FeePolicy: { feeFor: { input: { price: Money }, output: Money } }
adapters:
  Gateway: { select: Broker, env: { SSI: [SSI_API_URL, SSI_API_KEY], VPS: [VPS_API_KEY] }, operations: { submit: { input: { orderId: uuid } } } }
useCases:
  PlaceOrder: { aggregate: Order, action: create, uses: [Account], requires: { BuyingPower: The account covers it } }
  RouteOrder: { aggregate: Order, input: { orderId: ref(Order) }, uses: [Gateway.submit] }
policies:
  Route: { on: OrderCreated, run: RouteOrder, with: { orderId: orderId } }
`;
const model = modelOf(MODEL_TEXT);
const input = planInput({ model, modelText: MODEL_TEXT });
const text = renderPlan(input);
const plan = parsePlan(text, input.file);

describe('a rendered plan', () => {
  it('has every section in order', () => {
    expect(
      plan.sections
        .map((section) => section.key)
        .filter((key) => key !== undefined && key !== 'phase' && key !== 'step'),
    ).toEqual([...SECTIONS]);
    expect(plan.phases.map((phase) => phase.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(plan.steps.map((step) => step.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is read without a finding, and gives its model block back', () => {
    expect(plan.diagnostics).toEqual([]);
    expect(plan.modelBlock?.text).toBe(MODEL_TEXT);
    expect(plan.declaration?.context?.text).toBe('broker');
  });

  it('has the header of the seed', () => {
    expect(text.split('\n').slice(0, 4)).toEqual([
      '# Implementation Plan: Order tracking',
      '**File**: docs/plan/35-001-order-tracking-plan.md  ',
      '**Created**: 2026-08-24  ',
      '**Week**: 35',
    ]);
  });

  it.each([
    'domain/enum/Broker',
    'domain/value-object/Money',
    'domain/entity/Order.Fill',
    'domain/aggregate/Order',
    'domain/operation/Order.fill',
    'domain/requirement/Order.fill.InSession',
    'domain/invariant/Order.NeverOverfilled',
    'domain/service/FeePolicy',
    'domain/event/OrderCreated',
    'repository/interface/Order',
    'repository/implementation/Account',
    'repository/in-memory/Order',
    'repository/migration',
    'repository/database-configuration',
    'application/use-case/PlaceOrder',
    'application/port/Gateway',
    'application/policy/Route',
    'infrastructure/adapter/Gateway',
    'infrastructure/adapter/Gateway.SSI',
    'infrastructure/environment',
    'presentation/service/OrderService',
    'presentation/rpc/OrderService.PlaceOrder',
    'testing/contract/Order',
    'testing/end-to-end/OrderService',
    'testing/environment',
    'compliance/boundary/Order',
    'security/no-credentials',
  ])('has task %s', (id) => {
    expect(plan.tasks.filter((task) => task.id === id)).toHaveLength(1);
  });

  it('names what it is about in every task', () => {
    expect(plan.tasks.find((task) => task.id === 'domain/aggregate/Order')?.text).toBe(
      'Create aggregate root `Order` with 1 invariant, 4 operations and 1 child entity',
    );
    expect(plan.tasks.find((task) => task.id === 'domain/operation/Order.fill')?.text).toBe(
      'Operation `Order.fill`: `OPEN` → `OPEN`, `DONE`',
    );
  });

  it('estimates every phase, and the total is their sum', () => {
    const hours = plan.phases.map((phase) => phase.estimate?.hours ?? 0);
    expect(Math.min(...hours)).toBeGreaterThan(0);
    expect(plan.overview.get('effort')?.text).toMatch(
      new RegExp(`^${hours.reduce((sum, each) => sum + each, 0)} hours`),
    );
  });

  it('lists the files of every phase', () => {
    expect(plan.files.map(({ path, step }) => [path, step])).toEqual(
      [1, 2, 3, 4, 5, 6].flatMap((phase) =>
        ['a', 'b'].map((name) => [`src/phase-${phase}/${name}.ts`, phase === 6 ? undefined : phase]),
      ),
    );
  });

  it.each([
    ['a circle of references', '`Account`, `Order` refer to each other in a circle'],
    ['an unbounded list', '`Order.fills` has no upper bound'],
    ['an anemic aggregate', '`Account` has no invariant and no operation but its creation'],
    ['an external system', '`Gateway` may be slow, down or wrong in `submit`'],
    ['a policy', '`Route` runs `RouteOrder` after `OrderCreated`, late or twice'],
    ['a use case of several aggregates', '`PlaceOrder` touches `Order`, `Account`'],
    ['decimals', 'digits get lost where `Money.amount` become binary floats'],
    ['unfinished rules', '`Order.fill.InSession`, `Order.fill.target`'],
    ['hardcoded credentials', 'hardcoded PostgreSQL credentials'],
  ])('warns of %s', (_, part) => {
    expect(sectionText('risks')).toContain(part);
  });

  it.each([
    ['a transition', '- `Order.open` outside `PENDING` → `FAILED_PRECONDITION`'],
    ['a requirement', '- `Order.fill`: `InSession` does not hold → `FAILED_PRECONDITION`: The session is open'],
    ['an invariant', '- `Order`: `NeverOverfilled` broken → `FAILED_PRECONDITION`'],
    ['a unique field', '- `Account`: `name` already taken → `ALREADY_EXISTS`'],
    ['a child that is not there', '- `Order.remove` with an identity that is not there → `NOT_FOUND`'],
    ['a custom use case', '- `RouteOrder` until written → `UNIMPLEMENTED`'],
  ])('gives %s its status', (_, part) => {
    expect(sectionText('errors')).toContain(part);
  });

  it('has the signatures of methods in its steps', () => {
    expect(sectionText('steps')).toContain('- `Order.fill(fill: Fill): void`');
    expect(sectionText('steps')).toContain('- `OrderRepository.findById(id: OrderId): Order?`');
    expect(sectionText('steps')).toContain(
      '- `PlaceOrder(accountId: ref(Account), limit: Money?, quantity: int, fills: list(Fill)): Order`',
    );
  });

  it.each([
    ['postgresql', 'DATABASE_URL=postgresql://user:password@host:5432/broker', 'DATABASE_PASSWORD=your_password'],
    ['mysql', 'DATABASE_URL=mysql://user:password@host:3306/broker', 'DATABASE_PORT=3306'],
    ['mssql', 'DATABASE_URL=mssql://user:password@host:1433/broker', 'DATABASE_USER=sa'],
    ['sqlite', 'DATABASE_URL=sqlite:///.data/broker.sqlite3', 'DATABASE_ECHO=false'],
    ['mongodb', 'DATABASE_URL=mongodb://user:password@host:27017/broker', 'DATABASE_POOL_SIZE=10'],
  ] as const)('documents the environment of %s, adapters included, twice', (database, ...lines) => {
    const blocks = parseEnv(renderPlan(planInput({ model: { ...model, database }, database })));
    expect(blocks).toHaveLength(2);
    for (const block of blocks)
      for (const line of [
        ...lines,
        'SSI_API_URL=https://ssi.example.com',
        'SSI_API_KEY=your_ssi_api_key',
        'GRPC_PORT=50051',
      ])
        expect(block).toContain(line);
  });

  it.each([
    ['typescript', ['dotenv', 'Kysely', 'zod'], ['python-dotenv', 'SQLAlchemy']],
    ['python', ['python-dotenv', 'SQLAlchemy', 'asyncpg', 'Alembic'], ['Kysely', 'zod', 'vitest']],
  ])('speaks of the tools of %s', (language, named, unnamed) => {
    const other = renderPlan(planInput({ model: { ...model, language }, language }));
    for (const tool of named) expect(other).toContain(tool);
    for (const tool of unnamed) expect(other).not.toContain(tool);
  });

  it('reports what the workspace holds', () => {
    const studied = renderPlan({
      ...input,
      design: 'docs/architecture (1).md',
      workspace: {
        contexts: [{ name: 'users', directory: 'packages/users', aggregates: ['User'] }],
        plans: [{ id: '34-001', file: 'docs/plan/34-001-users-plan.md', title: 'Users *and* roles', context: 'users' }],
        clashes: [{ name: 'Order', owner: 'packages/shop' }],
      },
    });
    const section = sectionText('prerequisites', studied);
    expect(section).toContain('[docs/architecture (1).md](docs/architecture%20%281%29.md)');
    expect(section).toContain('[34-001 Users \\*and\\* roles](34-001-users-plan.md) of the context `users`');
    expect(section).toContain('`users` in `packages/users` with `User`');
    expect(section).toContain('`Order` is already used in `packages/shop`');
    expect(sectionText('risks', studied)).toContain('`Order` means something else in `packages/shop`');
  });

  it('says the same in Vietnamese', () => {
    const vietnamese = renderPlan({ ...input, locale: 'vi', title: 'Đặt lệnh' });
    const parsed = parsePlan(vietnamese, input.file);
    expect(parsed).toMatchObject({ locale: 'vi', title: { text: 'Đặt lệnh' }, diagnostics: [] });
    expect(parsed.tasks.map(({ id, depth, phase }) => [id, depth, phase])).toEqual(
      plan.tasks.map(({ id, depth, phase }) => [id, depth, phase]),
    );
    expect(parsed.phases.map((phase) => phase.estimate?.hours)).toEqual(
      plan.phases.map((phase) => phase.estimate?.hours),
    );
    expect(parsed.files.map(({ path, step }) => [path, step])).toEqual(
      plan.files.map(({ path, step }) => [path, step]),
    );
    expect(parsed.sections.map((section) => section.key)).toEqual(plan.sections.map((section) => section.key));
    const proseOnly = vietnamese
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`]*`/g, '')
      .replace(/<!--.*?-->/g, '')
      .replace(/: The [a-z ]+$/gm, '');
    expect(proseOnly.match(/\b(?:the|with|from|must|every|files?|each)\b.*/gi) ?? []).toEqual([]);
  });

  it('is valid before the first aggregate', () => {
    const empty = planInput({ modelText: 'context: broker\n', filesByPhase: new Map() });
    const parsed = parsePlan(renderPlan(empty), empty.file);
    expect(parsed.diagnostics.map(({ rule }) => rule)).toEqual(Array(5).fill('step/no-files'));
    expect(parsed.tasks.map((task) => task.id)).toEqual(
      expect.arrayContaining(['domain/model/broker', 'repository/database-configuration', 'testing/environment']),
    );
  });
});

it('the same input gives the same text again', () => {
  expect(renderPlan(input)).toBe(text);
  expect(text).not.toMatch(/\r|undefined|\[object|NaN/);
});

describe('a later plan of a context', () => {
  const later = `context: broker
valueObjects: { Note: string max 100 }
aggregates:
  Order: { fields: { note: Note? }, operations: { annotate: { set: [note], emits: OrderAnnotated } } }
  Basket: { fields: { orderId: ref(Order) } }
`;
  const read = (block: string, plan: string) =>
    readModelBlock(block, { file: '', line: 1, column: 1, plan }).declaration;
  const resolved = resolveContext(
    [read(MODEL_TEXT, '34-001'), read(later, '35-001')].filter((each) => each !== undefined),
  );
  const rendered = renderPlan(planInput(resolved.model ? { model: resolved.model, modelText: later } : {}));
  const ids = parsePlan(rendered, input.file).tasks.map((task) => task.id);

  it('has tasks for what it adds', () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        'domain/value-object/Note',
        'domain/aggregate/Order',
        'domain/operation/Order.annotate',
        'domain/aggregate/Basket',
        'repository/interface/Basket',
      ]),
    );
    expect(rendered).toContain('Extend aggregate root `Order` with `note` and 1 operation');
    expect(rendered).toContain('Create the next migration of `broker`');
  });

  it('has none for what earlier plans brought', () => {
    for (const id of [
      'domain/value-object/Money',
      'domain/aggregate/Account',
      'domain/operation/Order.fill',
      'domain/identity/Order',
      'repository/unit-of-work',
      'infrastructure/health',
      'application/use-case/PlaceOrder',
    ])
      expect(ids).not.toContain(id);
  });

  it('names the aggregates that it touches, and draws them whole', () => {
    expect(sectionText('overview', rendered)).toContain('**Affected Aggregates**: `Order`, `Basket`\n');
    expect(sectionText('domainModel', rendered)).toContain('  PENDING --> OPEN : open');
    expect(sectionText('domainModel', rendered)).not.toContain('class Account {');
  });

  it('still reminds of .env', () => {
    expect(ids).toContain('repository/database-configuration');
    expect(ids).toContain('testing/environment');
  });
});

function sectionText(key: string, of = text): string {
  const section = parsePlan(of, input.file).sections.find((each) => each.key === key);
  return of
    .split('\n')
    .slice((section?.span.start.line ?? 1) - 1, section?.lastLine)
    .join('\n');
}

function parseEnv(of: string): string[] {
  return parsePlan(of, input.file)
    .fences.filter((fence) => fence.info === 'bash')
    .map((fence) =>
      of
        .split('\n')
        .slice(fence.span.start.line, fence.lastLine - 1)
        .join('\n'),
    );
}

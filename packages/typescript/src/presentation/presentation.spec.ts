import { contextModelOf } from '@planner/testing';
import { NOTHING_ISSUED, PHASES } from '@planner/target';
import { render } from '../render';

const project = {
  name: 'broker',
  directory: 'packages/broker',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' },
  plans: [{ id: '35-001', title: 'Orders', file: 'docs/plan/35-001-orders-plan.md' }],
};

/** Files of the presentation of a context by their path in the project. */
function rendered(yaml: string): ReadonlyMap<string, string> {
  const { files } = render({ model: contextModelOf(yaml), project, phases: new Set(PHASES), issued: NOTHING_ISSUED });
  return new Map(files.map(({ path, text }) => [path.slice('packages/broker/'.length), text]));
}

/** A file without its line breaks, so that a test does not depend on the layout. */
function flat(files: ReadonlyMap<string, string>, path: string): string {
  return (files.get(path) ?? '').replace(/\s+/g, ' ');
}

const TYPES: readonly [type: string, schema: string, mapped: string][] = [
  ['uuid', 'uuid()', 'data.value'],
  ['string', 'text({ max: 255 })', 'data.value'],
  ['string min 1 max 5 pattern /a+b/', 'text({ min: 1, max: 5, pattern: /^a+b$/u })', 'data.value'],
  ['text', 'text()', 'data.value'],
  ['int min 1 max 5', 'int({ min: 1, max: 5 })', 'data.value'],
  ['bigint min 1', 'bigint({ min: 1n })', 'data.value'],
  ['decimal(10,4) min 0.5', "decimal({ precision: 10, scale: 4, min: '0.5' })", 'data.value.toFixed(4)'],
  ['float max 1.5', 'float({ max: 1.5 })', 'data.value'],
  ['bool', 'bool()', 'data.value'],
  ['date', 'date()', 'data.value.toString()'],
  ['datetime', 'instant()', 'timestampOf(data.value)'],
  ['duration', 'duration()', 'durationOf(data.value)'],
  ['bytes max 9', 'bytes({ max: 9 })', 'Buffer.from(data.value)'],
  ['json', 'json()', 'data.value'],
  ['Side', 'sideSchema', 'sideToMessage[data.value]'],
  ['Symbol', 'symbolSchema', 'data.value'],
  ['Money', 'moneySchema', 'moneyToMessage(data.value)'],
  ['ref(Other)', 'symbolSchema', 'data.value'],
  ['ref(Thing)', 'uuid()', 'data.value'],
  ['ref(accounts.Account)', 'text({ min: 1, max: 255 })', 'data.value'],
  ['string?', 'optional(text({ max: 255 }))', 'data.value'],
  ['date?', 'optional(date())', 'data.value?.toString()'],
  ['Money?', 'optional(moneySchema)', 'data.value === undefined ? undefined : moneyToMessage(data.value)'],
  ['int default 3', 'optional(int())', 'data.value'],
  ['list(int) min 1 max 3 distinct', 'list(int(), { min: 1, max: 3, distinct: true })', '[...data.value]'],
  ['list(Money)', 'list(moneySchema)', 'data.value.map(moneyToMessage)'],
  ['list(date)', 'list(date())', 'data.value.map((item) => item.toString())'],
  ['map(string max 9, int) max 3', 'map(text({ max: 9 }), int(), { max: 3 })', 'new Map(data.value)'],
  ['map(string, Money)', 'map(text({ max: 255 }), moneySchema)', 'mapValues(data.value, moneyToMessage)'],
];

describe('a field at the edge', () => {
  it.each(TYPES)('%s is read by %s and written by %s', (type, schema, mapped) => {
    const files = rendered(`
context: broker
enums: { Side: [BUY, SELL] }
valueObjects:
  Symbol: string max 5
  Money: { amount: 'decimal(18,2)', side: Side }
aggregates:
  Thing:
    fields:
      value: "${type.replace(/\\/g, '\\\\')}"
  Other:
    fields: { id: Symbol, holder: Money }
`);
    expect(flat(files, 'src/presentation/grpc/validation/thing-service-requests.ts')).toContain(`value: ${schema},`);
    expect(flat(files, 'src/presentation/grpc/mappers/thing.ts')).toContain(`value: ${mapped},`);
  });
});

describe('names that the contract spells otherwise', () => {
  const files = rendered('{ context: broker, aggregates: { Thing: { fields: { aBC: int, class: int } } } }');

  it('are those of the plan behind the edge', () => {
    const requests = flat(files, 'src/presentation/grpc/validation/thing-service-requests.ts');
    expect(requests).toContain(
      'aBc: int(), class: int(), }).transform((request) => ({ aBC: request.aBc, class: request.class, }));',
    );
  });

  it('are those of the contract in answers', () => {
    expect(flat(files, 'src/presentation/grpc/mappers/thing.ts')).toContain('aBc: data.aBC, class: data.class,');
  });
});

describe('the services of a context', () => {
  it('call the use cases that the plan exposes, and no others', () => {
    const files = rendered(
      '{ context: broker, aggregates: { Thing: { fields: { a: int } } }, grpc: { DeskService: [GetThing] } }',
    );
    expect(flat(files, 'src/presentation/grpc/services/desk-service.ts')).toContain(
      'export interface DeskServiceUseCases { readonly getThing: GetThing; }',
    );
    expect(flat(files, 'src/presentation/grpc/server.ts')).toContain("const services = ['broker.v1.DeskService'];");
    expect([...files.keys()].filter((path) => path.startsWith('src/presentation/grpc/services/'))).toHaveLength(1);
  });

  it('may be none: health and reflection remain', () => {
    const files = rendered('{ context: broker, aggregates: { Thing: { fields: { a: int } } }, grpc: {} }');
    expect(flat(files, 'src/presentation/grpc/server.ts')).toContain(
      'const stopServing = addHealth(server, services, health);',
    );
    expect([...files.keys()].filter((path) => path.startsWith('src/presentation/grpc/services/'))).toEqual([]);
  });
});

describe('what the tests of a generated service send', () => {
  const files = rendered(`
context: broker
aggregates:
  Order:
    fields:
      code: string max 36 unique
      lines: list(Line) max 5
    entities:
      Line: { quantity: int min 1 }
    lifecycle: { field: status, states: [NEW, OPEN, DONE] }
    operations:
      open: { from: NEW, to: OPEN }
      finish: { from: OPEN, to: DONE, input: { reason: string } }
      addLine: { from: OPEN, add: lines }
      drop: { from: DONE, deletes: true }
`);
  const tests = flat(files, 'test/e2e/order.test.ts');

  it('can be sent once: what is unique differs', () => {
    expect(tests).toContain('return { ...createOrderRequest, code: `sample-${count}` };');
  });

  it('leads over other states into the one that a call needs', () => {
    expect(tests).toContain(
      'async function createInDone(): Promise<OrderMessage> { const before = await createInOpen();',
    );
  });

  it('breaks every constraint once', () => {
    const validation = flat(files, 'test/unit/presentation/validation/order-service-requests.test.ts');
    expect(validation).toContain("['code', { ...valid, code: 'x'.repeat(37) }],");
    expect(validation).toContain("['lines[0].quantity', { ...valid, lines: [{ id: '', quantity: 0 }] }],");
    expect(validation).toContain("['expected_version', { ...valid, expectedVersion: 0n }],");
  });
});

describe('what create leaves out', () => {
  const tests = flat(
    rendered(`
context: shop
enums: { Kind: [PLAIN, RARE] }
valueObjects: { Weight: "decimal(9,3)" }
aggregates:
  Order:
    fields:
      name: string
      note: string default "it's"
      kind: Kind default RARE
      weight: Weight default 1.5
      rate: decimal(5,4) default 0.5
      count: int default 7
      total: bigint default 8
      ratio: float default 2
      open: bool default true
      shut: bool default false
      day: date default 2024-02-29
      at: datetime default 2024-01-31T12:00:00.5Z
      wait: duration default -PT1.5S
      label: string default "given"
    operations: { create: { set: [name, label] } }`),
    'test/e2e/order.test.ts',
  );

  it.each([
    String.raw`note: 'it\'s'`,
    'kind: KindMessage.KIND_RARE',
    "weight: '1.500'",
    "rate: '0.5000'",
    'count: 7',
    'total: 8n',
    'ratio: 2',
    'open: true',
    'shut: false',
    "day: '2024-02-29'",
    'at: { seconds: 1706702400n, nanos: 500000000 }',
    'wait: { seconds: -1n, nanos: -500000000 }',
  ])('is expected as the wire writes the values of the plan: %s', (expected) => {
    expect(tests).toContain(` ${expected}`);
  });

  it('is that alone', () => {
    expect(tests).toContain('label: request.label');
    expect(tests).not.toContain("label: 'given'");
  });
});

describe('tests over the network keep clear of each other', () => {
  const files = (unique: string) =>
    rendered(`
context: shop
valueObjects:
  Price: { amount: "decimal(9,2)", currency: "enum(EUR, USD)" }
aggregates:
  Offer:
    fields: { price: Price }
    unique: [[${unique}]]
    operations: { create: { set: [price] } }
  Label:
    fields: { code: string unique }
    operations:
      create: { set: [code] }
      rename: { set: [code] }
      relabel: { set: [code] }
`);

  it('by a service each, where the part of a value that only one may have has two values', () => {
    expect(flat(files('price.currency'), 'test/e2e/offer.test.ts')).toContain('beforeEach(async () => { service =');
    expect(flat(files('price.amount'), 'test/e2e/offer.test.ts')).toContain('beforeAll(async () => { service =');
  });

  it('by a service each, where two operations store the same', () => {
    expect(flat(files('price.amount'), 'test/e2e/label.test.ts')).toContain('beforeEach(async () => { service =');
  });
});

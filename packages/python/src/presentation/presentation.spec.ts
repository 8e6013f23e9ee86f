import { NOTHING_ISSUED, PHASES } from '@planner/target';
import { contextModelOf } from '@planner/testing';
import { pythonTarget } from '..';

const KERNEL = { directory: 'packages/kernel-python', packageName: 'kernel-python' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };

function textOf(yaml: string, path: string): string {
  const model = { ...contextModelOf(yaml), language: 'python' };
  const request = { model, project: PROJECT, phases: new Set(PHASES), issued: NOTHING_ISSUED };
  const { files } = pythonTarget.render(request);
  return files.find((file) => file.path === `packages/shop/${path}`)?.text ?? '';
}

it('sends children without ids to operations, and with them to use cases that people write', () => {
  const yaml = `
context: shop
aggregates:
  Order:
    fields: { lines: list(Line) }
    entities: { Line: { sku: string } }
    operations: { create: { set: [], input: { first: Line } } }
useCases: { Compare: { aggregate: Order, input: { line: Line } } }`;
  const tests = textOf(yaml, 'tests/unit/presentation/test_order_mapper.py');
  expect(tests).toContain('first=order_pb2.Line(sku=');
  expect(tests).toMatch(/line=order_pb2\.Line\(id="[0-9a-f-]{36}", sku=/);
});

it('tells an enum from the constant that maps it, though its name is all capitals', () => {
  const yaml = 'context: shop\nenums: { X1: [A] }\naggregates: { Order: { fields: { kind: X1 default A } } }';
  const mapper = textOf(yaml, 'src/presentation/grpc/mappers/order_mapper.py');
  expect(mapper).toContain('from src.presentation.grpc.mappers.enums import X1_\n');
  expect(mapper).toContain('X1_.to_message(dto.kind)');
});

it('sends what is wrong in every field: a value object in each of its ways, a request once, one field alone never', () => {
  const yaml = `
context: shop
valueObjects:
  Price: { amount: "decimal(9,2) min 0", open: bool, currency: "enum(EUR, USD)" }
  Size: { width: int min 1, open: bool }
aggregates:
  Order:
    fields: { price: Price, size: Size, name: string min 1 }`;
  const suiteOf = (name: string, path: string) =>
    textOf(yaml, path)
      .split('@pytest.mark')
      .find((part) => part.includes(`def test_${name}_tells_all_that_is_wrong(`));
  const values = 'tests/unit/presentation/test_value_objects.py';
  const price = suiteOf('price', values) ?? '';
  expect(price.match(/\["amount", "currency"\]/g)?.length).toBeGreaterThan(2);
  expect(price).toMatch(/changed\(PRICE, amount="-0\.01", currency=types_pb2\.PRICE_CURRENCY_UNSPECIFIED\)/);
  expect(suiteOf('size', values)).toBeUndefined();
  const request = suiteOf('create_order_command', 'tests/unit/presentation/test_order_mapper.py');
  expect(request?.match(/\["price", "size", "name"\]/g)).toHaveLength(1);
});

it('expects of what create leaves out the values of the plan, as the wire writes them', () => {
  const yaml = `
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
    operations: { create: { set: [name, label] } }`;
  const tests = textOf(yaml, 'tests/e2e/test_order.py');
  for (const expected of [
    `created.note == "it's"`,
    'created.kind == types_pb2.KIND_RARE',
    'created.weight == "1.500"',
    'created.rate == "0.5000"',
    'created.count == 7',
    'created.total == 8',
    'created.ratio == 2.0',
    'assert created.open',
    'assert not created.shut',
    'created.day == "2024-02-29"',
    'created.at == timestamp_of(parse_instant("2024-01-31T12:00:00.5Z"))',
    'created.wait == duration_of(parse_duration("-PT1.5S"))',
  ])
    expect(tests).toContain(`${expected}\n`);
  expect(tests).not.toContain('created.label == "given"');
});

describe('tests over the network keep clear of each other', () => {
  const scope = (unique: string, path: string) =>
    / scope="(\w+)"/.exec(
      textOf(
        `
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
`,
        path,
      ),
    )?.[1];

  it('by a service each, where the part of a value that only one may have has two values', () => {
    expect(scope('price.currency', 'tests/e2e/test_offer.py')).toBe('function');
    expect(scope('price.amount', 'tests/e2e/test_offer.py')).toBe('module');
  });

  it('by a service each, where two operations store the same', () => {
    expect(scope('price.amount', 'tests/e2e/test_label.py')).toBe('function');
  });
});

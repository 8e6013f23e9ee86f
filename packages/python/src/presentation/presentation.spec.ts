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

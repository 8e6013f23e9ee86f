import { resolveContext } from '@planner/model';
import type { ContextModel } from '@planner/model';
import { printModelBlock, readModelBlock } from '@planner/plan';
import * as fc from 'fast-check';
import { arbitraryModel } from '../arbitrary';

const FIRST = `context: shop
enums: { Side: [BUY, SELL] }
valueObjects: { Money: { amount: int } }
aggregates:
  Order:
    description: An order
    fields: { name: string max 10 min 1, lines: list(Line) }
    entities: { Line: { sku: string } }
    lifecycle: { field: status, states: [NEW, DONE] }
    operations: { finish: { from: NEW, to: DONE, emits: Finished } }
    invariants: { Named: It has a name }
    finders: { byName: { by: name } }
services: { Fees: { fee: { output: int } } }
useCases: { Report: { kind: query, aggregate: Order, output: int } }
`;

function declarationOf(yaml: string, plan: string) {
  const { declaration, diagnostics } = readModelBlock(yaml, { file: `${plan}.md`, line: 1, column: 1, plan });
  if (declaration === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return declaration;
}

function fold(...later: string[]) {
  const all = [FIRST, ...later.map((yaml) => `context: shop\n${yaml}`)];
  const { model, diagnostics } = resolveContext(all.map((yaml, index) => declarationOf(yaml, `35-00${index + 1}`)));
  return { model, findings: diagnostics.map(({ span, rule }) => `${span.file}:${span.start.line} ${rule}`) };
}

const names = (items: readonly { name: string }[] | undefined) => items?.map((item) => item.name);
const order = (model: ContextModel | undefined) => model?.aggregates.find((each) => each.name === 'Order');

describe('a later plan', () => {
  it('adds elements and members', () => {
    const { model, findings } = fold(`
enums: { Side: [SHORT], Kind: [A] }
valueObjects: { Money: { note: string? } }
aggregates:
  Order:
    fields: { note: string?, count: int default 0, tags: list(string) }
    entities: { Line: { quantity: int default 1 } }
    lifecycle: { field: status, states: [CLOSED] }
    operations: { close: { to: CLOSED } }
    unique: [[note]]
  Invoice: { fields: { total: Money } }
services: { Fees: { tax: {} } }
`);
    expect(findings).toEqual([]);
    expect(model?.enums.find((each) => each.name === 'Side')?.members.map((member) => member.name)).toEqual([
      'BUY',
      'SELL',
      'SHORT',
    ]);
    expect(names(order(model)?.fields)).toEqual(['name', 'lines', 'note', 'count', 'tags']);
    expect(order(model)?.lifecycle).toMatchObject({ states: ['NEW', 'DONE', 'CLOSED'], initial: 'NEW' });
    expect(names(order(model)?.operations)).toEqual(['create', 'finish', 'close']);
    expect(order(model)?.unique).toEqual([['note']]);
    expect(names(order(model)?.entities[0]?.fields)).toEqual(['sku', 'quantity']);
    expect(names(model?.aggregates)).toEqual(['Order', 'Invoice']);
    expect(names(model?.services[0]?.methods)).toEqual(['fee', 'tax']);
    expect(model?.plans).toEqual(['35-001', '35-002']);
  });

  it('leaves its id on what it defines, and only there', () => {
    const { model } = fold(
      'aggregates: { Order: { fields: { note: string? } } }',
      'change: [Order.note]\naggregates: { Order: { fields: { note: text? } } }',
    );
    expect(order(model)?.plan).toBe('35-001');
    expect(order(model)?.fields.map((field) => [field.name, field.plan])).toEqual([
      ['name', '35-001'],
      ['lines', '35-001'],
      ['note', '35-003'],
    ]);
  });

  it('changes nothing by repeating', () => {
    const once = fold().model;
    const again = fold(
      FIRST.replace('context: shop\n', '')
        .replace('max 10 min 1', 'min 1 max 10')
        .replace('    description: An order\n', ''),
    );
    expect(again.findings).toEqual([]);
    expect({ ...again.model, plans: [] }).toEqual({ ...once, plans: [] });
  });

  it.each([
    ['aggregates: { Order: { fields: { note: string } } }', ['35-002.md:2 plan/required-addition']],
    ['aggregates: { Order: { entities: { Line: { price: int } } } }', ['35-002.md:2 plan/required-addition']],
    ['valueObjects: { Money: { currency: string } }', ['35-002.md:2 plan/required-addition']],
    ['aggregates: { Order: { fields: { name: string } } }', ['35-002.md:2 plan/changed']],
    ['aggregates: { Order: { operations: { finish: { to: NEW } } } }', ['35-002.md:2 plan/changed']],
    ['aggregates: { Order: { description: Another } }', ['35-002.md:2 plan/changed']],
    ['aggregates: { Order: { lifecycle: { field: state, states: [A] } } }', ['35-002.md:2 plan/changed']],
    ['valueObjects: { Money: int }', ['35-002.md:2 plan/changed']],
    ['useCases: { Report: { aggregate: Order } }', ['35-002.md:2 plan/changed']],
    ['grpc: { OrderService: [GetOrder] }', ['35-002.md:2 plan/changed']],
    ['change: [Order.nme]\naggregates: { Order: { fields: { nme: int? } } }', ['35-002.md:2 plan/unknown-path']],
    ['change: [Order.name]', ['35-002.md:2 plan/change-without-definition']],
    [
      'remove: [Order.name]\naggregates: { Order: { fields: { name: string } } }',
      ['35-002.md:2 plan/removed-and-defined'],
    ],
    ['remove: [Order.lines]\naggregates: { Order: { fields: { x: int? } } }', ['35-001.md:8 entity/unused']],
    ['remove: [Order.name]', ['35-001.md:12 path/unknown']],
  ])('%s: %j', (yaml, expected) => {
    expect(fold(yaml).findings).toEqual(expected);
  });

  it('changes what it lists', () => {
    const { model, findings } = fold(
      'change: [Order.name, Order.operations.finish, Report, grpc]\naggregates: { Order: { fields: { name: text }, operations: { finish: { to: NEW } } } }\nuseCases: { Report: { aggregate: Order } }\ngrpc: { OrderService: [Report] }',
    );
    expect(findings).toEqual([]);
    expect(order(model)?.fields[0]?.type).toMatchObject({ scalar: 'text' });
    expect(order(model)?.operations[1]?.to).toEqual(['NEW']);
    expect(model?.grpcServices.map((each) => each.useCases)).toEqual([['Report']]);
  });

  it('removes what it lists, deep inside too', () => {
    const { model, findings } = fold(
      'remove: [Order.finish, Order.Named, Side.SELL, Fees, Order.byName, Report, Order.description]',
    );
    expect(findings).toEqual([]);
    expect(names(order(model)?.operations)).toEqual(['create']);
    expect(order(model)?.invariants).toEqual([]);
    expect(order(model)).not.toHaveProperty('description');
    expect(model?.enums[0]?.members).toEqual([{ name: 'BUY' }]);
    expect([model?.services, names(order(model)?.finders)]).toEqual([[], ['list']]);
  });

  it('says in full which of two it means', () => {
    const both = 'aggregates: { Order: { fields: { list: int? }, finders: { list: { by: [name] } } } }';
    expect(fold(both, 'remove: [Order.list]').findings).toEqual(['35-003.md:2 plan/ambiguous-path']);
    expect(order(fold(both, 'remove: [Order.fields.list]').model)?.fields.map((field) => field.name)).toEqual([
      'name',
      'lines',
    ]);
  });

  it('adds rpcs to a list, and takes them off', () => {
    const listed = 'change: [grpc]\ngrpc: { OrderService: [GetOrder, ListOrders] }';
    expect(fold(listed, 'grpc: { OrderService: [FinishOrder] }').model?.grpcServices[0]?.useCases).toEqual([
      'GetOrder',
      'ListOrders',
      'FinishOrder',
    ]);
    expect(fold(listed, 'remove: [OrderService.GetOrder]').model?.grpcServices[0]?.useCases).toEqual(['ListOrders']);
  });

  it('is about the same context', () => {
    const { diagnostics } = resolveContext([declarationOf(FIRST, 'a'), declarationOf('context: other', 'b')]);
    expect(diagnostics.map((each) => each.rule)).toEqual(['plan/context']);
  });

  it('cannot be the first and change something', () => {
    expect(
      resolveContext([declarationOf('context: shop\nchange: [A]', 'a')]).diagnostics.map((each) => each.rule),
    ).toEqual(['plan/unknown-path']);
  });
});

it('any model on top of itself is itself', () => {
  fc.assert(
    fc.property(arbitraryModel(), (yaml) => {
      const declaration = declarationOf(yaml, '35-001');
      const [once, twice] = [
        resolveContext([declaration]),
        resolveContext([declaration, declarationOf(printModelBlock(declaration), '35-001')]),
      ];
      expect(twice.diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
      expect(twice.model).toEqual(once.model);
    }),
    { numRuns: 25 },
  );
});

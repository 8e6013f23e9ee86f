import { parsePlan } from '@planner/plan';
import { modelOf, told, USUAL } from '../testing/models';
import { readSettings } from '../settings';
import { checkDesign } from '.';

const check = (...blocks: string[]) => told(checkDesign(blocks.map(modelOf), [], USUAL));
const rules = (...blocks: string[]) => check(...blocks).map((each) => each.split(' ')[0]);

const HEAD = 'context: orders\naggregates:\n  Order:\n';

describe('an anemic aggregate', () => {
  it.each([
    [
      'only create',
      `${HEAD}    fields: { note: string }`,
      'Order has state, but no operation changes it, and no rule guards it.',
    ],
    [
      'setters',
      `${HEAD}    fields: { note: string }\n    operations:\n      rename: { set: [note], emits: OrderRenamed }\n      edit: { set: [note], emits: OrderEdited }`,
      'Order has state, but no behaviour: rename and edit only copy what they are given, and no rule guards it.',
    ],
    [
      'a deletion',
      `${HEAD}    fields: { note: string }\n    operations:\n      drop: { deletes: true, emits: OrderDropped }`,
      'Order has state, but no operation changes it, and no rule guards it.',
    ],
  ])('with %s is found at its name', (_, block, message) => {
    expect(check(block)).toEqual([`ddd/anemic-aggregate 6:3 ${message}`]);
  });

  it.each([
    ['an invariant', '    invariants: { Positive: It is positive }'],
    ['a rule of create', '    operations:\n      create: { requires: { Open: The shop is open } }'],
    ['a computed value', '    operations:\n      sum: { set: [note = computed], emits: OrderSummed }'],
    ['a fixed value', '    operations:\n      clear: { set: [note = none], emits: OrderCleared }'],
    [
      'a lifecycle',
      '    lifecycle: { field: status, states: [OPEN, DONE] }\n    operations:\n      finish: { from: OPEN, to: DONE, emits: OrderFinished }',
    ],
    [
      'a rule of a child',
      '    entities:\n      Line:\n        fields: { price: int }\n        invariants: { Positive: It is positive }',
    ],
  ])('is none with %s', (_, rest) => {
    const lines = rest.includes('Line') ? '{ note: string?, lines: list(Line) }' : '{ note: string? }';
    expect(rules(`${HEAD}    fields: ${lines}\n${rest}`)).toEqual([]);
  });

  it('that grows a list has behaviour', () => {
    expect(
      rules(`${HEAD}    fields: { tags: list(string) }\n    operations:\n      tag: { add: tags, emits: OrderTagged }`),
    ).toEqual([]);
  });
});

describe('an oversized aggregate', () => {
  const block = `${HEAD}    fields: { a: int, b: int, lines: list(Line), marks: list(Mark) }\n    entities: { Line: { c: int }, Mark: { d: int } }\n    operations:\n      grow: { set: [a = computed], emits: OrderGrew }`;
  const check = (options: object) => {
    const { settings, problems } = readSettings({ 'ddd/oversized-aggregate': ['warning', options] });
    expect(problems).toEqual([]);
    return told(checkDesign([modelOf(block)], [], settings));
  };

  it('is one with more of anything than the options allow', () => {
    expect(check({ maxFields: 5, maxEntities: 1 })).toEqual([
      'ddd/oversized-aggregate 6:3 Order has 6 fields (at most 5) and 2 child entities (at most 1): it is loaded, locked and saved as one.',
    ]);
    expect(check({ maxOperations: 1 })).toHaveLength(1);
    expect(check({ maxFields: 6, maxEntities: 2, maxOperations: 2 })).toEqual([]);
  });
});

describe('a value object', () => {
  const of = (fields: string) => rules(`context: orders\nvalueObjects:\n  Money: { ${fields} }\n`);

  it.each(['id: uuid, amount: int', 'moneyId: string, amount: int', 'uuid: string, amount: int'])(
    'with %s has an identity',
    (fields) => {
      expect(of(fields)).toEqual(['ddd/value-object-identity']);
    },
  );

  it.each(['amount: int', 'accountId: ref(accounts.Account)', 'orderId: uuid', 'identity: string', 'valid: bool'])(
    'with %s has none',
    (fields) => {
      expect(of(fields)).toEqual([]);
    },
  );
});

describe('boundaries of aggregates', () => {
  const BOTH = `context: orders
aggregates:
  Order:
    fields: { note: string? }
    invariants: { Good: It is good }
  Stock:
    fields: { left: int }
    invariants: { Good: It is good }
adapters:
  Shipping:
    env: [SHIPPING_URL]
    operations:
      quote: { input: { note: string }, output: { price: int } }
      submit: { input: { note: string }, output: { code: string } }
      ping: { input: { note: string } }
useCases:
`;

  it('are crossed by a use case that takes an aggregate by object', () => {
    expect(
      check(`${BOTH}  Move: { aggregate: Order, input: { stock: Stock, others: list(Stock) } }`).map((each) =>
        each.slice(0, 60),
      ),
    ).toEqual([
      'ddd/aggregate-by-object 20:38 Move takes the whole aggregate',
      'ddd/aggregate-by-object 20:52 Move takes the whole aggregate',
    ]);
    expect(rules(`${BOTH}  Move: { aggregate: Order, input: { stock: ref(Stock) }, output: Order }`)).toEqual([]);
  });

  it('are crossed by a command that holds several repositories', () => {
    expect(check(`${BOTH}  Move: { aggregate: Order, uses: [Stock] }`)).toEqual([
      'ddd/several-aggregates 20:3 Move may change Order and Stock in one transaction: it holds all their repositories.',
    ]);
    expect(rules(`${BOTH}  Move: { aggregate: Order, uses: [Order] }`)).toEqual([]);
    expect(rules(`${BOTH}  Look: { kind: query, aggregate: Order, uses: [Stock], output: int }`)).toEqual([]);
  });

  it.each([
    ['submit', ['ddd/query-with-effects']],
    ['ping', ['ddd/query-with-effects']],
    ['quote', []],
  ])('are left in peace by a query that calls %s: %j', (operation, expected) => {
    expect(
      rules(`${BOTH}  Look: { kind: query, aggregate: Order, uses: [Shipping.${operation}], output: int }`),
    ).toEqual(expected);
    expect(rules(`${BOTH}  Act: { aggregate: Order, uses: [Shipping.${operation}] }`)).toEqual([]);
  });
});

describe('lifecycles', () => {
  const of = (states: string, operations: string, rest = '') =>
    `${HEAD}    fields: { note: string? }\n    lifecycle: { field: status, states: [${states}] }\n    operations:\n${operations}\n${rest}`;
  const PAY = '      pay: { from: OPEN, to: PAID, emits: OrderPaid }';

  it('have no state that is never reached', () => {
    expect(
      check(of('OPEN, PAID, LOST, GONE', `${PAY}\n      lose: { from: GONE, to: LOST, emits: OrderLost }`)),
    ).toEqual([
      'ddd/unreachable-state 8:5 The states LOST and GONE are never reached: no operation leads Order there from OPEN.',
    ]);
    expect(rules(of('OPEN, PAID', PAY))).toEqual([]);
    expect(rules(of('OPEN, PAID', '      pay: { to: PAID, emits: OrderPaid }'))).toEqual([]);
  });

  it('have no transition that nothing sets off', () => {
    const block = of('OPEN, PAID', PAY, 'grpc:\n  OrderService: [CreateOrder]');
    expect(check(block)).toEqual([
      'ddd/unexposed-transition 10:7 Nothing sets off the transition Order.pay: no rpc exposes PayOrder, and no policy runs it.',
    ]);
  });

  it.each([
    ['an rpc', 'grpc:\n  OrderService: [CreateOrder, PayOrder]'],
    ['the default rpcs', ''],
    [
      'a policy',
      'events:\n  bank.Paid: { orderId: uuid }\npolicies:\n  Pay: { on: bank.Paid, run: PayOrder, with: { id: orderId } }\ngrpc:\n  OrderService: [CreateOrder]',
    ],
    [
      'an rpc under another name',
      'useCases:\n  Settle: { aggregate: Order, action: pay }\ngrpc:\n  OrderService: [CreateOrder, Settle]',
    ],
  ])('are set off by %s', (_, rest) => {
    expect(rules(of('OPEN, PAID', PAY, rest))).toEqual([]);
  });

  it('may be set off by a custom command, so that is a note', () => {
    const block = of(
      'OPEN, PAID',
      PAY,
      'useCases:\n  Settle: { aggregate: Order }\ngrpc:\n  OrderService: [CreateOrder, Settle]',
    );
    expect(checkDesign([modelOf(block)], [], USUAL)).toMatchObject([
      { rule: 'ddd/unexposed-transition', severity: 'info' },
    ]);
  });
});

describe('policies', () => {
  const context = (name: string, policies: string) => `context: ${name}
aggregates:
  Order:
    fields: { note: string? }
    invariants: { Good: It is good }
    operations:
      open: { emits: OrderOpened }
      close: { emits: OrderClosed }
${policies}`;

  it('that set each other off in a circle are found once', () => {
    expect(
      check(
        context(
          'orders',
          'policies:\n  Reopen: { on: OrderClosed, run: OpenOrder }\n  Close: { on: OrderOpened, run: CloseOrder }',
        ),
      ),
    ).toEqual(['ddd/policy-cycle 13:3 The policies run in a circle: Reopen → Close → Reopen.']);
  });

  it('that set themselves off are a circle of one', () => {
    expect(check(context('orders', 'policies:\n  Reopen: { on: OrderOpened, run: OpenOrder }'))).toEqual([
      'ddd/policy-cycle 13:3 The policies run in a circle: Reopen → Reopen.',
    ]);
  });

  it('are followed from one context to the next', () => {
    const orders = context(
      'orders',
      'events:\n  stock.OrderClosed: { orderId: uuid }\npolicies:\n  Open: { on: stock.OrderClosed, run: OpenOrder, with: { id: orderId } }',
    );
    const stock = context(
      'stock',
      'events:\n  orders.OrderOpened: { orderId: uuid }\npolicies:\n  Close: { on: orders.OrderOpened, run: CloseOrder, with: { id: orderId } }',
    );
    expect(check(orders, stock)).toEqual([
      'ddd/policy-cycle 15:3 The policies run in a circle: Open → stock.Close → Open.',
    ]);
  });

  it('in a chain are no circle', () => {
    expect(rules(context('orders', 'policies:\n  Close: { on: OrderOpened, run: CloseOrder }'))).toEqual([]);
  });
});

describe('a repository', () => {
  const listing = (...paths: string[]) => {
    const text = `# Implementation Plan: Orders\n\n## Implementation Steps\n\n### Step 2: Repository Layer\n\n**Files to create:**\n${paths.map((path) => `- \`${path}\``).join('\n')}\n`;
    return told(checkDesign([], [parsePlan(text, 'docs/plan/35-001-orders-plan.md')], USUAL));
  };

  it('for an entity inside an aggregate is found where it is listed', () => {
    expect(
      listing(
        'src/domain/aggregates/order/order.py',
        'src/domain/entities/order_line.py',
        'src/domain/repositories/order_line_repository.py',
      ),
    ).toEqual([
      'ddd/repository-for-entity 10:4 src/domain/repositories/order_line_repository.py is a repository for OrderLine, which is no aggregate root.',
    ]);
  });

  it.each([
    ['an aggregate', ['src/domain/aggregates/order/order.py', 'src/domain/repositories/order_repository.py']],
    [
      'an aggregate with its root under entities',
      [
        'src/domain/aggregates/order/x.py',
        'src/domain/entities/order.py',
        'src/domain/repositories/order_repository.py',
      ],
    ],
    ['something unknown', ['src/domain/repositories/report_repository.py']],
  ])('for %s is fine', (_, paths) => {
    expect(listing(...paths)).toEqual([]);
  });
});

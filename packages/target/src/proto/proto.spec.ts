import { aggregate, composite, context, defaultUseCases, enumeration, field, operation, parameter, scalar, useCase } from '../testing/models';
import { type ProtoModel, protoModel, type ProtoNumbers, renderProto } from '.';

const plan = '35-001';
const money = composite('Money', [field('amount', scalar('decimal', { precision: 18, scale: 2 })), field('currency', { kind: 'enum', name: 'MoneyCurrency' })]);
const currency = enumeration('MoneyCurrency', ['VND', 'USD'], 'inline');
const status = enumeration('OrderStatus', ['PENDING', 'OPEN'], 'lifecycle');
const symbol = { name: 'Symbol', plan, kind: 'simple' as const, type: scalar('string', { pattern: '[A-Z]+' }) };
const fill = { name: 'Fill', plan, identity: { kind: 'generated' as const }, fields: [field('quantity', scalar('int')), field('filledAt', scalar('datetime'), { default: { kind: 'now' } })], unique: [], invariants: [] };
const fills = field('fills', { kind: 'list', element: { kind: 'entity', aggregate: 'Order', name: 'Fill' }, distinct: false });
const orderFields = [
  field('symbol', { kind: 'valueObject', name: 'Symbol' }, { description: 'What is traded' }),
  field('limitPrice', { kind: 'valueObject', name: 'Money' }, { optional: true }),
  field('filled', scalar('int'), { default: { kind: 'literal', text: '0' } }),
  fills,
];
const fillParameter = parameter(field('fill', { kind: 'entity', aggregate: 'Order', name: 'Fill' }), 'add');
const order = aggregate('Order', orderFields, {
  description: 'An instruction to buy or sell',
  entities: [fill],
  lifecycle: { name: 'status', plan, enum: 'OrderStatus', states: ['PENDING', 'OPEN'], initial: 'PENDING' },
  operations: [
    operation('create', 'create', orderFields.slice(0, 3).map((own) => parameter(own))),
    operation('fill', 'change', [fillParameter]),
    operation('discard', 'delete', [parameter(field('reason', scalar('string')), 'input')]),
  ],
  finders: [
    {
      name: 'list',
      plan,
      by: [
        { name: 'status', plan, path: ['status'], type: { kind: 'enum', name: 'OrderStatus' }, optional: true, match: 'equals' },
        { name: 'limitPriceCurrency', plan, path: ['limitPrice', 'currency'], type: { kind: 'enum', name: 'MoneyCurrency' }, optional: false, match: 'equals' },
      ],
      sort: [],
      single: false,
    },
  ],
});
const broker = context([order], { enums: [currency, status], valueObjects: [symbol, money] });

/** All files of a model as one text. */
function textOf(model: ProtoModel): string {
  return model.files.map((file) => `// ${file.path}\n${renderProto(file)}`).join('\n');
}

function messageText(model: ProtoModel, name: string): string {
  return new RegExp(`^message ${name} \\{[^}]*\\}`, 'm').exec(textOf(model))?.[0] ?? '';
}

/** The lines of a message without the comments. */
function fieldsOf(model: ProtoModel, name: string): string[] {
  const lines = messageText(model, name).split('\n').slice(1, -1).map((line) => line.trim());
  return lines.filter((line) => !line.startsWith('//'));
}

describe('the contract of a context', () => {
  it('reads as a person would write it', () => {
    expect(textOf(protoModel(broker, {}))).toMatchSnapshot();
  });

  it('places services, aggregates and shared types in files that import each other in one direction', () => {
    const { files } = protoModel(broker, {});
    expect(files.map(({ path, imports }) => [path, imports])).toEqual([
      ['broker/v1/order.proto', ['broker/v1/types.proto', 'google/protobuf/timestamp.proto']],
      ['broker/v1/order_service.proto', ['broker/v1/order.proto', 'broker/v1/types.proto']],
      ['broker/v1/types.proto', []],
    ]);
  });

  it.each([
    ['CreateOrderRequest', ['string symbol = 1;', 'optional Money limit_price = 2;', 'optional int32 filled = 3;']],
    ['CreateOrderResponse', ['Order order = 1;']],
    ['FillOrderRequest', ['string id = 1;', 'optional int64 expected_version = 2;', 'Fill fill = 3;']],
    ['DiscardOrderRequest', ['string id = 1;', 'optional int64 expected_version = 2;', 'string reason = 3;']],
    ['DiscardOrderResponse', []],
    ['GetOrderRequest', ['string id = 1;']],
    ['ListOrdersRequest', ['optional OrderStatus status = 1;', 'MoneyCurrency limit_price_currency = 2;', 'int32 page_size = 3;', 'string page_token = 4;']],
    ['ListOrdersResponse', ['repeated Order orders = 1;', 'string next_page_token = 2;']],
    ['Fill', ['string id = 1;', 'int32 quantity = 2;', 'optional google.protobuf.Timestamp filled_at = 3;']],
    [
      'Order',
      [
        'string id = 1;',
        'string symbol = 2;',
        'optional Money limit_price = 3;',
        'int32 filled = 4;',
        'repeated Fill fills = 5;',
        'OrderStatus status = 6;',
        'int64 version = 7;',
        'google.protobuf.Timestamp created_at = 8;',
        'google.protobuf.Timestamp updated_at = 9;',
      ],
    ],
  ])('%s has the fields of its origin', (name, fields) => {
    expect(fieldsOf(protoModel(broker, {}), name)).toEqual(fields);
  });

  it.each([
    ['uuid', 'string'],
    ['string', 'string'],
    ['text', 'string'],
    ['int', 'int32'],
    ['bigint', 'int64'],
    ['decimal', 'string'],
    ['float', 'double'],
    ['bool', 'bool'],
    ['date', 'string'],
    ['datetime', 'google.protobuf.Timestamp'],
    ['duration', 'google.protobuf.Duration'],
    ['bytes', 'bytes'],
    ['json', 'google.protobuf.Struct'],
  ] as const)('%s is %s, alone, in a list and in a map', (name, wire) => {
    const type = scalar(name);
    const things = aggregate('Thing', [
      field('one', type),
      field('maybe', type, { optional: true }),
      field('many', { kind: 'list', element: type, distinct: false }),
      field('byName', { kind: 'map', key: scalar('string'), value: type }),
    ]);
    expect(fieldsOf(protoModel(context([things]), {}), 'CreateThingRequest')).toEqual([
      `${wire} one = 1;`,
      `optional ${wire} maybe = 2;`,
      `repeated ${wire} many = 3;`,
      `map<string, ${wire}> by_name = 4;`,
    ]);
  });

  it('writes a reference as the identity that it stands for', () => {
    const instrument = aggregate('Instrument', [], { identity: { kind: 'given', type: { kind: 'valueObject', name: 'Symbol' } } });
    const ticket = aggregate('Ticket', [], { identity: { kind: 'given', type: scalar('bigint') } });
    const holder = aggregate('Holder', [
      field('instrument', { kind: 'ref', target: { kind: 'aggregate', aggregate: 'Instrument' } }),
      field('ticket', { kind: 'ref', target: { kind: 'aggregate', aggregate: 'Ticket' } }),
      field('account', { kind: 'ref', target: { kind: 'foreign', context: 'accounts', aggregate: 'Account' } }),
    ]);
    const model = protoModel(context([instrument, ticket, holder], { valueObjects: [symbol] }), {});
    expect(fieldsOf(model, 'CreateHolderRequest')).toEqual(['string instrument = 1;', 'int64 ticket = 2;', 'string account = 3;']);
    expect(fieldsOf(model, 'GetTicketRequest')).toEqual(['int64 id = 1;']);
  });

  it('gives custom use cases what they take and answer', () => {
    const quote = useCase('QuoteOrders', 'Order', {
      kind: 'query',
      input: [field('limit', scalar('int'), { default: { kind: 'literal', text: '5' } })],
      output: { kind: 'page', name: 'moneys', element: { kind: 'valueObject', name: 'Money' } },
    });
    const route = useCase('RouteOrder', 'Order', { output: { kind: 'fields', bare: false, fields: [field('brokerOrderId', scalar('string'), { optional: true })] } });
    const useCases = [...defaultUseCases(order), quote, route];
    const model = protoModel(context([order], { enums: [currency, status], valueObjects: [symbol, money], useCases }), {});
    expect(fieldsOf(model, 'QuoteOrdersRequest')).toEqual(['optional int32 limit = 1;', 'int32 page_size = 2;', 'string page_token = 3;']);
    expect(fieldsOf(model, 'QuoteOrdersResponse')).toEqual(['repeated Money moneys = 1;', 'string next_page_token = 2;']);
    expect(fieldsOf(model, 'RouteOrderRequest')).toEqual([]);
    expect(fieldsOf(model, 'RouteOrderResponse')).toEqual(['optional string broker_order_id = 1;']);
  });

  it('says nothing about what no service exposes', () => {
    const model = protoModel({ ...broker, grpcServices: [{ name: 'OrderService', plan, useCases: ['DiscardOrder'] }] }, {});
    expect(model.files.map(({ path }) => path)).toEqual(['broker/v1/order_service.proto']);
  });

  it('is the same for the same model', () => {
    expect(textOf(protoModel(broker, {}))).toBe(textOf(protoModel(structuredClone(broker), {})));
  });
});

describe('names', () => {
  it('end in Service where the plan leaves it out', () => {
    const { services } = protoModel({ ...broker, grpcServices: [{ name: 'Trading', plan, useCases: ['GetOrder'] }] }, {});
    expect(services.map(({ name, planName, file }) => [name, planName, file])).toEqual([['TradingService', 'Trading', 'broker/v1/trading_service.proto']]);
  });

  it('put the service in front of the messages of a use case that a second service exposes', () => {
    const grpcServices = ['OrderService', 'BackOffice'].map((name) => ({ name, plan, useCases: ['GetOrder'] }));
    const both = protoModel({ ...broker, grpcServices }, {});
    expect(both.services.flatMap(({ rpcs }) => rpcs.map(({ request }) => request))).toEqual(['GetOrderRequest', 'BackOfficeServiceGetOrderRequest']);
    const turned = protoModel({ ...broker, grpcServices: [...grpcServices].reverse() }, both.numbers);
    expect(turned.services.flatMap(({ rpcs }) => rpcs.map(({ request }) => request))).toEqual(['BackOfficeServiceGetOrderRequest', 'GetOrderRequest']);
  });

  it.each([
    ['a request', 'GetOrderRequest'],
    ['a response', 'GetOrderResponse'],
  ])('of the plan are not taken from it by %s', (_, name) => {
    const taken = composite(name, [field('x', scalar('int'))]);
    const holder = aggregate('Order', [field('own', { kind: 'valueObject', name })]);
    const model = protoModel(context([holder], { valueObjects: [taken] }), {});
    expect(fieldsOf(model, name)).toEqual(['int32 x = 1;']);
    expect(fieldsOf(model, 'OrderServiceGetOrderRequest')).toEqual(['string id = 1;']);
  });

  it('of requests stay when the plan later has a type of that name', () => {
    const before = protoModel(broker, {});
    const taken = composite('GetOrderRequest', [field('x', scalar('int'))]);
    const holder = aggregate('Order', [field('own', { kind: 'valueObject', name: 'GetOrderRequest' })]);
    const model = protoModel(context([holder], { valueObjects: [taken] }), before.numbers);
    expect(fieldsOf(model, 'GetOrderRequest')).toEqual(['string id = 1;']);
    expect(fieldsOf(model, 'GetOrderRequestMessage')).toEqual(['int32 x = 1;']);
  });

  it('of enum values differ all over the package', () => {
    const holder = aggregate('Order', [field('a', { kind: 'enum', name: 'Foo' }), field('b', { kind: 'enum', name: 'FooBar' })]);
    const enums = [enumeration('Foo', ['BAR_X', 'UNSPECIFIED', 'BAR_UNSPECIFIED']), enumeration('FooBar', ['X'])];
    const model = protoModel(context([holder], { enums }), {});
    expect(model.enums['Foo']?.values.map(({ name, member }) => [member, name])).toEqual([
      ['BAR_X', 'FOO_BAR_X'],
      ['UNSPECIFIED', 'FOO_UNSPECIFIED_VALUE'],
      ['BAR_UNSPECIFIED', 'FOO_BAR_UNSPECIFIED_VALUE'],
    ]);
    expect(model.enums['FooBar']?.values.map(({ name }) => name)).toEqual(['FOO_BAR_X_VALUE']);
    const turned = protoModel(context([holder], { enums: [...enums].reverse() }), model.numbers);
    expect(turned.enums).toEqual(model.enums);
  });

  it('of types are written in full where a map hides them', () => {
    const entry = composite('LabelsEntry', [field('x', scalar('int'))]);
    const holder = aggregate('Order', [field('labels', { kind: 'map', key: scalar('string'), value: scalar('int') }), field('own', { kind: 'valueObject', name: 'LabelsEntry' })]);
    expect(fieldsOf(protoModel(context([holder], { valueObjects: [entry] }), {}), 'Order')).toContain('.broker.v1.LabelsEntry own = 3;');
  });
});

describe('numbers', () => {
  const first = protoModel(broker, {});

  function changed(fields: typeof orderFields, numbers: ProtoNumbers = first.numbers): ProtoModel {
    const create = operation('create', 'create', fields.filter(({ name }) => name !== 'fills').map((own) => parameter(own)));
    return protoModel({ ...broker, aggregates: [{ ...order, fields, operations: [create, ...order.operations.slice(1)] }] }, numbers);
  }

  it('stay when fields are added in between', () => {
    const model = changed([field('note', scalar('string'), { optional: true }), ...orderFields]);
    expect(fieldsOf(model, 'Order').slice(1)).toEqual([...fieldsOf(first, 'Order').slice(1), 'optional string note = 10;']);
  });

  it('are reserved with the name of a field that goes', () => {
    const model = changed(orderFields.slice(1));
    expect(fieldsOf(model, 'Order').slice(0, 3)).toEqual(['reserved 2;', 'reserved "symbol";', 'string id = 1;']);
    expect(fieldsOf(model, 'CreateOrderRequest').slice(0, 2)).toEqual(['reserved 1;', 'reserved "symbol";']);
  });

  it('are new for a field that comes back', () => {
    const gone = changed(orderFields.slice(1));
    const back = changed(orderFields, gone.numbers);
    expect(fieldsOf(back, 'Order').at(0)).toBe('reserved 2;');
    expect(fieldsOf(back, 'Order')).toContain('string symbol = 10;');
  });

  it('are new for a field that holds something else', () => {
    const model = changed([field('symbol', scalar('int')), ...orderFields.slice(1)]);
    expect(fieldsOf(model, 'Order')).toEqual(expect.arrayContaining(['reserved 2;', 'int32 symbol = 10;']));
  });

  it.each([
    ['presence', field('filled', scalar('int'), { optional: true }), 'optional int32 filled = 4;'],
    ['a wider integer', field('filled', scalar('bigint')), 'int64 filled = 4;'],
  ])('stay for %s', (_, filled, line) => {
    const model = changed(orderFields.map((own) => (own.name === 'filled' ? filled : own)));
    expect(fieldsOf(model, 'Order')).toContain(line);
  });

  it('of enum members stay, and those of removed ones are reserved', () => {
    const next = protoModel({ ...broker, enums: [enumeration('MoneyCurrency', ['EUR', 'USD'], 'inline'), status] }, first.numbers);
    expect(textOf(next)).toContain(['  reserved 1;', '  reserved "MONEY_CURRENCY_VND";', '  MONEY_CURRENCY_UNSPECIFIED = 0;', '  MONEY_CURRENCY_USD = 2;', '  MONEY_CURRENCY_EUR = 3;'].join('\n'));
  });

  it('are kept for messages that nothing uses for a while', () => {
    const paused = protoModel({ ...broker, grpcServices: [] }, first.numbers);
    expect(paused.files).toEqual([]);
    expect(protoModel(broker, paused.numbers)).toEqual(first);
  });

  it('leave out those that protobuf keeps', () => {
    const far: ProtoNumbers = { ...first.numbers, 'OrderService.GetOrder request': { kind: 'message', name: 'GetOrderRequest', members: { old: { number: 18999, type: 'string' } }, reserved: [] } };
    expect(fieldsOf(protoModel(broker, far), 'GetOrderRequest')).toContain('string id = 20000;');
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(first.numbers))).toEqual(first.numbers);
  });
});

describe('text of a plan', () => {
  it('stays inside its comment', () => {
    const model = protoModel({ ...broker, aggregates: [{ ...order, description: 'One\r\nmessage Evil {}\u2028*/ "' }] }, {});
    expect(textOf(model)).toContain('// One\n// message Evil {}\n// * / "\nmessage Order {');
  });
});

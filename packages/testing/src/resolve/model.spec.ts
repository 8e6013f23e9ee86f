import type { ContextModel, OperationModel, TypeModel } from '@planner/model';
import { contextModelOf, formatDiagnostic, resolveYaml } from '../context-model-of';

const shop = (yaml: string): ContextModel => contextModelOf(`context: shop\n${yaml}`);
const order = (yaml: string) => shop(`aggregates:\n  Order:\n${yaml.replace(/^/gm, '    ')}`);

function operation(model: ContextModel, name: string): OperationModel {
  const found = model.aggregates[0]?.operations.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
}

const parameters = (each: OperationModel) =>
  each.parameters.map(({ name, origin, optional }) => `${origin} ${name}${optional ? '?' : ''}`);
const emissions = (each: OperationModel) =>
  each.emissions.map(
    ({ event, states, fields }) =>
      `${event}${states === undefined ? '' : ` at ${states.join(' ')}`}: ${fields.map(({ field, source }) => `${field} < ${source.kind}`).join(', ')}`,
  );

describe('an aggregate that says almost nothing', () => {
  const model = shop('aggregates: { Order: { fields: { name: string } } }');
  const [aggregate] = model.aggregates;

  it('has the defaults of the plan format', () => {
    expect([model.language, model.database, model.plans]).toEqual(['typescript', 'postgresql', ['35-001']]);
    expect(aggregate).toMatchObject({ identity: { kind: 'generated' }, persistence: 'state', unique: [] });
    expect(aggregate?.finders).toMatchObject([
      { name: 'list', by: [], sort: [{ path: ['createdAt'], direction: 'asc' }], single: false },
    ]);
    expect(parameters(operation(model, 'create'))).toEqual(['set name']);
    expect(emissions(operation(model, 'create'))).toEqual(['OrderCreated: name < parameter']);
  });

  it('has the default use cases, all exposed', () => {
    expect(model.useCases.map(({ name, kind, output }) => `${kind} ${name} ${output.kind}`)).toEqual([
      'command CreateOrder aggregate',
      'query GetOrder aggregate',
      'query ListOrders page',
    ]);
    expect(model.grpcServices.map(({ name, useCases }) => [name, useCases])).toEqual([
      ['OrderService', ['CreateOrder', 'GetOrder', 'ListOrders']],
    ]);
  });

  it('takes the language of the workspace where it names none', () => {
    const yaml = 'context: shop';
    expect(contextModelOf(yaml, { defaultLanguage: 'python' }).language).toBe('python');
    expect(contextModelOf(`${yaml}\nlanguage: typescript`, { defaultLanguage: 'python' }).language).toBe('typescript');
  });
});

describe('create', () => {
  const model = order(
    'fields:\n  id: string max 10\n  name: string\n  note: string?\n  count: int default 3\n  at: datetime default now\n  tags: list(string)\n  must: int\n' +
      'operations:\n  create: { set: [name, must = computed], input: { why: string } }',
  );

  it('gives every field a value, in the order of the fields', () => {
    expect(operation(model, 'create').assignments).toEqual([
      { field: 'name', value: { kind: 'parameter', parameter: 'name' } },
      { field: 'note', value: { kind: 'none' } },
      { field: 'count', value: { kind: 'literal', text: '3' } },
      { field: 'at', value: { kind: 'now' } },
      { field: 'tags', value: { kind: 'empty' } },
      { field: 'must', value: { kind: 'computed', fallback: { kind: 'unimplemented' } } },
    ]);
  });

  it('takes a given identity first', () => {
    expect(parameters(operation(model, 'create'))).toEqual(['id id', 'set name', 'input why']);
    expect(model.aggregates[0]?.fields.map((field) => field.name)).not.toContain('id');
  });

  it('falls back to what a computed field would start with', () => {
    const computed = order(
      'fields: { a: int default 1, b: int?, c: list(int) }\noperations: { create: { set: [a = computed, b = computed, c = computed] } }',
    );
    expect(
      operation(computed, 'create').assignments.map(({ value }) =>
        value.kind === 'computed' ? value.fallback.kind : '',
      ),
    ).toEqual(['literal', 'none', 'empty']);
  });
});

describe('the parameters of an operation', () => {
  const model = shop(`
valueObjects: { Money: { amount: int } }
enums: { Side: [A] }
aggregates:
  Order:
    fields: { a: list(Line), b: list(Money), c: list(Side), d: list(ref(Order)), e: list(ref(market-data.OTPCode)), f: list(uuid), g: int default 3, h: string? }
    entities: { Line: { x: int } }
    operations:
      addAll: { input: { z: int }, remove: [a], add: [a, b, c, d, e, f], set: [g, h] }
`);

  it('come by set, add, remove and input, named after their types', () => {
    expect(parameters(operation(model, 'addAll'))).toEqual([
      'set g',
      'set h?',
      'add line',
      'add money',
      'add side',
      'add orderId',
      'add otpCodeId',
      'add value',
      'remove lineId',
      'input z',
    ]);
  });

  it('keep the default of their field', () => {
    expect(operation(model, 'addAll').parameters[0]?.default).toEqual({ kind: 'literal', text: '3' });
  });

  it('of a removed entity is its identity', () => {
    const type: TypeModel = { kind: 'ref', target: { kind: 'entity', aggregate: 'Order', entity: 'Line' } };
    expect(operation(model, 'addAll').parameters.find((each) => each.name === 'lineId')?.type).toEqual(type);
  });
});

describe('enums', () => {
  it('of states and of types that are written inline get their names from where they stand', () => {
    const model = shop(`
valueObjects: { Money: { currency: enum(VND USD) } }
services: { Fees: { fee: { input: { kind: enum(A) }, output: enum(B) } } }
aggregates:
  Order:
    fields: { kind: enum(X Y), flags: list(enum(F)), l: list(Line) }
    entities: { Line: { size: enum(S L) } }
    lifecycle: { field: status, states: [NEW, OLD] }
    operations: { cancel: { input: { reason: enum(R) } } }
events: { other.Done: { how: enum(H) } }
useCases: { Run: { aggregate: Order, input: { mode: enum(M) } } }
`);
    expect(model.enums.map((each) => `${each.name} ${each.origin}`)).toEqual([
      'OrderStatus lifecycle',
      'MoneyCurrency inline',
      'OrderKind inline',
      'OrderFlags inline',
      'LineSize inline',
      'CancelOrderReason inline',
      'OtherDoneHow inline',
      'FeesFeeKind inline',
      'FeesFeeValue inline',
      'RunMode inline',
    ]);
  });
});

describe('finders', () => {
  const [model] = shop(`
valueObjects: { Money: { amount: int } }
aggregates:
  Order:
    fields: { a: int unique, b: int, c: list(int), d: Money }
    unique: [[b, d.amount]]
    lifecycle: { field: state, states: [N] }
    finders:
      byA: { by: a }
      byAll: { by: [b, d.amount] }
      byB: { by: b }
      maybe: { by: [a?] }
      byId: { by: [id, c] }
      list: { by: [a], sort: d.amount desc }
`).aggregates;

  it('are single where the fields are unique, and never the list', () => {
    expect(model?.finders.map(({ name, single }) => [name, single])).toEqual([
      ['list', false],
      ['byA', true],
      ['byAll', true],
      ['byB', false],
      ['maybe', false],
      ['byId', true],
    ]);
  });

  it('name a path in one word, and look into lists', () => {
    expect(model?.finders[2]?.by.map(({ name, path }) => [name, path])).toEqual([
      ['b', ['b']],
      ['dAmount', ['d', 'amount']],
    ]);
    expect(model?.finders[5]?.by.map(({ match }) => match)).toEqual(['equals', 'contains']);
  });

  it('know the unique sets, those of single fields included', () => {
    expect(model?.unique).toEqual([['a'], ['b', 'd.amount']]);
  });
});

describe('events', () => {
  it('that nobody declares carry what the operation takes and sets', () => {
    const model = order(
      'fields: { a: int, b: int?, at: datetime? }\noperations: { go: { set: [a, b = none, at = now], input: { why: string }, emits: Went } }',
    );
    expect(emissions(operation(model, 'go'))).toEqual(['Went: a < parameter, why < parameter, b < field, at < field']);
    expect(
      model.events
        .find((event) => event.name === 'Went')
        ?.fields.map(({ name, optional }) => `${name}${optional ? '?' : ''}`),
    ).toEqual(['a', 'why', 'b?', 'at?']);
  });

  it('that several operations emit make optional what not all carry', () => {
    const model = order(
      'fields: { a: int, b: int }\noperations: { go: { set: [a], emits: Went }, do: { set: [a, b], emits: Went } }',
    );
    expect(
      model.events
        .find((event) => event.name === 'Went')
        ?.fields.map(({ name, optional }) => `${name}${optional ? '?' : ''}`),
    ).toEqual(['a', 'b?']);
    expect(emissions(operation(model, 'go'))).toEqual(['Went: a < parameter, b < absent']);
  });

  it('that are declared are filled from the input, then from the aggregate, else by a stub', () => {
    const model = shop(`
valueObjects: { Code: string max 5 }
aggregates:
  Order:
    fields: { code: Code, note: string?, at: ref(Order)? }
    lifecycle: { field: state, states: [N] }
    operations: { go: { input: { why: string, code: Code }, emits: Went } }
events:
  Went: { why: string, code: string, state: OrderState, version: bigint, id: uuid, other: int, maybe: int?, some: list(int), note: string, orderId: ref(Order) }
`);
    expect(operation(model, 'go').emissions[0]?.fields.map(({ source }) => source)).toEqual([
      { kind: 'parameter', name: 'why', unwrap: false },
      { kind: 'parameter', name: 'code', unwrap: true },
      { kind: 'lifecycle', name: 'state', unwrap: false },
      { kind: 'implied', name: 'version', unwrap: false },
      { kind: 'implied', name: 'id', unwrap: true },
      { kind: 'stub', required: true },
      { kind: 'stub', required: false },
      { kind: 'stub', required: false },
      { kind: 'stub', required: true },
    ]);
  });

  it('may differ by the state that is reached', () => {
    const model = order(
      'lifecycle: { field: s, states: [A, B, C] }\noperations: { go: { to: [B, C], emits: { B: One, C: [One, Two] } } }',
    );
    expect(emissions(operation(model, 'go'))).toEqual(['One at B C: ', 'Two at C: ']);
  });

  it('tell their own fields from what every event carries', () => {
    const model = shop('aggregates: { Incident: { fields: { occurredAt: datetime, incidentId: string } } }');
    expect(model.events[0]?.fields.map((field) => field.name)).toEqual(['incidentOccurredAt', 'incidentIncidentId']);
  });

  it('of an aggregate that is kept as events carry all that is set, even declared ones', () => {
    const model = order(
      'persistence: events\nfields: { a: int, at: datetime default now }\nlifecycle: { field: s, states: [A, B] }\noperations: { create: { set: [a] }, go: { to: [A, B], set: [a], emits: Went } }',
    );
    expect(emissions(operation(model, 'create'))).toEqual(['OrderCreated: a < parameter, at < field']);
    expect(emissions(operation(model, 'go'))).toEqual(['Went: a < parameter, s < lifecycle']);
  });
});

describe('use cases', () => {
  const model = shop(`
services: { Fees: { of: { output: int } } }
adapters: { Sms: { operations: { send: {} } } }
aggregates:
  Order:
    fields: { name: string unique }
    operations: { drop: { deletes: true } }
    finders: { byName: { by: name }, named: { by: [name?] } }
useCases:
  PlaceOrder: { aggregate: Order, action: create, uses: [Fees, Sms.send, Order] }
  FindOrder: { aggregate: Order, action: byName }
  FindOrders: { aggregate: Order, action: named }
  Report: { kind: query, aggregate: Order, output: list(ref(Order)) }
  Count: { kind: query, aggregate: Order, output: int }
  Bulk: { aggregate: Order, output: list(int) }
`);

  it('are renamed by an entry with an action; a finder gets one only so', () => {
    expect(model.useCases.map((each) => each.name)).toEqual([
      'PlaceOrder',
      'DropOrder',
      'GetOrder',
      'ListOrders',
      'FindOrder',
      'FindOrders',
      'Report',
      'Count',
      'Bulk',
    ]);
  });

  it('answer with what their action or output says', () => {
    const outputs = model.useCases.map(({ output }) =>
      output.kind === 'page'
        ? `page ${output.name}`
        : output.kind === 'fields'
          ? `fields ${output.fields.map((field) => field.name).join()}`
          : output.kind,
    );
    expect(outputs).toEqual([
      'aggregate',
      'empty',
      'aggregate',
      'page orders',
      'aggregate',
      'page orders',
      'page orderIds',
      'fields value',
      'fields values',
    ]);
  });

  it('know what they use', () => {
    expect(model.useCases[0]?.uses).toEqual([
      { kind: 'service', service: 'Fees' },
      { kind: 'adapter', adapter: 'Sms', operation: 'send' },
      { kind: 'aggregate', aggregate: 'Order' },
    ]);
  });
});

describe('policies', () => {
  it('spell the whole mapping out', () => {
    const model = shop(`
aggregates:
  Order: { fields: { name: string }, operations: { go: { input: { name: string, extra: int? }, emits: Gone }, hold: { emits: Held } } }
events: { other.Frozen: { orderId: uuid, cause: string } }
useCases: { Tell: { aggregate: Order, input: { orderId: ref(Order), text: string } } }
policies:
  One: { on: Gone, run: HoldOrder }
  Two: { on: other.Frozen, run: GoOrder, with: { id: orderId, name: cause } }
  Three: { on: OrderCreated, run: Tell, with: { text: name } }
`);
    expect(model.policies.map((each) => each.with)).toEqual([
      { id: 'orderId' },
      { id: 'orderId', name: 'cause' },
      { orderId: 'orderId', text: 'name' },
    ]);
    expect(model.policies.map((each) => each.on)).toEqual([
      { event: 'Gone' },
      { context: 'other', event: 'Frozen' },
      { event: 'OrderCreated' },
    ]);
  });
});

describe('adapters', () => {
  it('have variables for every member that is selected', () => {
    const model = shop(
      'enums: { B: [X, Y] }\nadapters: { G: { select: B, env: { X: [X_URL] }, operations: { go: {} } }, H: { env: [H_URL], operations: { go: {} } } }',
    );
    expect(model.adapters.map((each) => each.env)).toEqual([{ X: ['X_URL'], Y: [] }, { '': ['H_URL'] }]);
  });
});

it('patterns reach the model in the spelling that both languages read', () => {
  const model = shop('valueObjects: { Code: "string pattern /^\\\\d{2}\\\\.\\\\w$/" }');
  expect(model.valueObjects[0]).toMatchObject({ type: { pattern: '[0-9]{2}\\.[0-9A-Z_a-z]', max: '255' } });
});

it('all problems come at once, in the order of the text', () => {
  const { diagnostics } = resolveYaml(
    'context: Shop\naggregates:\n  A:\n    fields: { a: strng, b: ref(X), c: int min x }\nlanguage: cobol',
  );
  expect(diagnostics.map(formatDiagnostic).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'model.yaml:1:10 error name/spelling',
    'model.yaml:4:18 error type/unknown',
    'model.yaml:4:32 error type/unknown-ref',
    'model.yaml:4:47 error constraint/number',
    'model.yaml:5:11 error model/language',
  ]);
});

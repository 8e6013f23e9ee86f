import type { AggregateModel, EntityModel, FieldModel, TypeModel } from '@planner/model';
import * as fc from 'fast-check';
import { aggregate, composite, context, enumeration, field, scalar } from '../testing/models';
import { randomModel } from '../testing/random-models';
import { withRequiredParts } from '../testing/stored-models';
import { isNullable, planMigrations, schemaModel, type TableModel } from '.';

const money = composite('Money', [field('amount', scalar('decimal', { precision: 18, scale: 2 })), field('currency', { kind: 'enum', name: 'Currency' })]);
const period = composite('Period', [field('note', scalar('string', { max: '10' }), { optional: true }), field('from', scalar('date')), field('fee', { kind: 'valueObject', name: 'Money' })]);
const symbol = { name: 'Symbol', plan: '35-001', kind: 'simple' as const, type: scalar('string', { max: '10' }) };
const currency = enumeration('Currency', ['VND', 'USD']);
const status = enumeration('OrderStatus', ['OPEN', 'CLOSED'], 'lifecycle');

const valueObject = (name: string): TypeModel => ({ kind: 'valueObject', name });
const entityType = (name: string): TypeModel => ({ kind: 'entity', aggregate: 'Order', name });
const list = (element: TypeModel): TypeModel => ({ kind: 'list', element, distinct: false });
const map = (value: TypeModel): TypeModel => ({ kind: 'map', key: scalar('string', { max: '255' }), value });
const reference = (name: string): TypeModel => ({ kind: 'ref', target: { kind: 'aggregate', aggregate: name } });
const foreign: TypeModel = { kind: 'ref', target: { kind: 'foreign', context: 'accounts', aggregate: 'Account' } };

function entity(name: string, fields: readonly FieldModel[], rest: Partial<EntityModel> = {}): EntityModel {
  return { name, plan: '35-001', identity: { kind: 'generated' }, fields, unique: [], invariants: [], ...rest };
}

function orderOf(fields: readonly FieldModel[], rest: Partial<AggregateModel> = {}) {
  return schemaModel(context([aggregate('Order', fields, rest)], { enums: [currency, status], valueObjects: [money, period, symbol] }));
}

function table(schema: { tables: readonly TableModel[] }, origin = 'Order'): TableModel {
  const found = schema.tables.find((item) => item.origin === origin);
  if (found === undefined) throw new Error(`no table for ${origin}`);
  return found;
}

function columns(found: TableModel): string[] {
  return found.columns.map((column) => `${column.name} ${column.type.kind}${isNullable(column) ? '?' : ''}`);
}

const IMPLIED = ['version bigint', 'created_at instant', 'updated_at instant'];

describe('columns', () => {
  it.each<[string, TypeModel, string]>([
    ['uuid', scalar('uuid'), 'uuid'],
    ['string', scalar('string', { max: '255' }), 'text'],
    ['text', scalar('text'), 'text'],
    ['int', scalar('int'), 'integer'],
    ['bigint', scalar('bigint'), 'bigint'],
    ['decimal', scalar('decimal', { precision: 12, scale: 3 }), 'decimal'],
    ['float', scalar('float'), 'float'],
    ['bool', scalar('bool'), 'boolean'],
    ['date', scalar('date'), 'date'],
    ['datetime', scalar('datetime'), 'instant'],
    ['duration', scalar('duration'), 'duration'],
    ['bytes', scalar('bytes'), 'bytes'],
    ['json', scalar('json'), 'json'],
    ['an enum', { kind: 'enum', name: 'Currency' }, 'text'],
    ['a value object of one value', valueObject('Symbol'), 'text'],
    ['a reference', reference('Order'), 'uuid'],
    ['a reference into another context', foreign, 'text'],
    ['a list', list(scalar('int')), 'json'],
    ['a map', map(valueObject('Money')), 'json'],
  ])('of %s', (_name, type, kind) => {
    const required = table(orderOf([field('x', type)]));
    expect(columns(required)).toEqual(['id uuid', `x ${kind}`, ...IMPLIED]);
    if (type.kind !== 'list' && type.kind !== 'map') expect(columns(table(orderOf([field('x', type, { optional: true })])))).toContain(`x ${kind}?`);
  });

  it('take digits and shapes from the type', () => {
    const found = table(orderOf([field('price', scalar('decimal', { precision: 12, scale: 3 })), field('parts', list(valueObject('Money')))]));
    expect(found.columns.find(({ name }) => name === 'price')?.type).toEqual({ kind: 'decimal', precision: 12, scale: 3 });
    expect(found.columns.find(({ name }) => name === 'parts')?.type).toEqual({
      kind: 'json',
      shape: {
        kind: 'list',
        element: {
          kind: 'object',
          fields: [
            { name: 'amount', optional: false, shape: { kind: 'scalar', type: { kind: 'decimal', precision: 18, scale: 2 } } },
            { name: 'currency', optional: false, shape: { kind: 'scalar', type: { kind: 'text' } } },
          ],
        },
      },
    });
  });

  it('flatten value objects, and tell an absent one by a part that is never absent', () => {
    const schema = orderOf([field('usual', valueObject('Period')), field('special', valueObject('Period'), { optional: true })]);
    expect(columns(table(schema))).toEqual([
      'id uuid',
      ...['usual_note text?', 'usual_from date', 'usual_fee_amount decimal', 'usual_fee_currency text'],
      ...['special_note text?', 'special_from date?', 'special_fee_amount decimal?', 'special_fee_currency text?'],
      ...IMPLIED,
    ]);
    expect(schema.aggregates[0]?.fields.map(({ storage }) => storage.kind === 'columns' && storage.presence)).toEqual([undefined, 'special_from']);
    expect(table(schema).checks).toEqual([
      { kind: 'members', name: 'order_usual_fee_currency_check', column: 'usual_fee_currency', members: ['VND', 'USD'] },
      { kind: 'members', name: 'order_special_fee_currency_check', column: 'special_fee_currency', members: ['VND', 'USD'] },
      { kind: 'together', name: 'order_special_check', columns: ['special_from', 'special_fee_amount', 'special_fee_currency'] },
    ]);
  });

  it('hold a given identity and the state', () => {
    const lifecycle = { name: 'status', plan: '35-001', enum: 'OrderStatus', states: ['OPEN', 'CLOSED'], initial: 'OPEN' };
    const found = table(orderOf([], { identity: { kind: 'given', type: valueObject('Symbol') }, lifecycle }));
    expect(columns(found)).toEqual(['id text', 'status text', ...IMPLIED]);
    expect(found.checks).toEqual([{ kind: 'members', name: 'order_status_check', column: 'status', members: ['OPEN', 'CLOSED'] }]);
  });
});

describe('tables of entities', () => {
  const fill = entity('Fill', [field('quantity', scalar('int')), field('executionId', scalar('string', { max: '64' }))], { unique: [['executionId']] });

  it.each<[string, FieldModel, string[]]>([
    ['a list keeps its order', field('fills', list(entityType('Fill'))), ['position integer']],
    ['a map has keys', field('fills', map(entityType('Fill'))), ['key text']],
    ['a single one needs neither', field('fill', entityType('Fill')), []],
    ['nor does one that may be absent', field('fill', entityType('Fill'), { optional: true }), []],
  ])('%s', (_name, own, links) => {
    const schema = orderOf([own], { entities: [fill] });
    const found = table(schema, 'Order.Fill');
    expect(found.name).toBe('order_fill');
    expect(columns(found)).toEqual(['order_id uuid', 'id uuid', ...links, 'quantity integer', 'execution_id text']);
    expect(found.primaryKey).toEqual({ name: 'order_fill_pkey', columns: ['order_id', 'id'] });
    expect(found.parent).toEqual({ name: 'order_fill_order_id_fkey', column: 'order_id', table: 'order', references: 'id' });
    expect(found.indexes).toEqual([{ name: 'order_fill_order_id_execution_id_key', unique: true, method: 'ordered', columns: [{ column: 'order_id' }, { column: 'execution_id' }] }]);
  });

  it('an entity in several places says which, and to whom it belongs', () => {
    const leg = entity('Leg', [field('fills', list(entityType('Fill'))), field('best', entityType('Fill'), { optional: true })]);
    const schema = orderOf([field('legs', list(entityType('Leg'))), field('named', map(entityType('Fill')))], { entities: [leg, fill] });
    expect(columns(table(schema, 'Order.Fill')).slice(0, 6)).toEqual(['order_id uuid', 'id uuid', 'leg_id uuid?', 'slot text', 'position integer?', 'key text?']);
    const slots = (fields: readonly { storage: { kind: string; slot?: string } }[]) => fields.map(({ storage }) => storage.slot);
    expect(slots(schema.aggregates[0]?.fields ?? [])).toEqual([undefined, 'named']);
    expect(slots(schema.aggregates[0]?.entities[0]?.fields ?? [])).toEqual(['Leg.fills', 'Leg.best']);
  });

  it('links give way to fields of the same name', () => {
    const odd = entity('Fill', [field('orderId', scalar('string', { max: '9' })), field('position', scalar('int'))]);
    const found = table(orderOf([field('fills', list(entityType('Fill')))], { entities: [odd] }), 'Order.Fill');
    expect(columns(found)).toEqual(['order__id uuid', 'id uuid', 'position__ integer', 'order_id text', 'position integer']);
  });

  it('an entity that bears the name of its aggregate bears it once', () => {
    expect(table(orderOf([field('lines', list(entityType('OrderLine')))], { entities: [entity('OrderLine', [])] }), 'Order.OrderLine').name).toBe('order_line');
  });
});

describe('indexes', () => {
  const finder = (by: [path: string, optional: boolean, type: TypeModel, match?: 'contains'][], sort: [path: string, direction: 'asc' | 'desc'][] = []) => ({
    name: 'list',
    plan: '35-001',
    single: false,
    by: by.map(([path, optional, type, match]) => ({ name: path, plan: '35-001', path: path.split('.'), type, optional, match: match ?? ('equals' as const) })),
    sort: sort.map(([path, direction]) => ({ path: path.split('.'), direction })),
  });
  const fields = [field('accountId', foreign), field('side', { kind: 'enum', name: 'Currency' }), field('price', valueObject('Money'), { optional: true }), field('note', scalar('text')), field('tags', list(scalar('string', { max: '20' })))];
  const plain = (found: TableModel) => found.indexes.map(({ method, unique, columns: of }) => `${unique ? 'unique ' : ''}${method} ${of.map(({ column, direction, absentLast, digest }) => [column, direction, absentLast && 'last', digest && 'digest'].filter(Boolean).join(' ')).join(', ')}`);

  it.each<[string, Partial<AggregateModel>, string[]]>([
    ['a reference has one', {}, ['ordered account_id']],
    ['a unique set that begins with the reference serves both', { unique: [['accountId', 'price.amount']] }, ['unique ordered account_id, price_amount']],
    ['the same set twice is one', { unique: [['accountId'], ['accountId']] }, ['unique ordered account_id']],
    ['a list is read in its order', { finders: [finder([], [['createdAt', 'desc']])] }, ['ordered account_id', 'ordered created_at desc, id desc']],
    ['absent values come last', { finders: [finder([], [['price.amount', 'desc']])] }, ['ordered account_id', 'ordered price_amount desc last, id desc']],
    ['a filter is followed by the order', { finders: [finder([['accountId', true, foreign], ['side', true, { kind: 'enum', name: 'Currency' }]], [['createdAt', 'asc']])] }, ['ordered created_at, id', 'ordered account_id, created_at, id']],
    ['required filters stand together', { finders: [finder([['side', false, { kind: 'enum', name: 'Currency' }], ['price.amount', false, scalar('decimal')]])] }, ['ordered account_id', 'ordered side, price_amount']],
    ['a list is searched by its elements', { finders: [finder([['tags', true, scalar('string'), 'contains']])] }, ['ordered account_id', 'elements tags']],
    ['a text without limit is looked up by its hash', { finders: [finder([['note', true, scalar('text')]])] }, ['ordered account_id', 'equality note']],
    ['a text without limit is unique by a digest', { unique: [['note', 'side']] }, ['unique ordered note digest, side', 'ordered account_id']],
    ['the identity needs none', { finders: [finder([['id', false, reference('Order')]])] }, ['ordered account_id']],
  ])('%s', (_name, rest, expected) => {
    const found = table(orderOf(fields, rest));
    expect(plain(found)).toEqual(expected);
  });

  it('too wide for a row of an index are shortened to their digest, the widest column first', () => {
    const wide = (name: string, max: string) => field(name, scalar('string', { max }));
    const found = table(orderOf([wide('a', '300'), wide('b', '400'), wide('c', '10')], { unique: [['a', 'b', 'c']] }));
    expect(plain(found)).toEqual(['unique ordered a, b digest, c']);
  });
});

describe('names', () => {
  it('of fields stay plain, and parts of value objects give way', () => {
    expect(columns(table(orderOf([field('price', valueObject('Money')), field('priceAmount', scalar('int')), field('class', scalar('int'))])))).toEqual([
      ...['id uuid', 'price__amount decimal', 'price_currency text', 'price_amount integer', 'class integer'],
      ...IMPLIED,
    ]);
  });

  it.each([
    ['xmin', 'xmin__'],
    ['tableoid', 'tableoid__'],
  ])('that every table of PostgreSQL has are avoided: %s', (name, expected) => {
    expect(columns(table(orderOf([field(name, scalar('int'))])))).toContain(`${expected} integer`);
  });

  it.each([
    ['Outbox', 'outbox__'],
    ['KyselyMigration', 'kysely_migration__'],
    ['PgClass', '_pg_class'],
    ['User', 'user'],
  ])('of tables avoid those of the tools: %s', (name, expected) => {
    expect(table(schemaModel(context([aggregate(name, [])])), name).name).toBe(expected);
  });

  it('an aggregate has the plain name, an entity gives way', () => {
    const model = context([aggregate('Order', [], { entities: [entity('Fill', [])] }), aggregate('OrderFill', [])]);
    expect(schemaModel(model).tables.map(({ name }) => name)).toEqual(['order', 'order__fill', 'order_fill', 'outbox']);
  });

  it('longer than 63 bytes keep their beginning and end in a digest', () => {
    const long = 'aVeryLongNameThatNobodyWouldChooseButSomebodyDoesAnyway'.repeat(2);
    const found = table(orderOf([field(long, scalar('int')), field(`${long}Too`, scalar('int'))], { unique: [[long]] }));
    const names = [...found.columns, ...found.indexes].map(({ name }) => name);
    expect(names.every((name) => Buffer.byteLength(name) <= 63)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stay with what they were given to, whatever comes later', () => {
    const before = context([aggregate('Order', [field('price', valueObject('Money'))], { unique: [['price.amount']] })], { enums: [currency], valueObjects: [money] });
    const after = context([aggregate('Order', [field('priceAmount', scalar('int')), field('price', valueObject('Money'))], { unique: [['priceAmount'], ['price.amount']] })], { enums: [currency], valueObjects: [money] });
    const found = table(schemaModel(after, planMigrations([], before)));
    expect(found.columns.map(({ name, origin }) => [origin, name]).slice(1, 3)).toEqual([['priceAmount', 'price_amount__'], ['price.amount', 'price_amount']]);
    expect(found.indexes.map(({ name, columns: of }) => [name, of[0]?.column])).toEqual([['order_price_amount___key', 'price_amount__'], ['order_price_amount_key', 'price_amount']]);
  });
});

describe('the schema of any model', () => {
  const models = randomModel.map(withRequiredParts);

  it('has names that differ and fit', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { tables } = schemaModel(model);
        const relations = tables.flatMap(({ name, primaryKey, indexes }) => [name, primaryKey.name, ...indexes.map((index) => index.name)]);
        for (const names of [relations, ...tables.map((found) => found.columns.map(({ name }) => name))]) {
          expect(new Set(names).size).toBe(names.length);
          expect(names.every((name) => /^[a-z0-9_]{1,63}$/.test(name))).toBe(true);
        }
      }),
    );
  });

  it('is the same every time, and plain data', () => {
    fc.assert(
      fc.property(models, (model) => {
        const schema = schemaModel(model);
        expect(schemaModel(model)).toEqual(schema);
        expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
      }),
    );
  });
});

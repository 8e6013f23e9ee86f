import type { AggregateModel, ContextModel, EntityModel, FieldModel, TypeModel } from '@planner/model';
import * as fc from 'fast-check';
import { aggregate, composite, context, enumeration, field, scalar } from '../testing/models';
import { randomModel } from '../testing/random-models';
import { withRequiredParts } from '../testing/stored-models';
import { inverseSteps, type IssuedMigration, issuedTables, type MigrationStep, planMigrations, postgresql, schemaModel, type TableModel } from '.';

const amount = field('amount', scalar('decimal', { precision: 18, scale: 2 }));
const money = (...more: FieldModel[]) => composite('Money', [amount, ...more]);
const moneyType: TypeModel = { kind: 'valueObject', name: 'Money' };
const prices = field('prices', { kind: 'list', element: moneyType, distinct: false });
const literal = (text: string) => ({ kind: 'literal' as const, text });

interface Parts {
  readonly fields: readonly FieldModel[];
  readonly money?: readonly FieldModel[];
  readonly sides?: readonly string[];
  readonly rest?: Partial<AggregateModel>;
}

function modelOf({ fields, money: more = [], sides = ['BUY', 'SELL'], rest = {} }: Parts): ContextModel {
  return context([aggregate('Order', fields, rest)], { valueObjects: [money(...more)], enums: [enumeration('Side', sides)] });
}

/** The steps that lead from one model to the next. */
function stepsOf(before: Parts, after: Parts): readonly MigrationStep[] {
  const first = planMigrations([], modelOf(before));
  const issued = planMigrations(first, modelOf(after));
  return issued[1]?.steps ?? [];
}

/** One line for each step. */
function told(steps: readonly MigrationStep[]): string[] {
  return steps.map((step) => {
    switch (step.kind) {
      case 'createTable':
      case 'dropTable':
        return `${step.kind} ${step.table.name}`;
      case 'addColumn':
      case 'dropColumn':
        return `${step.kind} ${step.column.name}${fillOf(step)}`;
      case 'changeColumn':
        return `${step.kind} ${step.from.name} ${step.from.type.kind} to ${step.to.type.kind}${fillOf(step)}`;
      case 'createIndex':
      case 'dropIndex':
        return `${step.kind} ${step.index.name}`;
      case 'addCheck':
      case 'dropCheck':
        return `${step.kind} ${step.check.name}`;
      case 'addKey':
      case 'dropKey':
        return `${step.kind} ${step.key.name}`;
      default:
        return `${step.kind} ${step.parent.name}`;
    }
  });
}

function fillOf(step: Extract<MigrationStep, { kind: 'addColumn' | 'dropColumn' | 'changeColumn' }>): string {
  if (step.fill === undefined) return '';
  const value = step.fill.value.kind === 'now' ? 'now' : `'${step.fill.value.text}'`;
  return ` = ${value}${step.fill.where === undefined ? '' : ` where ${step.fill.where}`}`;
}

describe('the first migration', () => {
  it('makes all tables, parents first', () => {
    const fill: EntityModel = { name: 'Fill', plan: '35-001', identity: { kind: 'generated' }, fields: [], unique: [], invariants: [] };
    const model = context([aggregate('Order', [], { entities: [fill] }), aggregate('Account', [])]);
    const [initial] = planMigrations([], model);
    expect(initial?.name).toBe('001_initial');
    expect(told(initial?.steps ?? [])).toEqual(['createTable order', 'createTable order_fill', 'createTable account', 'createTable outbox']);
  });
});

describe('a later migration', () => {
  const text = (name: string, rest: Partial<FieldModel> = {}) => field(name, scalar('string', { max: '20' }), rest);

  it.each<[string, Parts, Parts, string[]]>([
    ['adds a field that may be absent', { fields: [] }, { fields: [text('note', { optional: true })] }, ['addColumn note']],
    ['fills a new field with its default', { fields: [] }, { fields: [text('note', { default: literal("it's") })] }, ["addColumn note = 'it's'"]],
    ['fills a new date with the present', { fields: [] }, { fields: [field('on', scalar('date'), { default: { kind: 'now' } })] }, ['addColumn on = now']],
    ['prints a default as it is stored', { fields: [] }, { fields: [field('fee', amount.type, { default: literal('1.5') }), field('length', scalar('duration'), { default: literal('PT1M0.5S') })] }, ["addColumn fee = '1.50'", "addColumn length = '60500000'"]],
    ['begins a new list empty', { fields: [] }, { fields: [prices] }, ["addColumn prices = '[]'"]],
    ['removes what is gone', { fields: [text('note')] }, { fields: [] }, ['dropColumn note']],
    ['widens a number', { fields: [field('n', scalar('int'))] }, { fields: [field('n', scalar('bigint'))] }, ['changeColumn n integer to bigint']],
    ['fills what may no longer be absent', { fields: [text('note', { optional: true })] }, { fields: [text('note', { default: literal('-') })] }, ["changeColumn note text to text = '-'"]],
    ['makes anew what cannot be converted', { fields: [field('at', scalar('bool'))] }, { fields: [field('at', scalar('datetime'), { default: { kind: 'now' } })] }, ['dropColumn at', 'addColumn at = now']],
    ['makes an enum anew as a number', { fields: [field('side', { kind: 'enum', name: 'Side' })] }, { fields: [field('side', scalar('int'), { default: literal('1') })] }, ['dropCheck order_side_check', 'dropColumn side', "addColumn side = '1'"]],
    ['adds a part to a value object that is always there', { fields: [field('fee', moneyType)] }, { fields: [field('fee', moneyType)], money: [text('unit', { default: literal('VND') })] }, ["addColumn fee_unit = 'VND'"]],
    [
      'adds a part only where an optional value object is there',
      { fields: [field('fee', moneyType, { optional: true })] },
      { fields: [field('fee', moneyType, { optional: true })], money: [text('unit', { default: literal('VND') })] },
      ["addColumn fee_unit = 'VND' where fee_amount", 'addCheck order_fee_check'],
    ],
    ['adds a part to the value objects in a list', { fields: [prices] }, { fields: [prices], money: [text('unit', { default: literal('VND') })] }, ['changeColumn prices json to json']],
    ['follows the members of an enum', { fields: [field('side', { kind: 'enum', name: 'Side' })] }, { fields: [field('side', { kind: 'enum', name: 'Side' })], sides: ['BUY', 'SELL', 'SHORT'] }, ['dropCheck order_side_check', 'addCheck order_side_check']],
    ['adds what is unique', { fields: [text('note')] }, { fields: [text('note')], rest: { unique: [['note']] } }, ['createIndex order_note_key']],
    ['takes an index away while its column changes', { fields: [field('n', scalar('int'))], rest: { unique: [['n']] } }, { fields: [field('n', scalar('bigint'))], rest: { unique: [['n']] } }, ['dropIndex order_n_key', 'changeColumn n integer to bigint', 'createIndex order_n_key']],
    ['frees a name before it is used again', { fields: [field('fee', moneyType)] }, { fields: [field('feeAmount', scalar('int'), { default: literal('0') })] }, ['dropColumn fee_amount', "addColumn fee_amount = '0'"]],
  ])('%s', (_name, before, after, expected) => {
    expect(told(stepsOf(before, after))).toEqual(expected);
  });

  it('changes an identity together with the tables that refer to it', () => {
    const fills = field('fills', { kind: 'list', element: { kind: 'entity', aggregate: 'Order', name: 'Fill' }, distinct: false });
    const entities: EntityModel[] = [{ name: 'Fill', plan: '35-001', identity: { kind: 'generated' }, fields: [], unique: [], invariants: [] }];
    const given = { kind: 'given' as const, type: scalar('string', { max: '10' }) };
    expect(told(stepsOf({ fields: [fills], rest: { entities } }, { fields: [fills], rest: { entities, identity: given } }))).toEqual([
      ...['dropParent order_fill_order_id_fkey', 'dropKey order_pkey', 'changeColumn id uuid to text', 'dropKey order_fill_pkey', 'changeColumn order_id uuid to text'],
      ...['addKey order_pkey', 'addKey order_fill_pkey', 'addParent order_fill_order_id_fkey'],
    ]);
  });

  it.each<[string, Parts, Parts]>([
    ['nothing has changed', { fields: [text('note')] }, { fields: [text('note')] }],
    ['fields stand in another order', { fields: [text('a'), text('b')] }, { fields: [text('b'), text('a')] }],
    ['a constraint is no matter of the database', { fields: [text('note')] }, { fields: [field('note', scalar('string', { max: '30', pattern: 'a' }), { description: 'A note' })] }],
    ['a default is given to what is there', { fields: [text('note')] }, { fields: [text('note', { default: literal('-') })] }],
    ['a part of a document may be absent from now on', { fields: [prices], money: [text('unit')] }, { fields: [prices], money: [text('unit', { optional: true })] }],
  ])('is not needed when %s', (_name, before, after) => {
    const issued = planMigrations([], modelOf(before));
    expect(planMigrations(issued, modelOf(after))).toBe(issued);
  });

  it('is named after what it does, and leaves the earlier ones alone', () => {
    const first = planMigrations([], context([aggregate('Order', [])]));
    const second = planMigrations(first, context([aggregate('Order', [text('note', { optional: true })]), aggregate('Account', [])]));
    const third = planMigrations(second, context([aggregate('Account', [])]));
    expect(third.map(({ name }) => name)).toEqual(['001_initial', '002_create_account_and_alter_order', '003_drop_order']);
    expect(third.slice(0, 2)).toEqual(second);
    const many = ['LongNamed', 'EvenLongerNamed', 'Third'].map((name) => aggregate(`${name}Aggregate`, []));
    expect(planMigrations(third, context([aggregate('Account', []), ...many]))[3]?.name).toBe('004_create_long_named_aggregate_even_longer_named_etc');
  });
});

describe('the way back', () => {
  it.each<[string, Parts, Parts, string[]]>([
    ['brings a column back with the emptiest value', { fields: [field('n', scalar('int')), field('at', scalar('datetime')), field('note', scalar('text'))] }, { fields: [] }, ["addColumn note = ''", "addColumn at = '1970-01-01T00:00:00.000000Z'", "addColumn n = '0'"]],
    ['brings an enum back with its first member', { fields: [field('side', { kind: 'enum', name: 'Side' })] }, { fields: [] }, ["addColumn side = 'BUY'", 'addCheck order_side_check']],
    ['fills what must be there again', { fields: [field('n', scalar('int'))] }, { fields: [field('n', scalar('int'), { optional: true })] }, ["changeColumn n integer to integer = '0'"]],
    ['narrows what was widened', { fields: [field('n', scalar('int'))] }, { fields: [field('n', scalar('bigint'))] }, ['changeColumn n bigint to integer']],
  ])('%s', (_name, before, after, expected) => {
    expect(told(inverseSteps(stepsOf(before, after)))).toEqual(expected);
  });
});

describe('migrations of any two models', () => {
  const pairs = fc.tuple(randomModel.map(withRequiredParts), randomModel.map(withRequiredParts));

  it('make the tables of the last model, and are not repeated', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const issued = planMigrations(planMigrations([], before), after);
        expect(comparable(issuedTables(issued))).toEqual(comparable(schemaModel(after, issued).tables));
        expect(planMigrations(issued, after)).toBe(issued);
      }),
    );
  });

  it('lead back to the tables of the first', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const first = planMigrations([], before);
        const [, second] = planMigrations(first, after);
        const back: IssuedMigration = { name: 'back', steps: inverseSteps(second?.steps ?? []) };
        expect(comparable(issuedTables([...first, ...(second ? [second] : []), back]))).toEqual(comparable(issuedTables(first)));
      }),
    );
  });

  it('survive planner.json', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const first = JSON.parse(JSON.stringify(planMigrations([], before))) as readonly IssuedMigration[];
        const issued = planMigrations(first, after);
        expect(JSON.parse(JSON.stringify(issued))).toEqual(issued);
        expect(planMigrations(planMigrations([], before), after)).toEqual(issued);
      }),
    );
  });
});

/** Order does not matter in a database, nor what only decides how a change is made, nor whether a part of a document may be absent. */
function comparable(tables: readonly TableModel[]): unknown {
  const byName = <T extends { readonly name: string }>(items: readonly T[]) => items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return byName(tables).map((table) => ({
    ...table,
    columns: byName(table.columns).map(({ name, origin, type, required, within }) => ({ name, origin, nullable: !required || within !== undefined, type: postgresql.columnTypeSql(type) })),
    checks: byName(table.checks),
    indexes: byName(table.indexes),
  }));
}

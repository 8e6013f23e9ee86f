import { type Issued, NOTHING_ISSUED, PHASES, type Phase } from '@planner/target';
import { BROKER, contextModelOf } from '@planner/testing';
import { typescriptTarget } from '..';

const PROJECT = {
  name: 'broker',
  directory: 'packages/broker',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' },
  plans: [],
};
const PERSISTENCE = 'src/infrastructure/persistence';

function rendered(yaml: string, last: Phase = 3, issued: Issued = NOTHING_ISSUED): { files: ReadonlyMap<string, string>; issued: Issued } {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  const { files, issued: given } = typescriptTarget.render({ model: contextModelOf(yaml), project: PROJECT, phases, issued });
  return { files: new Map(files.map(({ path, text }) => [path.slice(PROJECT.directory.length + 1), text])), issued: given };
}

function orderOf(fields: string, more = ''): string {
  return `
context: broker
valueObjects: { Money: { amount: 'decimal(18,2)', currency: string max 3 } }
aggregates:
  Order:
    fields: ${fields}
${more}`;
}

describe('persistence', () => {
  it('reads and writes no rows of an entity that no field is made of', () => {
    const { files } = rendered(orderOf('{ lines: list(Line) }', '    entities: { Line: { sku: string }, Spare: { of: Part }, Part: { sku: string } }'));
    const rows = files.get(`${PERSISTENCE}/order/order-rows.ts`) ?? '';
    expect(rows).toContain('function addLine(');
    expect(rows).toContain('function lineFromRow(');
    expect(rows).not.toMatch(/addSpare|spareFromRow|addPart|partFromRow/);
  });

  it('is there from the repository layer on, what implements ports of the application from that layer on', () => {
    const paths = (last: Phase) => [...rendered(BROKER, last).files.keys()].filter((path) => path.startsWith(PERSISTENCE) || path.startsWith('src/domain/repositories'));
    expect(paths(1)).toEqual([]);
    expect(paths(2)).toContain(`${PERSISTENCE}/order/kysely-order-repository.ts`);
    expect(paths(2).filter((path) => /queries|unit-of-work|paging/.test(path))).toEqual([]);
    expect(paths(3)).toContain(`${PERSISTENCE}/order/kysely-order-queries.ts`);
    expect(paths(3)).toContain(`${PERSISTENCE}/kysely-unit-of-work.ts`);
  });

  it.each<[string, string, string[]]>([
    ['a decimal at full scale', '{ price: "decimal(12 3)" }', ['price: data.price.toFixed(3)', 'price: new Decimal(row.price)']],
    ['an absent value as null', '{ note: "string? max 9" }', ['note: data.note ?? null', 'note: row.note ?? undefined']],
    ['a duration in microseconds', '{ length: "duration?" }', ['length: orNull(data.length, durationToMicroseconds)', 'length: orAbsent(row.length, durationFromMicroseconds)']],
    ['a value object in columns', '{ fee: Money }', ['fee_amount: data.fee.amount.toFixed(2)', 'fee: { amount: new Decimal(row.fee_amount), currency: row.fee_currency }']],
    ['an optional value object by a part that is always there', '{ fee: "Money?" }', ['fee_currency: data.fee?.currency ?? null', 'fee: row.fee_amount === null ? undefined : {', "required(row.fee_currency, 'fee_currency')"]],
    ['a list as a document', '{ fees: list(Money) }', ['fees: JSON.stringify(data.fees.map((item) => moneyToDocument(item)))', 'fees: row.fees.map((item) => moneyFromDocument(item))']],
    ['a reserved word under its plain name', '{ class: "int", from: "int" }', ['class: data.class', 'from: row.from']],
  ])('stores %s', (_name, fields, expected) => {
    const rows = rendered(orderOf(fields)).files.get(`${PERSISTENCE}/order/order-rows.ts`) ?? '';
    for (const line of expected) expect(rows).toContain(line);
  });

  it('reads children with one statement for each kind, in their order', () => {
    const rows = rendered(orderOf('{ fills: list(Fill) }', '    entities: { Fill: { quantity: int } }')).files.get(`${PERSISTENCE}/order/order-rows.ts`) ?? '';
    expect(rows).toContain(".selectFrom('order_fill')");
    expect(rows).toContain(".orderBy('position')");
    expect(rows).toContain('fills: children.fills.map((item) => fillFromRow(item))');
  });
});

describe('migrations', () => {
  it('are issued with the repository layer, and a later model adds one', () => {
    expect(rendered(orderOf('{ a: int }'), 1).issued.migrations).toEqual([]);
    const first = rendered(orderOf('{ a: int }'));
    expect(first.issued.migrations.map(({ name }) => name)).toEqual(['001_initial']);
    const second = rendered(orderOf('{ a: int, b: int default 7 }'), 3, first.issued);
    expect(second.files.get(`${PERSISTENCE}/migrations/001_initial.ts`)).toBe(first.files.get(`${PERSISTENCE}/migrations/001_initial.ts`));
    const added = second.files.get(`${PERSISTENCE}/migrations/002_alter_order.ts`) ?? '';
    expect(added).toContain(".addColumn('b', 'integer', (column) => column.notNull().defaultTo(sql`7`))");
    expect(added).toContain(".dropColumn('b')");
    expect(second.files.get(`${PERSISTENCE}/migrations/index.ts`)).toContain("'002_alter_order': migration002");
    expect(rendered(orderOf('{ a: int, b: int default 7 }'), 3, second.issued).issued).toEqual(second.issued);
  });

  it('hold hostile defaults as data', () => {
    const first = rendered(orderOf('{ a: int }'));
    const hostile = String.raw`{ a: int, note: 'string default "${'${process.exit()}'} {tick} {back}n it is"' }`.replace('{tick}', '`').replace('{back}', '\\\\');
    const added = rendered(orderOf(hostile), 3, first.issued).files.get(`${PERSISTENCE}/migrations/002_alter_order.ts`) ?? '';
    expect(added).toContain(String.raw`\${process.exit()} \``);
    expect(added).not.toMatch(/(?<!\\)\$\{/);
  });
});

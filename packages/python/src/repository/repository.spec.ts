import { type Issued, NOTHING_ISSUED, PHASES, type Phase } from '@planner/target';
import { BROKER, contextModelOf } from '@planner/testing';
import { pythonTarget } from '..';

const PROJECT = {
  name: 'broker',
  directory: 'packages/broker',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-python', packageName: 'kernel-python' },
  plans: [],
};
const PERSISTENCE = 'src/infrastructure/persistence';

type Rendered = { readonly files: ReadonlyMap<string, string>; readonly issued: Issued };

function rendered(yaml: string, last: Phase = 3, issued: Issued = NOTHING_ISSUED): Rendered {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  const model = { ...contextModelOf(yaml), language: 'python' as const };
  const { files, issued: given } = pythonTarget.render({ model, project: PROJECT, phases, issued });
  const own = files.map(({ path, text }) => [path.slice(PROJECT.directory.length + 1), text] as const);
  return { files: new Map(own), issued: given };
}

function orderOf(fields: string, more = '', head = ''): string {
  return `
context: broker
${head}valueObjects: { Money: { amount: 'decimal(18,2)', currency: string max 3 } }
aggregates:
  Order:
    fields: ${fields}
${more}`;
}

/** Blanks and line ends do not matter: ruff lays the code out. */
function flat(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ');
}

describe('persistence in Python', () => {
  it('names no event of an aggregate that records none, because mypy cannot say of what type it is', () => {
    const yaml =
      'context: shop\naggregates: { Order: { fields: { name: string }, operations: { create: { emits: [] } } } }';
    const { files } = rendered(yaml, 6);
    for (const path of ['order_repository_impl.py', 'in_memory/order_repository.py'])
      expect(files.get(`${PERSISTENCE}/${path}`)).toContain('[*map(order_event_record, root.pull_events())]');
    expect(files.get('tests/contract/order_contract.py')).toContain('stored_event(record) for record in records');
  });

  it('is there from the repository layer on, what implements ports of the application from that layer on', () => {
    const paths = (last: Phase) =>
      [...rendered(BROKER, last).files.keys()].filter(
        (path) => /^(?:alembic|src\/migrate|src\/domain\/repositories)/.test(path) || path.startsWith(PERSISTENCE),
      );
    expect(paths(1)).toEqual([]);
    expect(paths(2)).toEqual(
      expect.arrayContaining([
        `${PERSISTENCE}/order_repository_impl.py`,
        'alembic/versions/001_initial.py',
        'alembic/env.py',
        'alembic.ini',
        'src/migrate.py',
      ]),
    );
    expect(paths(2).filter((path) => /queries|unit_of_work|paging|dto/.test(path))).toEqual([]);
    expect(paths(3)).toEqual(
      expect.arrayContaining([
        `${PERSISTENCE}/order_queries_impl.py`,
        `${PERSISTENCE}/unit_of_work.py`,
        `${PERSISTENCE}/in_memory/order_queries.py`,
      ]),
    );
  });

  it.each<[string, string, string, string[]]>([
    [
      'a decimal with its digits',
      '{ price: "decimal(12 3)" }',
      'rows',
      ['price: Mapped[Decimal] = mapped_column(Exact(12, 3))'],
    ],
    [
      'an absent value as null',
      '{ note: "string? max 9" }',
      'rows',
      ['note: Mapped[str | None] = mapped_column(TEXT)'],
    ],
    [
      'a duration and an instant',
      '{ length: duration, at: datetime }',
      'rows',
      [
        'length: Mapped[dt.timedelta] = mapped_column(Duration())',
        'at: Mapped[dt.datetime] = mapped_column(Instant())',
      ],
    ],
    [
      'a value object in columns',
      '{ fee: Money }',
      'mapper',
      ['"fee_amount": state.fee.amount', 'fee=rehydrated(Money)(amount=row.fee_amount, currency=row.fee_currency)'],
    ],
    [
      'an optional value object by a part that is always there',
      '{ fee: "Money?" }',
      'mapper',
      [
        '"fee_currency": None if state.fee is None else state.fee.currency',
        'fee=None if row.fee_amount is None else rehydrated(Money)(',
        'required(row.fee_currency, "fee_currency")',
      ],
    ],
    [
      'a list as a document',
      '{ fees: list(Money) }',
      'mapper',
      [
        '"fees": [money_to_document(item) for item in state.fees]',
        'fees=tuple(money_from_document(item) for item in row.fees)',
      ],
    ],
    [
      'a reserved word under its plain name',
      '{ class: "int", metadata: "int", str: "int" }',
      'rows',
      [
        'class_: Mapped[int] = mapped_column("class", Integer())',
        'metadata_: Mapped[int] = mapped_column("metadata", Integer())',
        'str_: Mapped[int] = mapped_column("str", Integer())',
      ],
    ],
  ])('stores %s', (_name, fields, module, expected) => {
    const text = flat(rendered(orderOf(fields)).files.get(`${PERSISTENCE}/order_${module}.py`));
    for (const line of expected) expect(text).toContain(line);
  });

  it('checks the version in the statement that changes', () => {
    const text = flat(rendered(orderOf('{ a: int }')).files.get(`${PERSISTENCE}/order_repository_impl.py`));
    expect(text.match(/OrderRow\.version == root\.version/g)).toHaveLength(2);
  });

  it('reads children with one statement for each kind, in their order', () => {
    const yaml = orderOf('{ fills: list(Fill) }', '    entities: { Fill: { quantity: int } }');
    const mapper = flat(rendered(yaml).files.get(`${PERSISTENCE}/order_mapper.py`));
    expect(mapper).toContain('select(FillRow).where(FillRow.order_id.in_(ids)).order_by(FillRow.position)');
    expect(mapper).toContain('fills=tuple(_fill(item) for item in children.fills)');
  });

  it('knows nothing of PostgreSQL where the plan chose SQLite', () => {
    const { files } = rendered(
      orderOf('{ tags: list(string max 9) }', '    finders: { list: { by: [tags?] } }', 'database: sqlite\n'),
      6,
    );
    const own = [...files].filter(
      ([path]) =>
        (path.startsWith(PERSISTENCE) || path.startsWith('alembic')) &&
        !/(?:types|list_filters|page_token)\.py$/.test(path),
    );
    expect(own.filter(([, text]) => /asyncpg|postgresql_|sqlstate/i.test(text)).map(([path]) => path)).toEqual([]);
  });
});

/** What would end a literal, and what SQLAlchemy would take for a parameter. */
const HOSTILE = `' ") # :name %s`;

describe('migrations in Python', () => {
  it('are issued with the repository layer, and a later model adds one', () => {
    expect(rendered(orderOf('{ a: int }'), 1).issued.migrations).toEqual([]);
    const first = rendered(orderOf('{ a: int }'));
    expect(first.issued.migrations.map(({ name }) => name)).toEqual(['001_initial']);
    const second = rendered(orderOf('{ a: int, b: int default 7 }'), 3, first.issued);
    expect(second.files.get('alembic/versions/001_initial.py')).toBe(
      first.files.get('alembic/versions/001_initial.py'),
    );
    const added = second.files.get('alembic/versions/002_alter_order.py') ?? '';
    expect(added).toContain('revision = "002"\ndown_revision = "001"');
    expect(added).toContain('sa.Column("b", sa.Integer(), server_default=sa.text("7"), nullable=False)');
    expect(added).toContain('op.drop_column("order", "b")');
    expect(added).toContain('op.rename_table("_new_order", "order")');
    expect(rendered(orderOf('{ a: int, b: int default 7 }'), 3, second.issued).issued).toEqual(second.issued);
  });

  it('hold hostile defaults as data', () => {
    const first = rendered(orderOf('{ a: int }'));
    const hostile = `{ a: int, note: 'string default ${JSON.stringify(HOSTILE).replaceAll("'", "''")}' }`;
    const added = rendered(orderOf(hostile), 3, first.issued).files.get('alembic/versions/002_alter_order.py') ?? '';
    expect(added).not.toMatch(/^\s*import os/m);
    expect(added).toContain(String.raw`\:name %s`);
    expect(added).toContain(String.raw`'' \") #`);
  });

  it('convert on SQLite what changes its type, and only then bring what that takes', () => {
    const first = rendered(orderOf('{ a: "decimal(8 2)" }'));
    expect([...first.files.keys()]).not.toContain(`${PERSISTENCE}/conversions.py`);
    const second = rendered(orderOf('{ a: "decimal(8 3)" }'), 3, first.issued);
    expect([...second.files.keys()]).toContain(`${PERSISTENCE}/conversions.py`);
    expect(second.files.get(`${PERSISTENCE}/engine.py`)).toContain(
      'self.create_function("converted", 3, converted, deterministic=True)',
    );
    expect(second.files.get('alembic/versions/002_alter_order.py')).toMatch(/converted\(\\?"a\\?", /);
  });
});

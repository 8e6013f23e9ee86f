import { type ColumnModel, type ColumnType, isNullable, type TableModel } from '@planner/target';
import type { ImportSet } from '../../imports';
import { pyString } from '../../text';
import { columnCode } from '../column-code';
import { checkSql, indexArguments, indexCodes } from '../index-code';
import { inPersistence } from '../names';

/** What the statements of a migration are printed with. */
export class MigrationCode {
  constructor(
    private readonly imports: ImportSet,
    /** Whether the service may use PostgreSQL. */
    readonly server: boolean,
  ) {}

  op(call: string, args: readonly string[]): string {
    return `${this.imports.from('alembic', 'op')}.${call}(${args.join(', ')})`;
  }

  /** Runs SQL as it is, nothing in it is a parameter; each part stands on a line of its own if they do not fit one. */
  execute(...parts: readonly string[]): string {
    return this.op('execute', [parts.map((part) => pyString(part.replaceAll(':', '\\:'))).join(' ')]);
  }

  sa(call: string, args: readonly string[] = []): string {
    return `${this.imports.module('sqlalchemy', 'sa')}.${call}(${args.join(', ')})`;
  }

  type(type: ColumnType, isGenerated = false): string {
    const { module, name, code } = columnCode(type, isGenerated);
    if (module === 'sqlalchemy') return `${this.imports.module('sqlalchemy', 'sa')}.${code}`;
    this.imports.value(inPersistence(name, 'types'));
    return code;
  }

  column(column: ColumnModel, ...more: readonly string[]): string {
    return this.sa('Column', [
      pyString(column.name),
      this.type(column.type, column.generated),
      ...(column.generated ? [this.sa('Identity', ['always=True'])] : []),
      ...more,
      ...(isNullable(column) ? [] : ['nullable=False']),
    ]);
  }

  /** Makes a table; its indexes are apart. */
  createTable(table: TableModel, name = table.name): string {
    const { columns, primaryKey, parent, checks } = table;
    return this.op('create_table', [
      pyString(name),
      ...columns.map((column) => this.column(column)),
      this.sa('PrimaryKeyConstraint', [...primaryKey.columns.map(pyString), `name=${pyString(primaryKey.name)}`]),
      ...(parent
        ? [
            this.sa('ForeignKeyConstraint', [
              `[${pyString(parent.column)}]`,
              `[${pyString(`${parent.table}.${parent.references}`)}]`,
              `name=${pyString(parent.name)}`,
              'ondelete="CASCADE"',
            ]),
          ]
        : []),
      ...checks.map((check) => this.sa('CheckConstraint', [pyString(checkSql(check)), `name=${pyString(check.name)}`])),
      ...(columns.some(({ generated }) => generated) ? ['sqlite_autoincrement=True'] : []),
    ]);
  }

  /** Statements that make indexes, in every database or in one. */
  createIndexes(table: Pick<TableModel, 'name' | 'columns' | 'indexes'>, only?: Dialect): string[] {
    return table.indexes.flatMap((index) =>
      indexCodes(index, table.columns, this.server)
        .filter(({ dialect }) => only === undefined || dialect === undefined || dialect === only)
        .map((code) => {
          const [columns, options] = split(
            indexArguments(code, () => `${this.imports.module('sqlalchemy', 'sa')}.text`),
          );
          const made = this.op('create_index', [
            pyString(index.name),
            pyString(table.name),
            `[${columns.join(', ')}]`,
            ...options,
          ]);
          return code.dialect === undefined || only !== undefined ? made : this.when(code.dialect, [made]);
        }),
    );
  }

  /** Statements for one database. */
  when(dialect: Dialect, statements: readonly string[]): string {
    const condition = `${this.imports.from('alembic', 'op')}.get_context().dialect.name == "${dialect}"`;
    return `if ${condition}:\n${statements.map((each) => indented(each, 4)).join('\n')}`;
  }
}

export type Dialect = 'postgresql' | 'sqlite';

export function indented(code: string, by: number): string {
  return code
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}

/** Columns, and what is said about them by name. */
function split(args: readonly string[]): [string[], string[]] {
  const isOption = (argument: string) => /^(?:unique|postgresql_using)=/.test(argument);
  return [args.filter((argument) => !isOption(argument)), args.filter(isOption)];
}

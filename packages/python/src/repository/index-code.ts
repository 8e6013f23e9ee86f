import { type CheckModel, type ColumnModel, type IndexModel, postgresql } from '@planner/target';
import { pyString } from '../text';

const { identifier, indexExpressionSql, textLiteral } = postgresql;

/** How an index is made in one database, or in all where `dialect` is absent. */
export interface IndexCode {
  readonly dialect?: 'postgresql' | 'sqlite';
  /** Names of columns, or SQL of what is more than a name. */
  readonly columns: readonly { readonly name: string; readonly sql?: string }[];
  readonly unique: boolean;
  /** Method of PostgreSQL. */
  readonly using?: 'gin' | 'hash';
}

/**
 * SQLite has ordered indexes only, and puts null last where an order is descending; values of any length fit into them.
 *
 * @param server whether the service may use PostgreSQL
 */
export function indexCodes(
  index: IndexModel,
  columns: readonly Pick<ColumnModel, 'name' | 'type'>[],
  server: boolean,
): IndexCode[] {
  const typeOf = (name: string) => columns.find((column) => column.name === name)?.type ?? { kind: 'text' as const };
  const { unique, method } = index;
  const onPostgresql: IndexCode = {
    columns: index.columns.map((column) => ({
      name: column.column,
      ...sqlOf(indexExpressionSql(column, typeOf(column.column))),
    })),
    unique,
    ...(method !== 'ordered' && { using: method === 'elements' ? ('gin' as const) : ('hash' as const) }),
  };
  const onSqlite: IndexCode = {
    columns: index.columns.map(({ column, direction }) => ({
      name: column,
      ...(direction === 'desc' && { sql: `${identifier(column)} DESC` }),
    })),
    unique,
  };
  const isForAll = method === 'ordered' && index.columns.every(({ absentLast, digest }) => !absentLast && !digest);
  if (isForAll) return [onSqlite];
  return [
    ...(server ? [{ ...onPostgresql, dialect: 'postgresql' as const }] : []),
    ...(method === 'elements' ? [] : [server ? { ...onSqlite, dialect: 'sqlite' as const } : onSqlite]),
  ];
}

function sqlOf(sql: string | undefined): { sql?: string } {
  return sql === undefined ? {} : { sql };
}

/** Arguments of an index behind its name; `text` makes an expression of SQL. */
export function indexArguments({ columns, unique, using }: IndexCode, text: () => string): string[] {
  return [
    ...columns.map(({ name, sql }) => (sql === undefined ? pyString(name) : `${text()}(${pyString(sql)})`)),
    ...(unique ? ['unique=True'] : []),
    ...(using === undefined ? [] : [`postgresql_using="${using}"`]),
  ];
}

/** The condition of a check, the same in every database. */
export function checkSql(check: CheckModel): string {
  if (check.kind === 'members') return `${identifier(check.column)} IN (${check.members.map(textLiteral).join(', ')})`;
  const [first = '', ...others] = check.columns.map((column) => `(${identifier(column)} IS NULL)`);
  return others.map((other) => `${first} = ${other}`).join(' AND ');
}

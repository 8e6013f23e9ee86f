import { type CheckModel, type ColumnModel, type IndexModel, isNullable, type ParentModel, postgresql, stringLiteral, type TableModel } from '@planner/target';
import { chained, names, sqlTemplate } from './builder-code';

const { columnTypeSql, identifier, indexExpressionSql, textLiteral } = postgresql;

/** Statements that make a table with its indexes. */
export function createTable(table: TableModel): string[] {
  const calls = [
    ...table.columns.map((column) => `addColumn(${columnArguments(column)})`),
    `addPrimaryKeyConstraint(${stringLiteral(table.primaryKey.name)}, ${names(table.primaryKey.columns)})`,
    ...(table.parent ? [foreignKey(table.parent)] : []),
    ...table.checks.map(checkConstraint),
  ];
  return [chained(`createTable(${stringLiteral(table.name)})`, calls), ...table.indexes.map((index) => createIndex(table, index))];
}

export function createIndex(table: Pick<TableModel, 'name' | 'columns'>, index: IndexModel): string {
  const typeOf = (name: string) => table.columns.find((column) => column.name === name)?.type ?? { kind: 'text' as const };
  const columns = index.columns.map((column) => {
    const expression = indexExpressionSql(column, typeOf(column.column));
    return { name: stringLiteral(column.column), source: expression === undefined ? stringLiteral(column.column) : sqlTemplate(expression) };
  });
  const isPlain = columns.every(({ name, source }) => name === source);
  return chained(`createIndex(${stringLiteral(index.name)})`, [
    `on(${stringLiteral(table.name)})`,
    ...(index.unique ? ['unique()'] : []),
    ...(index.method === 'ordered' ? [] : [`using('${index.method === 'elements' ? 'gin' : 'hash'}')`]),
    ...(isPlain ? [`columns([${columns.map(({ name }) => name).join(', ')}])`] : columns.map(({ source }) => `column(${source})`)),
  ]);
}

/** `notNull` and `text` are constants of the migration. */
export function columnArguments(column: ColumnModel): string {
  const options = column.generated ? ', (column) => column.notNull().generatedAlwaysAsIdentity()' : isNullable(column) ? '' : ', notNull';
  return `${stringLiteral(column.name)}, ${dataType(column)}${options}`;
}

export function dataType({ type }: ColumnModel): string {
  return type.kind === 'text' ? 'text' : stringLiteral(columnTypeSql(type));
}

export function foreignKey({ name, column, table, references }: ParentModel): string {
  const action = "(key) => key.onDelete('cascade')";
  return `addForeignKeyConstraint(${stringLiteral(name)}, ${names([column])}, ${stringLiteral(table)}, ${names([references])}, ${action})`;
}

export function checkConstraint(check: CheckModel): string {
  return `addCheckConstraint(${stringLiteral(check.name)}, ${sqlTemplate(checkSql(check))})`;
}

function checkSql(check: CheckModel): string {
  if (check.kind === 'members') return `${identifier(check.column)} in (${check.members.map(textLiteral).join(', ')})`;
  return `num_nonnulls(${check.columns.map(identifier).join(', ')}) in (0, ${check.columns.length})`;
}

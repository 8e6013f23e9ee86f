import { type ColumnModel, type Fill, isNullable, type MigrationStep, postgresql, stringLiteral, type TableModel } from '@planner/target';
import { chained, names, sqlTemplate } from './builder-code';
import { checkConstraint, columnArguments, createIndex, createTable, dataType, foreignKey } from './table-code';

const { columnTypeSql, convertedSql, identifier, isConverted, valueSql } = postgresql;

/** Statements of one step. `tables`: as they are before it. */
export function stepCode(step: MigrationStep, tables: readonly TableModel[]): string[] {
  switch (step.kind) {
    case 'createTable':
      return createTable(step.table);
    case 'dropTable':
      return [chained(`dropTable(${stringLiteral(step.table.name)})`, [])];
    case 'addColumn':
      return addColumn(step.table, step.column, step.fill);
    case 'dropColumn':
      return [alter(step.table, `dropColumn(${stringLiteral(step.column.name)})`)];
    case 'changeColumn':
      return changeColumn(step.table, step.from, step.to, step.fill);
    case 'createIndex':
      return [createIndex({ name: step.table, columns: tables.find(({ name }) => name === step.table)?.columns ?? [] }, step.index)];
    case 'dropIndex':
      return [chained(`dropIndex(${stringLiteral(step.index.name)})`, [])];
    case 'addCheck':
      return [alter(step.table, checkConstraint(step.check))];
    case 'dropCheck':
      return [alter(step.table, `dropConstraint(${stringLiteral(step.check.name)})`)];
    case 'addKey':
      return [alter(step.table, `addPrimaryKeyConstraint(${stringLiteral(step.key.name)}, ${names(step.key.columns)})`)];
    case 'dropKey':
      return [alter(step.table, `dropConstraint(${stringLiteral(step.key.name)})`)];
    case 'addParent':
      return [alter(step.table, foreignKey(step.parent))];
    case 'dropParent':
      return [alter(step.table, `dropConstraint(${stringLiteral(step.parent.name)})`)];
  }
}

function alter(table: string, ...calls: string[]): string {
  return chained(`alterTable(${stringLiteral(table)})`, calls);
}

/** A column that rows need a value for gets it as a default, which goes again: new rows bring their own. */
function addColumn(table: string, column: ColumnModel, fill: Fill | undefined): string[] {
  if (fill === undefined) return [alter(table, `addColumn(${columnArguments(column)})`)];
  if (fill.where !== undefined) return [alter(table, `addColumn(${columnArguments(column)})`), update(table, column, fill, fill.where)];
  const value = sqlTemplate(valueSql(column.type, fill.value));
  return [
    alter(table, `addColumn(${stringLiteral(column.name)}, ${dataType(column)}, (column) => column.notNull().defaultTo(${value}))`),
    alter(table, `alterColumn(${stringLiteral(column.name)}, (column) => column.dropDefault())`),
  ];
}

function changeColumn(table: string, from: ColumnModel, to: ColumnModel, fill: Fill | undefined): string[] {
  const name = stringLiteral(to.name);
  const statements: string[] = [];
  if (isNullable(to) && !isNullable(from)) statements.push(alter(table, `alterColumn(${name}, (column) => column.dropNotNull())`));
  if (isConverted(from, to)) statements.push(converted(table, from, to));
  if (fill) statements.push(update(table, to, fill, fill.where));
  if (!isNullable(to) && isNullable(from)) statements.push(alter(table, `alterColumn(${name}, (column) => column.setNotNull())`));
  return statements;
}

function converted(table: string, from: ColumnModel, to: ColumnModel): string {
  const column = identifier(to.name);
  const value = convertedSql(from.type, to.type, column);
  if (to.type.kind === 'json') return execute(`update ${identifier(table)} set ${column} = ${value} where ${column} is not null`);
  return alter(table, `alterColumn(${stringLiteral(to.name)}, (column) => column.setDataType(${sqlTemplate(`${columnTypeSql(to.type)} using (${value})`)}))`);
}

/** For the rows that lack a value, of those that should have one. */
function update(table: string, column: ColumnModel, { value }: Fill, where: string | undefined): string {
  const name = identifier(column.name);
  const owners = where === undefined ? '' : ` and ${identifier(where)} is not null`;
  return execute(`update ${identifier(table)} set ${name} = ${valueSql(column.type, value)} where ${name} is null${owners}`);
}

function execute(statement: string): string {
  return `await ${sqlTemplate(statement)}.execute(db);`;
}

import {
  type ColumnModel,
  type Fill,
  isNullable,
  type MigrationStep,
  postgresql,
  type TableModel,
} from '@planner/target';
import { pyString } from '../../text';
import { checkSql } from '../index-code';
import type { MigrationCode } from './code';
import { whole } from './statements';

const { columnTypeSql, convertedSql, identifier, isConverted, valueSql } = postgresql;

/** Statements of all steps. `before`: the tables as they are. */
export function postgresqlStatements(
  steps: readonly MigrationStep[],
  before: readonly TableModel[],
  code: MigrationCode,
): string[] {
  const columns = new Map(
    before.map(({ name, columns: own }) => [name, new Map(own.map((column) => [column.name, column]))]),
  );
  return steps.flatMap((step) => {
    if (step.kind === 'addColumn') columns.get(step.table)?.set(step.column.name, step.column);
    if (step.kind === 'changeColumn') columns.get(step.table)?.set(step.to.name, step.to);
    return stepStatements(step, (table) => [...(columns.get(table)?.values() ?? [])], code);
  });
}

function stepStatements(
  step: MigrationStep,
  columnsOf: (table: string) => readonly ColumnModel[],
  code: MigrationCode,
): string[] {
  switch (step.kind) {
    case 'createTable':
    case 'dropTable':
      return whole(step, code, 'postgresql');
    case 'addColumn':
      return addColumn(step.table, step.column, step.fill, code);
    case 'dropColumn':
      return [code.op('drop_column', [pyString(step.table), pyString(step.column.name)])];
    case 'changeColumn':
      return changeColumn(step.table, step.from, step.to, step.fill, code);
    case 'createIndex':
      return code.createIndexes(
        { name: step.table, columns: columnsOf(step.table), indexes: [step.index] },
        'postgresql',
      );
    case 'dropIndex':
      return [code.op('drop_index', [pyString(step.index.name), pyString(step.table)])];
    case 'addCheck':
      return [
        code.op('create_check_constraint', [
          pyString(step.check.name),
          pyString(step.table),
          pyString(checkSql(step.check)),
        ]),
      ];
    case 'dropCheck':
      return [dropConstraint(step.table, step.check.name, code)];
    case 'addKey':
      return [
        code.op('create_primary_key', [
          pyString(step.key.name),
          pyString(step.table),
          `[${step.key.columns.map(pyString).join(', ')}]`,
        ]),
      ];
    case 'dropKey':
      return [dropConstraint(step.table, step.key.name, code)];
    case 'addParent': {
      const { name, column, table, references } = step.parent;
      return [
        code.op('create_foreign_key', [
          pyString(name),
          pyString(step.table),
          pyString(table),
          `[${pyString(column)}]`,
          `[${pyString(references)}]`,
          'ondelete="CASCADE"',
        ]),
      ];
    }
    case 'dropParent':
      return [dropConstraint(step.table, step.parent.name, code)];
  }
}

function dropConstraint(table: string, name: string, code: MigrationCode): string {
  return code.op('drop_constraint', [pyString(name), pyString(table)]);
}

/** A column that rows need a value for gets it as a default, which goes again: new rows bring their own. */
function addColumn(table: string, column: ColumnModel, fill: Fill | undefined, code: MigrationCode): string[] {
  if (fill === undefined) return [code.op('add_column', [pyString(table), code.column(column)])];
  if (fill.where !== undefined)
    return [code.op('add_column', [pyString(table), code.column(column)]), update(table, column, fill, code)];
  const value = code.sa('text', [pyString(valueSql(column.type, fill.value).replaceAll(':', '\\:'))]);
  return [
    code.op('add_column', [pyString(table), code.column(column, `server_default=${value}`)]),
    code.op('alter_column', [pyString(table), pyString(column.name), 'server_default=None']),
  ];
}

function changeColumn(
  table: string,
  from: ColumnModel,
  to: ColumnModel,
  fill: Fill | undefined,
  code: MigrationCode,
): string[] {
  const alter = (nullable: string) =>
    code.op('alter_column', [pyString(table), pyString(to.name), `nullable=${nullable}`]);
  const becomesNullable = isNullable(to) && !isNullable(from);
  const becomesRequired = !isNullable(to) && isNullable(from);
  return [
    ...(becomesNullable ? [alter('True')] : []),
    ...(isConverted(from, to) ? [converted(table, from, to, code)] : []),
    ...(fill ? [update(table, to, fill, code)] : []),
    ...(becomesRequired ? [alter('False')] : []),
  ];
}

function converted(table: string, from: ColumnModel, to: ColumnModel, code: MigrationCode): string {
  const column = identifier(to.name);
  const value = convertedSql(from.type, to.type, column);
  if (to.type.kind === 'json')
    return code.execute(`UPDATE ${identifier(table)} SET ${column} = ${value} WHERE ${column} IS NOT NULL`);
  return code.execute(
    `ALTER TABLE ${identifier(table)} ALTER COLUMN ${column} TYPE ${columnTypeSql(to.type)} USING (${value})`,
  );
}

/** For the rows that lack a value, of those that should have one. */
function update(table: string, column: ColumnModel, { value, where }: Fill, code: MigrationCode): string {
  const name = identifier(column.name);
  const owners = where === undefined ? '' : ` AND ${identifier(where)} IS NOT NULL`;
  return code.execute(
    `UPDATE ${identifier(table)} SET ${name} = ${valueSql(column.type, value)} WHERE ${name} IS NULL${owners}`,
  );
}

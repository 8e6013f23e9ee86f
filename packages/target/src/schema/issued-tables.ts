import type { IssuedMigration, MigrationStep } from './issued-migration';
import type { TableModel } from './schema-model';

/** The tables that a database has after those migrations, in the order in which they were created. */
export function issuedTables(issued: readonly IssuedMigration[]): readonly TableModel[] {
  return issued.flatMap(({ steps }) => steps).reduce(applied, []);
}

/** The tables after one more step. */
export function applied(tables: readonly TableModel[], step: MigrationStep): readonly TableModel[] {
  switch (step.kind) {
    case 'createTable':
      return [...tables, step.table];
    case 'dropTable':
      return tables.filter(({ name }) => name !== step.table.name);
    default:
      return tables.map((table) => (table.name === step.table ? changed(table, step) : table));
  }
}

function changed(table: TableModel, step: Exclude<MigrationStep, { kind: 'createTable' | 'dropTable' }>): TableModel {
  const { parent: _parent, ...orphan } = table;
  switch (step.kind) {
    case 'addColumn':
      return { ...table, columns: [...table.columns, step.column] };
    case 'dropColumn':
      return { ...table, columns: table.columns.filter(({ name }) => name !== step.column.name) };
    case 'changeColumn':
      return { ...table, columns: table.columns.map((column) => (column.name === step.from.name ? step.to : column)) };
    case 'createIndex':
      return { ...table, indexes: [...table.indexes, step.index] };
    case 'dropIndex':
      return { ...table, indexes: table.indexes.filter(({ name }) => name !== step.index.name) };
    case 'addCheck':
      return { ...table, checks: [...table.checks, step.check] };
    case 'dropCheck':
      return { ...table, checks: table.checks.filter(({ name }) => name !== step.check.name) };
    case 'addKey':
      return { ...table, primaryKey: step.key };
    case 'dropKey':
      return table;
    case 'addParent':
      return { ...table, parent: step.parent };
    case 'dropParent':
      return orphan;
  }
}

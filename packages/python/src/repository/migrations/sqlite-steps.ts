import { type ColumnModel, type Fill, type MigrationStep, postgresql, type TableModel } from '@planner/target';
import { pyString } from '../../text';
import type { MigrationCode } from './code';
import { sqliteConverted, sqliteValue } from './sqlite-values';
import { whole } from './statements';

const { identifier } = postgresql;

/**
 * SQLite cannot change most of a table, so one that changes is made anew and filled from the old one
 * (https://www.sqlite.org/lang_altertable.html#otheralter); all of its steps at once.
 */
export function sqliteStatements(
  steps: readonly MigrationStep[],
  before: readonly TableModel[],
  after: readonly TableModel[],
  code: MigrationCode,
): string[] {
  const changed = new Set(
    steps.flatMap((step) => (step.kind === 'createTable' || step.kind === 'dropTable' ? [] : [step.table])),
  );
  const dropped = steps.filter(({ kind }) => kind === 'dropTable');
  const created = steps.filter(({ kind }) => kind === 'createTable');
  return [
    ...dropped.flatMap((step) => whole(step, code, 'sqlite')),
    ...[...changed].flatMap((name) => {
      const old = before.find((table) => table.name === name);
      const table = after.find((each) => each.name === name);
      if (old === undefined || table === undefined) return [];
      return replaced(
        old,
        table,
        steps.filter((step) => step.table === name),
        code,
      );
    }),
    ...created.flatMap((step) => whole(step, code, 'sqlite')),
  ];
}

function replaced(old: TableModel, table: TableModel, steps: readonly MigrationStep[], code: MigrationCode): string[] {
  if (steps.every(({ kind }) => kind === 'createIndex' || kind === 'dropIndex'))
    return steps.flatMap((step) => indexStatements(step, table, code));
  const made = `_new_${table.name}`;
  const sources = columnSources(old, steps);
  const names = table.columns.map(({ name }) => identifier(name)).join(', ');
  const values = table.columns.map(({ name }) => sources.get(name) ?? 'NULL');
  const listed = values.map((value, place) => `${value}${place < values.length - 1 ? ',' : ''} `);
  return [
    code.createTable(table, made),
    code.execute(`INSERT INTO ${identifier(made)} (${names}) SELECT `, ...listed, `FROM ${identifier(old.name)}`),
    code.op('drop_table', [pyString(old.name)]),
    code.op('rename_table', [pyString(made), pyString(table.name)]),
    ...code.createIndexes(table, 'sqlite'),
  ];
}

function indexStatements(step: MigrationStep, table: TableModel, code: MigrationCode): string[] {
  if (step.kind === 'createIndex') return code.createIndexes({ ...table, indexes: [step.index] }, 'sqlite');
  if (step.kind !== 'dropIndex' || step.index.method === 'elements') return [];
  return [code.op('drop_index', [pyString(step.index.name), pyString(table.name)])];
}

/** What each column of the new table is made of, by its name. */
function columnSources(old: TableModel, steps: readonly MigrationStep[]): ReadonlyMap<string, string> {
  const sources = new Map(old.columns.map(({ name }) => [name, identifier(name)]));
  for (const step of steps) {
    if (step.kind === 'dropColumn') sources.delete(step.column.name);
    if (step.kind === 'addColumn')
      sources.set(step.column.name, step.fill ? filled('NULL', step.column, step.fill) : 'NULL');
    if (step.kind === 'changeColumn') {
      const value = sqliteConverted(step.from.type, step.to.type, sources.get(step.from.name) ?? 'NULL');
      sources.set(step.to.name, step.fill ? filled(value, step.to, step.fill) : value);
    }
  }
  return sources;
}

/** The value, or that of `fill` for the rows that lack one and should have one. */
function filled(value: string, column: ColumnModel, fill: Fill): string {
  const wanted = sqliteValue(column.type, fill.value);
  const given = value === 'NULL' ? wanted : `coalesce(${value}, ${wanted})`;
  if (fill.where === undefined) return given;
  return `CASE WHEN ${identifier(fill.where)} IS NOT NULL THEN ${given} ELSE ${value} END`;
}

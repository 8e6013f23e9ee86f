import { type ContextModel, snakeCase } from '@planner/model';
import { schemaModel } from './build-schema';
import { tableSteps } from './changed-table';
import type { IssuedMigration, MigrationStep } from './issued-migration';
import { issuedTables } from './issued-tables';
import { hasEffect } from './postgresql';
import type { TableModel } from './schema-model';

/**
 * The migrations of a context: those issued before, unchanged, and one more if the model needs other tables than they make.
 * The first is `001_initial`; later ones are named after what they do (`002_alter_order`). Nothing to change: `issued` itself.
 */
export function planMigrations(issued: readonly IssuedMigration[], model: ContextModel): readonly IssuedMigration[] {
  const steps = migrationSteps(issuedTables(issued), schemaModel(model, issued).tables);
  if (!steps.some(hasEffect)) return issued;
  const number = String(issued.length + 1).padStart(3, '0');
  return [...issued, { name: `${number}_${issued.length === 0 ? 'initial' : summary(steps)}`, steps }];
}

/** Steps that turn one set of tables into another. Whatever depends on a column goes before it changes and comes back after. */
export function migrationSteps(before: readonly TableModel[], after: readonly TableModel[]): readonly MigrationStep[] {
  const gone = before.filter(({ origin }) => !after.some((table) => table.origin === origin));
  const made = after.filter(({ origin }) => !before.some((table) => table.origin === origin));
  const kept = after.flatMap((table) => {
    const old = before.find(({ origin }) => origin === table.origin);
    return old === undefined ? [] : [tableSteps(old, table, before, after)];
  });
  return [
    ...kept.flatMap((steps) => steps.release),
    ...gone.toReversed().map((table): MigrationStep => ({ kind: 'dropTable', table })),
    ...kept.flatMap((steps) => steps.columns),
    ...made.map((table): MigrationStep => ({ kind: 'createTable', table: withoutInitialValues(table) })),
    ...kept.flatMap((steps) => steps.keys),
    ...kept.flatMap((steps) => steps.restore),
  ];
}

/** A new table has no rows that would need a value. */
function withoutInitialValues(table: TableModel): TableModel {
  return { ...table, columns: table.columns.map(({ initial: _initial, ...column }) => column) };
}

const LONGEST_SUMMARY = 50;

function summary(steps: readonly MigrationStep[]): string {
  const made = steps.flatMap((step) => (step.kind === 'createTable' ? [step.table.name] : []));
  const gone = steps.flatMap((step) => (step.kind === 'dropTable' ? [step.table.name] : []));
  const altered = [...new Set(steps.flatMap((step) => ('table' in step && typeof step.table === 'string' ? [step.table] : [])))];
  const parts = [phrase('create', made), phrase('drop', gone), phrase('alter', altered)].filter((part) => part !== '');
  const text = parts.join('_and_');
  return text.length <= LONGEST_SUMMARY ? text : `${snakeCase(parts[0] ?? '').slice(0, LONGEST_SUMMARY - 5)}_etc`;
}

function phrase(verb: string, tables: readonly string[]): string {
  return tables.length === 0 ? '' : `${verb}_${tables.join('_')}`;
}

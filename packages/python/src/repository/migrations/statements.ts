import type { MigrationStep, TableModel } from '@planner/target';
import { pyString } from '../../text';
import type { MigrationCode } from './code';
import { postgresqlStatements } from './postgresql-steps';
import { sqliteStatements } from './sqlite-steps';

/** Statements of a migration. Tables come and go alike everywhere; those that change do so in the way of each database. */
export function statements(
  steps: readonly MigrationStep[],
  before: readonly TableModel[],
  after: readonly TableModel[],
  code: MigrationCode,
): string[] {
  const isChange = (step: MigrationStep) => step.kind !== 'createTable' && step.kind !== 'dropTable';
  if (!steps.some(isChange)) return steps.flatMap((step) => whole(step, code));
  const onPostgresql = code.server ? postgresqlStatements(steps, before, code) : [];
  const onSqlite = sqliteStatements(steps, before, after, code);
  return code.server ? [code.when('postgresql', onPostgresql), code.when('sqlite', onSqlite)] : onSqlite;
}

/** A table made or dropped as a whole. */
export function whole(
  step: MigrationStep,
  code: MigrationCode,
  only?: Parameters<MigrationCode['createIndexes']>[1],
): string[] {
  if (step.kind === 'createTable') return [code.createTable(step.table), ...code.createIndexes(step.table, only)];
  return step.kind === 'dropTable' ? [code.op('drop_table', [pyString(step.table.name)])] : [];
}

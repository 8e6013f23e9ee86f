import type { MigrationStep } from '../issued-migration';
import { type ColumnModel, isNullable } from '../schema-model';
import { rewrittenSql } from './conversions';
import { columnTypeSql } from './literals';

/** Whether a step changes anything in the database: a shape may come to allow more without a document being touched. */
export function hasEffect(step: MigrationStep): boolean {
  return step.kind !== 'changeColumn' || isNullable(step.from) !== isNullable(step.to) || isConverted(step.from, step.to);
}

/** Whether stored values of the column have to be converted. */
export function isConverted({ type: from }: ColumnModel, { type: to }: ColumnModel): boolean {
  if (from.kind === 'json' && to.kind === 'json') return rewrittenSql(from.shape, to.shape, 'value') !== undefined;
  return from.kind !== to.kind || columnTypeSql(from) !== columnTypeSql(to);
}

import type { MigrationStep } from './issued-migration';
import { type ColumnModel, type ColumnType, type InitialValue, isNullable } from './schema-model';

/**
 * The way back. What a dropped column held is gone: where its old form needs a value, rows get the emptiest one of its type,
 * so that a database with rows can go down too.
 */
export function inverseSteps(steps: readonly MigrationStep[]): readonly MigrationStep[] {
  const members = new Map(steps.flatMap((step) => (step.kind === 'dropCheck' && step.check.kind === 'members' ? [[`${step.table} ${step.check.column}`, step.check.members[0] ?? ''] as const] : [])));
  return steps.toReversed().map((step) => inverse(step, (table, column) => members.get(`${table} ${column}`)));
}

/** `member`: what a column has to hold that is restricted to some texts. */
function inverse(step: MigrationStep, member: (table: string, column: string) => string | undefined): MigrationStep {
  switch (step.kind) {
    case 'createTable':
      return { ...step, kind: 'dropTable' };
    case 'dropTable':
      return { ...step, kind: 'createTable' };
    case 'addColumn':
      return { kind: 'dropColumn', table: step.table, column: step.column };
    case 'dropColumn':
      return { kind: 'addColumn', table: step.table, column: step.column, ...emptyFill(step.column, member(step.table, step.column.name)) };
    case 'changeColumn':
      return { kind: 'changeColumn', table: step.table, from: step.to, to: step.from, ...(isNullable(step.to) && emptyFill(step.from, member(step.table, step.from.name))) };
    case 'createIndex':
      return { ...step, kind: 'dropIndex' };
    case 'dropIndex':
      return { ...step, kind: 'createIndex' };
    case 'addCheck':
      return { ...step, kind: 'dropCheck' };
    case 'dropCheck':
      return { ...step, kind: 'addCheck' };
    case 'addKey':
      return { ...step, kind: 'dropKey' };
    case 'dropKey':
      return { ...step, kind: 'addKey' };
    case 'addParent':
      return { ...step, kind: 'dropParent' };
    case 'dropParent':
      return { ...step, kind: 'addParent' };
  }
}

function emptyFill(column: ColumnModel, member: string | undefined): { fill?: { value: InitialValue } } {
  if (isNullable(column)) return {};
  return { fill: { value: member === undefined ? emptyValue(column.type) : { kind: 'literal', text: member } } };
}

function emptyValue(type: ColumnType): InitialValue {
  const literal = (text: string): InitialValue => ({ kind: 'literal', text });
  switch (type.kind) {
    case 'uuid':
      return literal('00000000-0000-0000-0000-000000000000');
    case 'integer':
    case 'bigint':
    case 'float':
    case 'duration':
    case 'decimal':
      return literal('0');
    case 'boolean':
      return literal('false');
    case 'date':
      return literal('1970-01-01');
    case 'instant':
      return literal('1970-01-01T00:00:00.000000Z');
    case 'json':
      return literal(type.shape.kind === 'list' ? '[]' : '{}');
    case 'text':
    case 'bytes':
      return literal('');
  }
}

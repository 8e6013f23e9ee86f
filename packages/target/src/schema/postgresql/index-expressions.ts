import type { ColumnType, IndexColumn } from '../schema-model';
import { identifier } from './literals';

/** A column of an index that is more than its name, or `undefined` where the name says all. */
export function indexExpressionSql({ column, direction, absentLast, digest }: IndexColumn, type: ColumnType): string | undefined {
  const name = identifier(column);
  if (digest) return `md5(${type.kind === 'json' ? `${name}::text` : name})`;
  if (absentLast) return `${name} desc nulls last`;
  return direction === 'desc' ? `${name} desc` : undefined;
}

import type { ColumnType, IndexColumn } from '../schema-model';
import { identifier, zeroSql } from './literals';

/** A column of an index that is more than its name, or `undefined` where the name says all. */
export function indexExpressionSql({ column, direction, absentLast, digest, orZero, absence }: IndexColumn, type: ColumnType): string | undefined {
  const name = identifier(column);
  if (absence) return `(${name} is null)`;
  const value = orZero ? `coalesce(${name}, ${zeroSql(type)})` : name;
  if (digest) return `md5(${type.kind === 'json' ? `(${value})::text` : value})`;
  if (absentLast) return `${name} desc nulls last`;
  if (orZero) return value;
  return direction === 'desc' ? `${name} desc` : undefined;
}

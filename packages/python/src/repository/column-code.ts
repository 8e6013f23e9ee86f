import type { ColumnType } from '@planner/target';

/** How the type of a column is written, in declarative classes and in migrations. */
export interface ColumnCode {
  /** Of `src/infrastructure/persistence/types.py`, or of SQLAlchemy. */
  readonly module: 'types' | 'sqlalchemy';
  /** What is imported: `Exact`. */
  readonly name: string;
  /** `Exact(18, 2)`. */
  readonly code: string;
}

export function columnCode(type: ColumnType, isGenerated = false): ColumnCode {
  const own = (name: string, args?: string): ColumnCode => ({
    module: 'types',
    name,
    code: args === undefined ? name : `${name}(${args})`,
  });
  const builtin = (name: string): ColumnCode => ({ module: 'sqlalchemy', name, code: `${name}()` });
  if (isGenerated) return own('POSITION');
  switch (type.kind) {
    case 'uuid':
      return builtin('Uuid');
    case 'text':
      return own('TEXT');
    case 'integer':
      return builtin('Integer');
    case 'bigint':
      return builtin('BigInteger');
    case 'float':
      return builtin('Double');
    case 'boolean':
      return builtin('Boolean');
    case 'date':
      return builtin('Date');
    case 'instant':
      return own('Instant', '');
    case 'duration':
      return own('Duration', '');
    case 'bytes':
      return own('BYTES');
    case 'decimal':
      return own('Exact', `${type.precision}, ${type.scale}`);
    case 'json':
      return own('DOCUMENT');
  }
}

import type { FieldModel } from '@planner/model';

/**
 * How a context is stored in tables. Plain data, and the same for every target language: a dialect turns column types
 * into its own, a language turns `AggregateSchema` into mappers.
 */
export interface SchemaModel {
  /** Parents before their children, the outbox last. */
  readonly tables: readonly TableModel[];
  readonly aggregates: readonly AggregateSchema[];
  readonly outbox: OutboxSchema;
}

// ---------------------------------------------------------------- tables

export interface TableModel {
  readonly name: string;
  /** What it stores: `Order`, `Order.Fill`, `#outbox`. Stays when names have to give way. */
  readonly origin: string;
  readonly columns: readonly ColumnModel[];
  readonly primaryKey: KeyModel;
  /** Rows go with the row of the parent that they belong to. */
  readonly parent?: ParentModel;
  readonly checks: readonly CheckModel[];
  readonly indexes: readonly IndexModel[];
}

export interface KeyModel {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface ParentModel {
  readonly name: string;
  readonly column: string;
  readonly table: string;
  readonly references: string;
}

/**
 * - `decimal`: exact, with that many digits in all and behind the point
 * - `instant`: a moment in UTC, to the microsecond
 * - `duration`: whole microseconds in a 64-bit integer
 * - `text`: ordered by code point
 * - `json`: a document of that shape
 */
export type ColumnType =
  | { readonly kind: 'uuid' | 'text' | 'integer' | 'bigint' | 'float' | 'boolean' | 'date' | 'instant' | 'duration' | 'bytes' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'json'; readonly shape: JsonShape };

export type ScalarColumnType = Exclude<ColumnType, { kind: 'json' }>;

/**
 * What a stored document holds. Scalars are written so that equal values have equal text: integers of 32 bits, floats and
 * booleans as JSON's own, everything else as a string (a decimal at full scale, an instant as `2024-01-31T12:00:00.000000Z`,
 * a duration and a 64-bit integer in digits, bytes in base64). Objects keep the plan's field names and leave out what is absent.
 */
export type JsonShape =
  | { readonly kind: 'scalar'; readonly type: ScalarColumnType }
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly element: JsonShape }
  | { readonly kind: 'map'; readonly value: JsonShape }
  | { readonly kind: 'object'; readonly fields: readonly JsonField[] };

export interface JsonField {
  readonly name: string;
  readonly shape: JsonShape;
  readonly optional: boolean;
  /** For documents that were stored before the field existed. */
  readonly initial?: InitialValue;
}

export interface ColumnModel {
  readonly name: string;
  /** The plan's path (`limitPrice.amount`), or `#` and a name for what the toolkit adds (`#version`). */
  readonly origin: string;
  readonly type: ColumnType;
  /** Has a value whenever its row has one, or whenever the value object named by `within` is present. */
  readonly required: boolean;
  /** Path of the optional value object that it belongs to; the column is null while that is absent. */
  readonly within?: string;
  /** Numbered by the database, in the order of insertion. */
  readonly generated?: true;
  /** For rows that were stored before the column existed. */
  readonly initial?: InitialValue;
}

/** `text` is in the form in which a document holds the value (see `JsonShape`); for JSON it is the document. */
export type InitialValue = { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'now' };

/** `members`: the column holds one of them. `together`: all of the columns are null, or none is. */
export type CheckModel =
  | { readonly kind: 'members'; readonly name: string; readonly column: string; readonly members: readonly string[] }
  | { readonly kind: 'together'; readonly name: string; readonly columns: readonly string[] };

/**
 * - `ordered`: equality, ranges and order
 * - `equality`: equality of values too long for an ordered index
 * - `elements`: which lists hold a value
 */
export interface IndexModel {
  readonly name: string;
  readonly unique: boolean;
  readonly method: 'ordered' | 'equality' | 'elements';
  readonly columns: readonly IndexColumn[];
}

export interface IndexColumn {
  readonly column: string;
  readonly direction?: 'desc';
  /** Null comes last although the direction is descending. */
  readonly absentLast?: true;
  /** A hash of the value, which may be too long for an index. */
  readonly digest?: true;
}

/** Whether a column may hold null. */
export function isNullable({ required, within }: Pick<ColumnModel, 'required' | 'within'>): boolean {
  return !required || within !== undefined;
}

// ---------------------------------------------------------------- where an aggregate is stored

export interface AggregateSchema {
  readonly aggregate: string;
  readonly table: string;
  readonly id: StoredColumn;
  readonly fields: readonly StoredField[];
  readonly lifecycle?: StoredColumn;
  readonly version: StoredColumn;
  readonly createdAt: StoredColumn;
  readonly updatedAt: StoredColumn;
  readonly uniques: readonly UniqueSchema[];
  /** Every entity type of the aggregate, in the order of the model. */
  readonly entities: readonly EntitySchema[];
}

export interface StoredColumn {
  readonly column: string;
  readonly type: ColumnType;
}

export interface StoredField {
  readonly field: FieldModel;
  readonly storage: Storage;
}

export type Storage =
  | ({ readonly kind: 'column' } & StoredColumn)
  /** A composite value object, flattened. `presence`: the column that is null exactly if the value is absent. */
  | { readonly kind: 'columns'; readonly valueObject: string; readonly fields: readonly StoredField[]; readonly presence?: string }
  /** Entities in a table of their own. `slot`: what its slot column holds, where the type has several places. */
  | { readonly kind: 'children'; readonly entity: string; readonly shape: 'one' | 'list' | 'map'; readonly slot?: string };

export interface EntitySchema {
  readonly entity: string;
  readonly table: string;
  /** Identity of the aggregate; with `id` the primary key. */
  readonly root: StoredColumn;
  readonly id: StoredColumn;
  /** Identity of the entity that it belongs to; null for those of the root. */
  readonly owner?: StoredColumn;
  /** Which of several places it stands at. */
  readonly slot?: StoredColumn;
  /** In a list, from 0. */
  readonly position?: StoredColumn;
  /** In a map. */
  readonly key?: StoredColumn;
  readonly fields: readonly StoredField[];
  readonly uniques: readonly UniqueSchema[];
}

/** What no two aggregates (of an entity: no two in one aggregate) share. */
export interface UniqueSchema {
  readonly index: string;
  readonly paths: readonly (readonly string[])[];
}

export interface OutboxSchema {
  readonly table: string;
}

import type { CheckModel, ColumnModel, IndexModel, InitialValue, KeyModel, ParentModel, TableModel } from './schema-model';

/**
 * A migration that somebody may have run: it stays as it is, and a later change of the schema is a new one.
 * Every step holds what its reverse needs, so the way down follows from the way up.
 */
export interface IssuedMigration {
  /** `001_initial`; the names sort in the order of issue. */
  readonly name: string;
  readonly steps: readonly MigrationStep[];
}

export type MigrationStep =
  /** With its key, parent, checks and indexes. */
  | { readonly kind: 'createTable' | 'dropTable'; readonly table: TableModel }
  | { readonly kind: 'addColumn' | 'dropColumn'; readonly table: string; readonly column: ColumnModel; readonly fill?: Fill }
  /** Type and presence; stored values are converted, and a value that cannot be stops the migration. */
  | { readonly kind: 'changeColumn'; readonly table: string; readonly from: ColumnModel; readonly to: ColumnModel; readonly fill?: Fill }
  | { readonly kind: 'createIndex' | 'dropIndex'; readonly table: string; readonly index: IndexModel }
  | { readonly kind: 'addCheck' | 'dropCheck'; readonly table: string; readonly check: CheckModel }
  | { readonly kind: 'addKey' | 'dropKey'; readonly table: string; readonly key: KeyModel }
  | { readonly kind: 'addParent' | 'dropParent'; readonly table: string; readonly parent: ParentModel };

/** A value for the rows that lack one. `where`: only for rows in which that column is not null. */
export interface Fill {
  readonly value: InitialValue;
  readonly where?: string;
}

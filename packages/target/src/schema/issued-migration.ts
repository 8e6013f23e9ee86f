/** A migration that somebody may have run: its name stays, and a later change of the schema is a new one. */
export interface IssuedMigration {
  /** `001_initial`. */
  readonly name: string;
}

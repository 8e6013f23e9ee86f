/** An identifier of the generated project and the file that declares it. */
export interface Exported {
  readonly name: string;
  /** From the project's directory: `src/domain/value-objects/money.ts`. */
  readonly file: string;
}

/** An unfinished place in the generated code: everything else works without an edit. */
export interface Stub {
  /** From the project's directory. */
  readonly file: string;
  /** The function to write: `neverOverfilled`. */
  readonly name: string;
  /** Id of the plan that asks for it. */
  readonly plan: string;
  /** What it has to do, in the plan's words or derived from the model. */
  readonly text: string;
}

/** `TODO(35-001): The filled quantity never exceeds the ordered quantity`: fit for a comment. */
export function todoText({ plan, text }: Pick<Stub, 'plan' | 'text'>): string {
  return `TODO(${plan}): ${text}`;
}

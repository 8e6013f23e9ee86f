import { commentLines } from '@planner/target';

/** An unfinished place in the generated code: everything else works without an edit. */
export interface Stub {
  /** From the project's directory. */
  readonly file: string;
  /** The function to write: `never_overfilled`. */
  readonly name: string;
  /** Id of the plan that asks for it. */
  readonly plan: string;
  /** What it has to do, in the plan's words or derived from the model. */
  readonly text: string;
}

type Wanted = Pick<Stub, 'plan' | 'text'>;

/** `TODO(35-001): The filled quantity never exceeds the ordered quantity`. */
export function todoText({ plan, text }: Wanted): string {
  return `TODO(${plan}): ${text}`;
}

/** `# TODO(35-001): text` on as many lines as the text has. */
export function todoComment({ plan, text }: Wanted, indent = '    '): string {
  const [first = '', ...rest] = commentLines(text);
  return [`TODO(${plan}): ${first}`, ...rest].map((line) => `${indent}# ${line}`.trimEnd()).join('\n');
}

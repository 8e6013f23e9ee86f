import { commentLines } from '../text';

/** An unfinished place in the generated code: everything else works without an edit. */
export interface Stub {
  /** From the project's directory. */
  readonly file: string;
  /** The function or method to write, as the language names it: `neverOverfilled`, `RouteOrder.execute`. */
  readonly name: string;
  /** Id of the plan that asks for it. */
  readonly plan: string;
  /** What it has to do, in the plan's words or derived from the model. */
  readonly text: string;
}

/** What has to be written, and the plan that asks for it. */
export type Todo = Pick<Stub, 'plan' | 'text'>;

/** `TODO(35-001): The filled quantity never exceeds the ordered quantity`. */
export function todoText({ plan, text }: Todo): string {
  return `TODO(${plan}): ${text}`;
}

/** `// TODO(35-001): text` on as many lines as the text has; `lead` stands in front of each: `  // `. */
export function todoComment({ plan, text }: Todo, lead: string): string {
  const [first = '', ...rest] = commentLines(text);
  return [todoText({ plan, text: first }), ...rest].map((line) => `${lead}${line}`.trimEnd()).join('\n');
}

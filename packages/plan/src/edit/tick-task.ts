import type { PlanSource } from '../parse';
import { readStructure } from '../parse/structure';
import type { Task } from '../plan';

/** Names one task: by its id, by the line of its box, or by its text (emphasis, backticks, case and spacing aside). */
export type TaskRef = { readonly id: string } | { readonly line: number } | { readonly text: string };

export type TickResult<S> =
  /** `changed` is false, and `source` equals what came in, where the box already had the state. */
  | { readonly ok: true; readonly source: S; readonly task: Task; readonly changed: boolean }
  | { readonly ok: false; readonly rule: string; readonly message: string; readonly hint: string };

/**
 * Ticks a task, or takes the tick back: exactly the one character between the brackets changes. Given the bytes of a file it
 * changes one byte and leaves all others as they are, even where they are no valid UTF-8; read plans as bytes to edit them.
 *
 * @returns an error where no task, or more than one, answers to the reference, or where the box does not hold one ASCII character
 */
export function tickTask(source: string, ref: TaskRef, done: boolean): TickResult<string>;
export function tickTask(source: Uint8Array, ref: TaskRef, done: boolean): TickResult<Buffer>;
export function tickTask(source: PlanSource, ref: TaskRef, done: boolean): TickResult<string> | TickResult<Buffer> {
  const { tasks } = readStructure(source, '');
  const found = tasks.filter((task) => answersTo(task, ref));
  const [task, second] = found;
  if (!task)
    return refuse('tick/no-task', `No task ${describe(ref)}.`, 'Name it by its id, its line or its whole text.');
  if (second)
    return refuse(
      'tick/ambiguous',
      `${found.length} tasks ${describe(ref)}: lines ${someLines(found)}.`,
      'Name one of them by its line.',
    );

  const changed = task.done !== done;
  if (changed && !/^[\x20-\x7e]$/.test(task.box.mark)) {
    return refuse(
      'tick/box',
      `The box "[${task.box.mark}]" in line ${task.box.line} does not hold one character.`,
      'Write "[ ]" first.',
    );
  }
  const mark = done ? 'x' : ' ';
  if (typeof source === 'string')
    return { ok: true, source: changed ? replaceUnit(source, task.box.offset, mark) : source, task, changed };
  return {
    ok: true,
    source: changed ? replaceByte(source, task.box.offset, mark) : Buffer.from(source),
    task,
    changed,
  };
}

function answersTo(task: Task, ref: TaskRef): boolean {
  if ('id' in ref) return task.id === ref.id;
  if ('line' in ref) return task.box.line === ref.line;
  return plainWords(task.text) === plainWords(ref.text);
}

/** The text as a reader sees it: without the signs of Markdown, in lower case, single-spaced. */
function plainWords(text: string): string {
  return text
    .replace(/[`*_\\~]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function replaceUnit(source: string, offset: number, mark: string): string {
  return source.slice(0, offset) + mark + source.slice(offset + 1);
}

function replaceByte(source: Uint8Array, offset: number, mark: string): Buffer {
  const bytes = Buffer.from(source);
  bytes.write(mark, offset, 'latin1');
  return bytes;
}

function describe(ref: TaskRef): string {
  if ('id' in ref) return `with the id "${ref.id}"`;
  if ('line' in ref) return `in line ${ref.line}`;
  return `with the text "${ref.text}"`;
}

function someLines(tasks: readonly Task[]): string {
  const lines = tasks
    .slice(0, 5)
    .map((task) => task.box.line)
    .join(', ');
  return tasks.length > 5 ? `${lines}, …` : lines;
}

function refuse(rule: string, message: string, hint: string): TickResult<never> {
  return { ok: false, rule, message, hint };
}

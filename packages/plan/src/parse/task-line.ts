/** A list item that begins with a box. Indexes count in the text of the line. */
export interface TaskLine {
  readonly mark: string;
  /** Of the first character between the brackets. */
  readonly markIndex: number;
  readonly textIndex: number;
  /** Whether the box is one of `[ ]`, `[x]` and `[X]`, with a space behind it. */
  readonly usual: boolean;
}

/** The longest mark that is taken for a box: `[ x ]`; anything longer is a link or a text in brackets. */
const LONGEST_MARK = 3;

/**
 * Reads a box at the beginning of a list item's content. `[~]`, `[]` and `[ x]` are boxes that no tool ticks; `[docs](…)`,
 * `[1]` behind which no space stands, and footnotes are none.
 */
export function readTaskLine(line: string, start: number): TaskLine | undefined {
  if (line[start] !== '[') return undefined;
  const end = line.slice(start, start + LONGEST_MARK + 3).indexOf(']');
  if (end < 0) return undefined;
  const mark = line.slice(start + 1, start + end);
  if (Array.from(mark.trim()).length > 1) return undefined;
  const after = line[start + end + 1];
  const spaced = after === undefined || after === ' ' || after === '\t';
  const standard = mark === ' ' || mark === 'x' || mark === 'X';
  if (!spaced && (!standard || '(:['.includes(after))) return undefined;
  return { mark, markIndex: start + 1, textIndex: start + end + 1, usual: standard && spaced };
}

/** Whether a line that Markdown reads as something else looks like a task to a person. */
export function looksLikeTask(line: string, start: number): boolean {
  const task = /(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]+\S/y;
  task.lastIndex = start;
  return task.test(line);
}

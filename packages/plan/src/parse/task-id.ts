/** The comment that gives a derived task its identity. `start` and `end` are indexes of the text that was searched. */
export interface TaskIdComment {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const OPENING = '<!--';
/** No id is longer; a longer comment is not looked into. */
const LONGEST_COMMENT = 400;

/** In a longer text nobody quotes an id in a code span. */
const LONGEST_WITH_CODE = 20_000;

/** What an id is made of: `domain/entity/Order.Fill`. */
export const TASK_ID = /^[\p{L}\p{N}_.-]+(\/[\p{L}\p{N}_.-]+)*$/u;

/**
 * Finds the last comment `<!-- task: … -->` of a text that does not stand in a code span. The last, because a derived task
 * ends with its own, whatever its text quotes.
 */
export function findTaskId(text: string): TaskIdComment | undefined {
  let code: ((index: number) => boolean) | undefined;
  for (
    let start = text.lastIndexOf(OPENING);
    start >= 0;
    start = start === 0 ? -1 : text.lastIndexOf(OPENING, start - 1)
  ) {
    const comment = commentAt(text, start);
    if (!comment) continue;
    if (text.length > LONGEST_WITH_CODE || !text.includes('`', comment.end)) return comment;
    code ??= codeSpansOf(text);
    if (!code(start)) return comment;
  }
  return undefined;
}

function commentAt(text: string, start: number): TaskIdComment | undefined {
  const beginning = text.slice(start, start + LONGEST_COMMENT);
  const [comment, id] = /^<!--[ \t]*task:[ \t]*(.*?)[ \t]*-->/.exec(beginning) ?? [];
  return comment === undefined || id === undefined ? undefined : { id, start, end: start + comment.length };
}

/** Tells whether a character stands in a code span (CommonMark 0.31, section 6.1). */
function codeSpansOf(text: string): (index: number) => boolean {
  const spans = codeSpans(text);
  return (index) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Infinity) < index;
  };
}

/** All code spans, found in time linear in the text. */
function codeSpans(text: string): { readonly start: number; readonly end: number }[] {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({
    start: match.index,
    length: match[0].length,
    escaped: isEscaped(text, match.index),
  }));
  const closings = closingRuns(runs);
  const spans: { start: number; end: number }[] = [];
  for (let position = 0; position < runs.length; position += 1) {
    const opening = runs[position];
    const closing = closings[position];
    const closed = closing === undefined ? undefined : runs[closing];
    if (!opening || closing === undefined || !closed) continue;
    spans.push({ start: opening.start, end: closed.start + closed.length });
    position = closing;
  }
  return spans;
}

/** For every run of backticks the next one that closes it: of the same length, without a backtick that a backslash takes away. */
function closingRuns(runs: readonly { readonly length: number; readonly escaped: boolean }[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closings: (number | undefined)[] = [];
  for (let position = runs.length - 1; position >= 0; position -= 1) {
    const run = runs[position];
    if (!run) continue;
    closings[position] = next.get(run.length - (run.escaped ? 1 : 0));
    next.set(run.length, position);
  }
  return closings;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

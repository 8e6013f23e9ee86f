/** A path in a list item. `start` and `end` are indexes of the line. */
export interface PathText {
  readonly path: string;
  /** What stands behind it, without parentheses and dashes. */
  readonly note?: string;
  readonly start: number;
  readonly end: number;
}

/** No path is longer. */
const LONGEST = 1024;

/**
 * The paths at the beginning of a list item: in backticks, several with commas between them, or one bare word. Text that is no
 * path (a method's signature, a sentence) gives none.
 */
export function readPaths(line: string, from: number): PathText[] {
  const found: PathText[] = [];
  let index = from;
  for (;;) {
    while (' \t,'.includes(line[index] ?? 'x')) index += 1;
    const path = line[index] === '`' ? codeAt(line, index) : bareAt(line, index, found.length === 0);
    if (!path || !looksLikePath(path.path)) break;
    found.push(path);
    index = path.end + (line[index] === '`' ? runOf(line, index) : 0);
    if (!/^[ \t]*,/.test(line.slice(index, index + 20))) break;
  }
  const note = noteBehind(line, index);
  const last = found.at(-1);
  return last && note !== '' ? [...found.slice(0, -1), { ...last, note }] : found;
}

/** A word that a person would take for a path: with a slash or an extension, without the signs of code. */
export function looksLikePath(text: string): boolean {
  if (text === '' || text.length > LONGEST || /[()|;=,*?"\0]/.test(text)) return false;
  return /[\\/]/.test(text) || /^\.[\w.-]+$/.test(text) || /^[\w.@[\]{}<>-]+\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(text);
}

function codeAt(line: string, index: number): PathText | undefined {
  const length = runOf(line, index);
  const start = index + length;
  const end = line.slice(start, start + LONGEST).indexOf('`'.repeat(length));
  if (end < 0) return undefined;
  const code = line.slice(start, start + end);
  return { path: code.trim(), start: start + (code.length - code.trimStart().length), end: start + end };
}

function bareAt(line: string, index: number, first: boolean): PathText | undefined {
  const word = first ? /^[^\s,]+/.exec(line.slice(index, index + LONGEST))?.[0].replace(/[:.;]+$/, '') : undefined;
  return word === undefined ? undefined : { path: word, start: index, end: index + word.length };
}

function noteBehind(line: string, index: number): string {
  const rest = line.slice(index).trim();
  const parenthesis = /^\(([^)]*)\)/.exec(rest)?.[1];
  return (parenthesis ?? rest.replace(/^[-–—:]+/, '')).trim();
}

function runOf(line: string, index: number): number {
  let end = index;
  while (line[end] === '`') end += 1;
  return end - index;
}

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
/** Of a longer line only the beginning is looked through. */
const LONGEST_LINE = 8192;

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
    found.push(...expanded(path));
    index = path.end + (line[index] === '`' ? runOf(line, index) : 0);
    if (!/^[ \t]*,/.test(line.slice(index, index + 20))) break;
  }
  const note = noteBehind(line, index);
  const last = found.at(-1);
  return last && note !== '' ? [...found.slice(0, -1), { ...last, note }] : found;
}

/**
 * The paths anywhere in a line, where none stands at its beginning: in backticks, or bare words with a slash and an extension
 * (`- Order entity: src/domain/order.py`, a row of a table). A word that is struck out is none.
 */
export function findPaths(line: string, from: number): PathText[] {
  const found: PathText[] = [];
  const text = line.slice(0, LONGEST_LINE);
  const word = /~~[^~]*~~|`([^`]{1,1024})`|[^\s`|,;()[\]*"'<>]{1,1024}/g;
  word.lastIndex = from;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const code = match[1];
    const path = (code ?? match[0].replace(/[:.;]+$/, '')).trim();
    const isPath = code === undefined ? isFilePath(path) : looksLikePath(path);
    if (!isPath || found.some((each) => each.path === path)) continue;
    const start = match.index + match[0].indexOf(path);
    found.push(...expanded({ path, start, end: start + path.length }));
  }
  const last = found.at(-1);
  const note = last && noteBehind(text, last.end + (text[last.end] === '`' ? 1 : 0));
  return last && note ? [...found.slice(0, -1), { ...last, note }] : found;
}

/** A path in a folder, with an extension. */
export function isFilePath(text: string): boolean {
  return looksLikePath(text) && /[\\/][^\\/]+\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(text) && !/^[a-z]+:\/\//i.test(text);
}

/** `{money,quantity}.py` is two paths. */
function expanded(path: PathText): PathText[] {
  const [whole, before = '', names = '', after = ''] = /^([^{}]*)\{([^{}]*,[^{}]*)\}([^{}]*)$/.exec(path.path) ?? [];
  if (whole === undefined) return [path];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ ...path, path: before + name + after }));
}

/** A word that a person would take for a path: with a slash or an extension, without the signs of code. */
export function looksLikePath(text: string): boolean {
  if (text === '' || text.length > LONGEST || /[()|;=*?"\0]/.test(text)) return false;
  if (text.replace(/\{[^{}]*\}/, '').includes(',')) return false;
  return (
    /[\\/]/.test(text) ||
    /^\.[\w.-]+$/.test(text) ||
    /^[\p{L}\p{M}\w.@[\]{}<>,-]+\.[A-Za-z][A-Za-z0-9]{0,7}$/u.test(text)
  );
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

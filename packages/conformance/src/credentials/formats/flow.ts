import type { FoundTexts } from './found-texts';

interface Level {
  readonly kind: '{' | '[';
  /** The names around the entries of this level. */
  readonly names: readonly string[];
  key: string | undefined;
}

/** A scalar in quotes or without. */
export interface Scalar {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Behind the closing quote. */
  readonly next: number;
}

const [SPACE, HASH, COMMA, SLASH, COLON, EQUALS] = [32, 35, 44, 47, 58, 61];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];
const [DOLLAR, QUOTE, FEED, RETURN] = [36, 34, 10, 13];

/** May end a scalar without quotes, or begin a template in it. */
function isSpecial(code: number): boolean {
  return (
    code === COMMA ||
    code === COLON ||
    code === EQUALS ||
    code === OPEN_LIST ||
    code === CLOSE_LIST ||
    code === OPEN_MAP ||
    code === CLOSE_MAP ||
    code === FEED ||
    code === RETURN ||
    code === QUOTE ||
    code === DOLLAR
  );
}

/**
 * Reads nested maps and lists as JSON, JSON5, YAML in flow style and TOML write them. A parser of any one of these refuses files with comments
 * or templates in them, and pieces of files; this reader takes what it can and goes on. One pass.
 *
 * @returns the offset behind the value at `from`
 */
export function readFlow(
  source: string,
  from: number,
  to: number,
  names: readonly string[],
  found: FoundTexts,
): number {
  const levels: Level[] = [];
  let index = from;
  while (index < to) {
    const code = source.charCodeAt(index);
    const level = levels.at(-1);
    if (code <= SPACE || code === COLON || code === EQUALS) index++;
    else if (code === OPEN_MAP || code === OPEN_LIST) {
      levels.push(levelBelow(level, code === OPEN_MAP ? '{' : '[', names));
      if (level?.kind === '{') level.key = undefined;
      index++;
    } else if (code === CLOSE_MAP || code === CLOSE_LIST) {
      levels.pop();
      index++;
      if (levels.length === 0) return index;
    } else if (code === COMMA) {
      if (level?.kind === '{') level.key = undefined;
      index++;
    } else if (code === HASH || (code === SLASH && /[/*]/.test(source[index + 1] ?? '')))
      index = comment(source, index, to, found);
    else index = entry(source, index, to, level, names, found);
  }
  return index;
}

/** Names further in are not kept: data may be nested without end. */
const DEEPEST = 40;

function levelBelow(level: Level | undefined, kind: '{' | '[', names: readonly string[]): Level {
  const key = level?.key;
  const goesDeeper = key !== undefined && level !== undefined && level.names.length < DEEPEST;
  const around = goesDeeper ? [...level.names, key] : (level?.names ?? names);
  return { kind, names: around, key: kind === '[' ? key : undefined };
}

function entry(
  source: string,
  index: number,
  to: number,
  level: Level | undefined,
  names: readonly string[],
  found: FoundTexts,
): number {
  const scalar = scalarAt(source, index, to);
  if (scalar.next <= index) return index + 1;
  let after = scalar.next;
  while (source[after] === ' ' || source[after] === '\t') after++;
  if (level?.kind === '{' && level.key === undefined && (source[after] === ':' || source[after] === '=')) {
    level.key = scalar.text.slice(0, 200);
    return after + 1;
  }
  if (!level) found.value(names.at(-1) ?? '', names.slice(0, -1), scalar.text, scalar.start, scalar.end);
  else if (level.kind === '[')
    found.item(
      level.names.at(-1) ?? level.key ?? names.at(-1) ?? '',
      level.names.slice(0, -1),
      scalar.text,
      scalar.start,
      scalar.end,
    );
  else if (level.key !== undefined) found.value(level.key, level.names, scalar.text, scalar.start, scalar.end);
  return scalar.next;
}

function comment(source: string, index: number, to: number, found: FoundTexts): number {
  const block = source[index + 1] === '*' && source[index] === '/';
  const close = source.indexOf(block ? '*/' : '\n', index);
  const end = close < 0 ? to : Math.min(to, close);
  found.comment(source.slice(index, end), index);
  return block ? end + 2 : end;
}

/** The scalar at an offset: in quotes, or up to the next sign of the notation. */
export function scalarAt(source: string, index: number, to: number): Scalar {
  const sign = source[index] ?? '';
  if (sign === '"' || sign === "'") return quotedAt(source, index, to);
  let end = index;
  while (end < to) {
    const code = source.charCodeAt(end);
    if (!isSpecial(code)) end++;
    else if (source.startsWith('${', end) || source.startsWith('{{', end)) {
      const close = source.indexOf('}', end);
      end = close < 0 || close > to ? to : close + (source[close + 1] === '}' ? 2 : 1);
    } else if (code !== DOLLAR && !isInsideAddress(source, end)) break;
    else end++;
  }
  return {
    text: source.slice(index, end).trimEnd(),
    start: index,
    end: index + source.slice(index, end).trimEnd().length,
    next: end,
  };
}

/** The `:` of `postgres://user:password@host` ends no scalar. */
function isInsideAddress(source: string, index: number): boolean {
  return (
    (source[index] === ':' || source[index] === '=') &&
    index > 0 &&
    /\S/.test(source[index + 1] ?? ' ') &&
    !/["'[{\s]/.test(source[index + 1] ?? '') &&
    /\w/.test(source[index - 1] ?? '')
  );
}

/** A text in quotes; three of them count as one. Without an end it goes to the end of its line. */
export function quotedAt(source: string, index: number, to: number): Scalar {
  const sign = source[index] ?? '';
  const triple = sign.repeat(3);
  const mark = source.startsWith(triple, index) ? triple : sign;
  const start = index + mark.length;
  let end = source.indexOf(mark, start);
  while (end >= 0 && end < to && sign !== "'" && isEscaped(source, end, start)) end = source.indexOf(mark, end + 1);
  if (end < 0 || end > to) {
    const line = source.indexOf('\n', start);
    end = line < 0 ? to : Math.min(to, line);
    return { text: source.slice(start, end), start, end, next: end };
  }
  return { text: unescaped(source.slice(start, end), sign), start, end, next: end + mark.length };
}

function isEscaped(source: string, index: number, from: number): boolean {
  let slashes = 0;
  while (index - slashes - 1 >= from && source[index - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

function unescaped(text: string, sign: string): string {
  if (sign === "'" || !text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (ESCAPES[sign ?? ''] ?? sign ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

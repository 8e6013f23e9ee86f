import type { Tree } from './tree';

/** A string literal of the source. */
export interface StringLiteral {
  readonly formatted: boolean;
  /** Between the quotes, as written. */
  readonly content: { readonly start: number; readonly end: number };
  readonly raw: boolean;
}

/** What the quotes and the prefix of a string node say; it may be unfinished in a broken file. */
export function literalOf(tree: Tree, text: string): StringLiteral {
  let quote = tree.start;
  while (quote < tree.end && text[quote] !== '"' && text[quote] !== "'") quote += 1;
  const prefix = text.slice(tree.start, quote).toLowerCase();
  const mark = text[quote] ?? '"';
  const triple = text.startsWith(mark.repeat(3), quote) && tree.end - quote >= 6;
  const length = triple ? 3 : 1;
  const start = Math.min(quote + length, tree.end);
  const closed = tree.end - length >= start && text.startsWith(mark.repeat(length), tree.end - length);
  const content = { start, end: closed ? tree.end - length : tree.end };
  return { formatted: /[ft]/.test(prefix), raw: prefix.includes('r'), content };
}

const ESCAPE = /\\(?:\r\n|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{1,3})|([\s\S]))/g;
const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/** Decodes the escapes of a string: Python's language reference, "String and Bytes literals". What is no escape stays as it is. */
export function decoded(
  content: string,
  { raw, formatted }: { readonly raw: boolean; readonly formatted: boolean },
): string {
  const plain = raw || !content.includes('\\') ? content : content.replace(ESCAPE, decodeEscape);
  return formatted ? plain.replaceAll('{{', '{').replaceAll('}}', '}') : plain;
}

function decodeEscape(
  whole: string,
  byte: string | undefined,
  short: string | undefined,
  long: string | undefined,
  octal: string | undefined,
  character: string | undefined,
): string {
  const hexadecimal = byte ?? short ?? long;
  if (hexadecimal !== undefined) return ofCode(Number.parseInt(hexadecimal, 16)) ?? whole;
  if (octal !== undefined) return ofCode(Number.parseInt(octal, 8)) ?? whole;
  // A line break behind a backslash goes on with the next line.
  return character === undefined ? '' : (SIMPLE[character] ?? whole);
}

function ofCode(code: number): string | undefined {
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

import type { SourceSpan } from '@planner/model';

/** A YAML document as this project reads it: three kinds of node, every scalar a text, every node with its place. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly span: SourceSpan;
  /** Place of the characters `from` (included) to `to` (excluded) of `text`. */
  readonly part: (from: number, to: number) => SourceSpan;
  /** Stands for something that was reported already. */
  readonly reported: boolean;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly span: SourceSpan;
}
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  readonly span: SourceSpan;
}
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: SourceSpan;
}

/** Where a text begins in the file that encloses it. Lines and columns count from 1; the column holds for every line. */
export interface TextOrigin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into a text into places in the enclosing file. Line ends are `\n`. */
export class Places {
  private readonly starts: readonly number[];

  constructor(
    text: string,
    private readonly origin: TextOrigin,
  ) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  span(from: number, to: number): SourceSpan {
    return { file: this.origin.file, start: this.position(from), end: this.position(to) };
  }

  private position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.origin.line + low, column: this.origin.column + offset - (this.starts[low] ?? 0) };
  }
}

/**
 * For every character of a scalar's value its offset in the source; one more entry for the end.
 *
 * A plain or quoted scalar on one line without escapes maps one to one. Escapes and folded lines are followed as far as a
 * position needs it: what does not line up any more stays at the last place that did.
 *
 * @param source the scalar as written, quotes and block header included
 */
export function alignScalar(source: string, value: string): number[] {
  const plainStart = source.indexOf(value);
  if (plainStart !== -1 && plainStart <= 1) return Array.from({ length: value.length + 1 }, (_, i) => plainStart + i);
  const double = source.startsWith('"');
  const single = source.startsWith("'");
  const block = /^[|>][^\n]*\n/.exec(source);
  let at = double || single ? 1 : (block?.[0].length ?? 0);
  const offsets: number[] = [];
  for (const char of value.split('')) {
    if (isBlank(char) || isBlank(source[at])) at = skipFold(source, at, char);
    offsets.push(at);
    at += writtenLength(source, at, char, double, single);
  }
  offsets.push(Math.min(at, source.length));
  return offsets;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t';
}

/** A folded line end or an indentation stands for less than it is: moves on to where `char` was written. */
function skipFold(source: string, at: number, char: string): number {
  let next = at;
  while (isBlank(source[next])) next++;
  if (isBlank(char)) return source.slice(at, next).includes('\n') ? Math.max(at, next - 1) : at;
  return next;
}

function writtenLength(source: string, at: number, char: string, double: boolean, single: boolean): number {
  if (single && char === "'" && source.startsWith("''", at)) return 2;
  if (!double || source[at] !== '\\') return 1;
  const escape = source[at + 1];
  if (escape === 'x') return 4;
  if (escape === 'u') return 6;
  return escape === 'U' ? 10 : 2;
}

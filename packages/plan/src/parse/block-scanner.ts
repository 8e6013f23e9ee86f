import { htmlBlockAt, type HtmlBlock } from './html-blocks';
import { dropIndent, skipSpace, type Cursor } from './indentation';
import type { SourceLine } from './source-lines';

/** What a line is, below the list items that it stands in. `start` is the index of its first character. */
export type Leaf =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading'; readonly level: number; readonly start: number; readonly text: string }
  /** `continues`: goes on with the paragraph of the line before. */
  | { readonly kind: 'text'; readonly start: number; readonly continues: boolean }
  /** The line of `===` or `---` that makes a heading of the paragraph above. */
  | { readonly kind: 'underline'; readonly level: number }
  | { readonly kind: 'fence'; readonly start: number; readonly indent: number; readonly info: string }
  | { readonly kind: 'fenceContent'; readonly text: string }
  | { readonly kind: 'fenceEnd' }
  | { readonly kind: 'html'; readonly start: number; readonly comment: boolean }
  | { readonly kind: 'indentedCode'; readonly start: number }
  | { readonly kind: 'quote'; readonly start: number }
  | { readonly kind: 'rule' };

export interface Block {
  readonly line: SourceLine;
  /** How many list items the line stands in. */
  readonly depth: number;
  /** How many of these start on this line. */
  readonly opened: number;
  readonly leaf: Leaf;
}

type Raw =
  | {
      readonly kind: 'fence';
      readonly depth: number;
      readonly indent: number;
      readonly char: string;
      readonly length: number;
    }
  | { readonly kind: 'html'; readonly depth: number; readonly block: HtmlBlock };

const CODE_INDENT = 4;
/** A longer line is never looked through for a thematic break inside list items, so that a line of markers costs linear time. */
const LONGEST_NESTED_RULE = 1000;

/**
 * Tells line by line what Markdown makes of a text, as far as a plan needs it: list items, headings, fences, HTML and
 * paragraphs, as CommonMark 0.31 nests them. Block quotes are not looked into. Every line costs time in proportion to its
 * length, whatever came before.
 */
export class BlockScanner {
  /** Columns at which the content of the open list items starts, outermost first; they only grow. */
  private readonly items: number[] = [];
  private raw: Raw | undefined;
  private paragraph = false;
  /** Whether the innermost item began with nothing behind its marker on the line before. */
  private emptyItem = false;

  /** Whether the lines read so far end inside HTML that goes on until it is closed. */
  get insideHtml(): boolean {
    return this.raw?.kind === 'html' && this.raw.block.endsOn !== undefined;
  }

  /** Reads the next line. */
  read(line: SourceLine): Block {
    const start = skipSpace(line.text, { index: 0, column: 0 });
    const blank = start.index === line.text.length;
    const inside = this.raw && this.readRaw(this.raw, line.text, start, blank);
    if (inside) return { line, depth: this.items.length, opened: 0, leaf: inside };
    if (blank) {
      this.paragraph = false;
      if (this.emptyItem) this.items.pop();
      this.emptyItem = false;
      return { line, depth: this.items.length, opened: 0, leaf: { kind: 'blank' } };
    }
    return this.readBlock(line, start);
  }

  private readBlock(line: SourceLine, start: Cursor): Block {
    const kept = countUpTo(this.items, start.column);
    const interrupts = this.paragraph && kept === this.items.length;
    const opened: number[] = [];
    let cursor = start;
    let base = kept === 0 ? 0 : (this.items[kept - 1] ?? 0);
    for (let marker = readMarker(line.text, cursor, base); marker; marker = readMarker(line.text, cursor, base)) {
      if (isRule(line.text, cursor.index, opened.length > 0)) break;
      if (interrupts && opened.length === 0 && !marker.mayInterrupt) break;
      opened.push(marker.contentColumn);
      base = marker.contentColumn;
      cursor = marker.content;
    }

    const leaf = this.readLeaf(line.text, cursor, base, {
      paragraph: this.paragraph && opened.length === 0,
      interrupts: interrupts && opened.length === 0,
      nested: opened.length > 0,
    });
    const lazy = leaf.kind === 'text' && leaf.continues;
    if (!lazy) this.items.length = kept;
    for (const column of opened) this.items.push(column);
    this.paragraph = leaf.kind === 'text';
    this.emptyItem = leaf.kind === 'blank';
    this.raw = rawOf(leaf, line.text, this.items.length);
    return { line, depth: this.items.length, opened: opened.length, leaf };
  }

  private readLeaf(
    text: string,
    cursor: Cursor,
    base: number,
    context: { paragraph: boolean; interrupts: boolean; nested: boolean },
  ): Leaf {
    const start = cursor.index;
    if (start === text.length) return { kind: 'blank' };
    if (cursor.column - base >= CODE_INDENT)
      return context.paragraph ? { kind: 'text', start, continues: true } : { kind: 'indentedCode', start };
    const char = text[start];
    if (char === '#') {
      const heading = readHeading(text, start);
      if (heading) return heading;
    }
    if (char === '`' || char === '~') {
      const fence = readFence(text, start);
      if (fence) return { kind: 'fence', start, indent: cursor.column, info: fence.info };
    }
    const html = htmlBlockAt(text, start);
    if (html) return { kind: 'html', start, comment: html.comment };
    const underline = context.interrupts ? underlineLevel(text, start) : undefined;
    if (underline !== undefined) return { kind: 'underline', level: underline };
    if (isRule(text, start, context.nested)) return { kind: 'rule' };
    if (char === '>') return { kind: 'quote', start };
    return { kind: 'text', start, continues: context.paragraph };
  }

  /** Goes on inside a fence or HTML; undefined once the list item around it has ended. */
  private readRaw(raw: Raw, text: string, start: Cursor, blank: boolean): Leaf | undefined {
    const base = raw.depth === 0 ? 0 : (this.items[raw.depth - 1] ?? 0);
    if (!blank && start.column < base) {
      this.raw = undefined;
      return undefined;
    }
    if (raw.kind === 'fence') {
      const closes = start.column - base < CODE_INDENT && closesFence(raw, text, start.index);
      if (closes) this.raw = undefined;
      return closes ? { kind: 'fenceEnd' } : { kind: 'fenceContent', text: dropIndent(text, raw.indent) };
    }
    const { comment, endsOn } = raw.block;
    if (endsOn ? endsOn(text) : blank) this.raw = undefined;
    return endsOn || !blank ? { kind: 'html', start: start.index, comment } : { kind: 'blank' };
  }
}

interface Marker {
  readonly content: Cursor;
  readonly contentColumn: number;
  /** An empty item, or a number other than 1, does not end a paragraph. */
  readonly mayInterrupt: boolean;
}

function readMarker(text: string, cursor: Cursor, base: number): Marker | undefined {
  if (cursor.column - base >= CODE_INDENT) return undefined;
  const marker = markerAt(text, cursor.index);
  if (marker === undefined) return undefined;
  const end = { index: cursor.index + marker.length, column: cursor.column + marker.length };
  const content = skipSpace(text, end);
  const empty = content.index === text.length;
  const space = content.column - end.column;
  return {
    content,
    contentColumn: empty || space > CODE_INDENT ? end.column + 1 : content.column,
    mayInterrupt: !empty && (marker.length === 1 || marker.slice(0, -1) === '1'),
  };
}

function markerAt(text: string, index: number): string | undefined {
  const bullet = /[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/y;
  bullet.lastIndex = index;
  return bullet.exec(text)?.[0];
}

function readHeading(text: string, start: number): Leaf | undefined {
  const hashes = runLength(text, start, '#');
  const after = text[start + hashes];
  if (hashes > 6 || !(after === undefined || after === ' ' || after === '\t')) return undefined;
  const content = text.slice(start + hashes).trim();
  let end = content.length;
  while (content[end - 1] === '#') end -= 1;
  const closed = end === 0 || content[end - 1] === ' ' || content[end - 1] === '\t';
  return { kind: 'heading', level: hashes, start, text: closed ? content.slice(0, end).trimEnd() : content };
}

function readFence(text: string, start: number): { readonly length: number; readonly info: string } | undefined {
  const char = text[start] ?? '';
  const length = runLength(text, start, char);
  if (length < 3) return undefined;
  const info = text.slice(start + length).trim();
  return char === '`' && info.includes('`') ? undefined : { length, info };
}

function closesFence(fence: { readonly char: string; readonly length: number }, text: string, start: number): boolean {
  const length = runLength(text, start, fence.char);
  return length >= fence.length && skipSpace(text, { index: start + length, column: 0 }).index === text.length;
}

/** The fence or HTML that the line leaves open. */
function rawOf(leaf: Leaf, text: string, depth: number): Raw | undefined {
  if (leaf.kind === 'fence') {
    const char = text[leaf.start] ?? '';
    return { kind: 'fence', depth, indent: leaf.indent, char, length: runLength(text, leaf.start, char) };
  }
  const block = leaf.kind === 'html' ? htmlBlockAt(text, leaf.start) : undefined;
  if (!block || leaf.kind !== 'html' || block.endsOn?.(text.slice(leaf.start))) return undefined;
  return { kind: 'html', depth, block };
}

function underlineLevel(text: string, start: number): number | undefined {
  const char = text[start] ?? '';
  if (char !== '=' && char !== '-') return undefined;
  const rest = skipSpace(text, { index: start + runLength(text, start, char), column: 0 });
  if (rest.index < text.length) return undefined;
  return char === '=' ? 1 : 2;
}

/** A thematic break: three or more of one of `*`, `-`, `_`, and spaces. */
function isRule(text: string, start: number, nested: boolean): boolean {
  const char = text[start] ?? '';
  if (!'*-_'.includes(char) || char === '') return false;
  if (nested && text.length > LONGEST_NESTED_RULE) return false;
  let count = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === char) count += 1;
    else if (text[index] !== ' ' && text[index] !== '\t') return false;
  }
  return count >= 3;
}

function runLength(text: string, start: number, char: string): number {
  let end = start;
  while (text[end] === char && char !== '') end += 1;
  return end - start;
}

/** How many of the growing numbers are at most the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

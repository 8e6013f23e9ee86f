import { quotedAt, readFlow } from './flow';
import { FoundTexts } from './found-texts';
import { linesOf, type Line } from './lines-of';
import { readProperties } from './properties';

interface Entry {
  readonly indent: number;
  readonly key: string;
}

/** A key and what follows it: `password: x`, `"password": x`, `? x` is not among them. */
const KEY =
  /^(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'#&*!|>%@`{}[\],?-][^\n:#]{0,199}?|-[^\s:#][^\n:#]{0,199}?))[ \t]*:(?=[ \t\r]|$)/;
const MARKS = /^(?:&[^\s,[\]{}]+[ \t]+|!![a-z]+[ \t]+|!(?:str|binary)?[ \t]+)*/;

/**
 * Reads YAML line by line: files with templates in them (Helm, Jinja, ERB) are none for a parser, and pieces of files neither. Values of
 * Secrets of Kubernetes are decoded.
 */
export function readYaml(source: string, offset = 0): FoundTexts {
  return new YamlReader(source, new FoundTexts(offset)).read();
}

class YamlReader {
  private stack: Entry[] = [];
  private block: { indent: number; from: number; to: number; entry: Entry; names: readonly string[] } | undefined;
  /** Up to here a flow collection was read. */
  private readUpTo = 0;
  private readonly isSecret: boolean;

  constructor(
    private readonly source: string,
    private readonly found: FoundTexts,
  ) {
    this.isSecret = /^kind:[ \t]*["']?Secret["']?[ \t]*\r?$/m.test(source);
  }

  read(): FoundTexts {
    for (const line of linesOf(this.source)) {
      if (line.start < this.readUpTo) continue;
      if (!this.goesOnWithBlock(line)) this.readLine(line);
    }
    this.endBlock();
    return this.found;
  }

  private readLine({ text, start }: Line): void {
    let at = text.length - text.trimStart().length;
    if (at === text.length || text[at] === '%') return;
    if (text.startsWith('---') && at === 0) {
      this.stack = [];
      at = 3;
    }
    let indent = at;
    let isItem = false;
    while (text[at] === '-' && /[\s]/.test(text[at + 1] ?? ' ')) {
      if (!isItem) this.leave(indent, true);
      at += 1 + (text.slice(at + 1).length - text.slice(at + 1).trimStart().length);
      indent = at;
      isItem = true;
    }
    if (at >= text.length) return;
    if (text[at] === '#') {
      this.found.comment(text.slice(at), start + at);
      return;
    }
    const key = KEY.exec(text.slice(at, at + 420));
    if (!key) {
      this.readScalar(text, start, at, isItem);
      return;
    }
    const entry = { indent, key: key[1] ?? key[2] ?? key[3] ?? '' };
    this.leave(indent, false);
    const names = this.stack.map(({ key: name }) => name);
    this.stack.push(entry);
    this.readValue(text, start, at + key[0].length, entry, names);
  }

  /** Leaves the maps that a line of this indent is no longer in; an item of a list may stand as deep as the key of the list. */
  private leave(indent: number, asItem: boolean): void {
    while (this.stack.length > 0) {
      const top = this.stack.at(-1);
      if (!top || top.indent < indent || (asItem && top.indent === indent)) return;
      this.stack.pop();
    }
  }

  private readValue(text: string, start: number, from: number, entry: Entry, names: readonly string[]): void {
    let at = from + (text.slice(from).length - text.slice(from).trimStart().length);
    at += MARKS.exec(text.slice(at, at + 300))?.[0].length ?? 0;
    const sign = text[at];
    if (sign === undefined) return;
    if (sign === '#') {
      this.found.comment(text.slice(at), start + at);
      return;
    }
    if ((sign === '|' || sign === '>') && /^[|>][-+\d]*\s*(?:#.*)?$/.test(text.slice(at, at + 80))) {
      this.block = { indent: entry.indent, from: start + text.length + 1, to: start + text.length + 1, entry, names };
      return;
    }
    if ((sign === '{' && !text.startsWith('{{', at)) || sign === '[') {
      this.readUpTo = readFlow(this.source, start + at, this.source.length, [...names, entry.key], this.found);
      return;
    }
    const { value, from: valueStart, to } = this.scalar(text, start, at);
    if (value !== '') this.found.value(entry.key, names, this.decoded(value, names), valueStart, to);
  }

  /** An item of a list, or a line that goes on with a text. */
  private readScalar(text: string, start: number, at: number, isItem: boolean): void {
    const sign = text[at];
    const names = this.stack.map(({ key }) => key);
    if (isItem && ((sign === '{' && !text.startsWith('{{', at)) || sign === '[')) {
      this.readUpTo = readFlow(this.source, start + at, this.source.length, names, this.found);
      return;
    }
    const { value, from, to } = this.scalar(text, start, at);
    if (value === '') return;
    if (isItem) this.found.item(names.at(-1) ?? '', names.slice(0, -1), value, from, to);
    else this.found.other(value, from, to);
  }

  private scalar(text: string, start: number, at: number): { value: string; from: number; to: number } {
    const sign = text[at];
    if (sign === '"' || sign === "'") {
      const quoted = quotedAt(this.source, start + at, this.source.length);
      if (quoted.next > start + text.length) this.readUpTo = quoted.next;
      return { value: quoted.text, from: quoted.start, to: quoted.end };
    }
    const hash = /[ \t]#/.exec(text.slice(at));
    const value = (hash ? text.slice(at, at + hash.index) : text.slice(at)).trimEnd();
    if (hash) this.found.comment(text.slice(at + hash.index + 1), start + at + hash.index + 1);
    return { value, from: start + at, to: start + at + value.length };
  }

  private goesOnWithBlock({ text, start }: Line): boolean {
    if (!this.block) return false;
    const indent = text.length - text.trimStart().length;
    if (indent === text.length || indent > this.block.indent) {
      this.block.to = start + text.length;
      return true;
    }
    this.endBlock();
    return false;
  }

  /** The text of a block scalar may be anything: a script, a key, a file of settings. */
  private endBlock(): void {
    const { block } = this;
    this.block = undefined;
    if (!block || block.to <= block.from) return;
    const text = this.source.slice(block.from, block.to);
    this.found.value(block.entry.key, block.names, text.replace(/^\s+/gm, ''), block.from, block.to);
    const inside = readProperties(text, block.from);
    this.found.texts.push(...inside.texts);
  }

  private decoded(value: string, names: readonly string[]): string {
    if (!this.isSecret || names[0] !== 'data' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0)
      return value;
    const text = Buffer.from(value, 'base64').toString('utf8');
    return /[\u0000-\u0008\uFFFD]/.test(text) ? value : text;
  }
}

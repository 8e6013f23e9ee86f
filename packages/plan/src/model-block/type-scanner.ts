import type { SourceSpan, Text } from '@planner/model';
import type { YamlScalar } from './yaml-tree';

/** A piece of a type expression with its offsets in the scalar. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'pattern' | 'punctuation';
  /** What it stands for: without quotes or slashes, escapes resolved. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Why it cannot be read, for a quoted text or a pattern that is not well formed. */
  readonly problem?: string;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Steps through a scalar; spaces and commas stand between tokens and mean nothing. */
export class Scanner {
  /** @param at offset to begin at */
  constructor(
    private readonly scalar: YamlScalar,
    private at = 0,
  ) {}

  /** The next token without taking it, or undefined at the end. */
  peek(): Token | undefined {
    const before = this.at;
    const token = this.next();
    this.at = before;
    return token;
  }

  next(): Token | undefined {
    const text = this.scalar.text;
    while (this.at < text.length && /[\s,]/.test(text.charAt(this.at))) this.at++;
    if (this.at >= text.length) return undefined;
    const char = text.charAt(this.at);
    if (char === '"') return this.quoted();
    if (/[()?|=]/.test(char)) return this.token('punctuation', char, this.at, this.at + 1);
    const word = /^[^\s,()?|="]+/.exec(text.slice(this.at))?.[0] ?? char;
    return this.token('word', word, this.at, this.at + word.length);
  }

  /** Takes the next token only if it is this mark. */
  take(mark: string): Token | undefined {
    const token = this.peek();
    return token?.kind === 'punctuation' && token.text === mark ? this.next() : undefined;
  }

  /** A word as a value: everything up to a space, a comma or a closing bracket. */
  value(): Token | undefined {
    const token = this.next();
    if (token === undefined || token.kind !== 'word') return token;
    const more = /^[^\s,()"]*/.exec(this.scalar.text.slice(token.to))?.[0] ?? '';
    return this.token('word', token.text + more, token.from, token.to + more.length);
  }

  /** `/…/` up to the first slash that neither follows a backslash nor stands in a character class. */
  pattern(): Token | undefined {
    const token = this.peek();
    if (token === undefined || !token.text.startsWith('/')) return undefined;
    const text = this.scalar.text;
    let source = '';
    let inClass = false;
    for (let at = token.from + 1; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === '\\') {
        const escaped = text.charAt(++at);
        source += escaped === '/' ? '/' : `\\${escaped}`;
        continue;
      }
      if (char === '/' && !inClass) return this.token('pattern', source, token.from, at + 1);
      if (char === '[') inClass = true;
      if (char === ']') inClass = false;
      source += char;
    }
    return this.token('pattern', source, token.from, text.length, 'The pattern has no closing slash.');
  }

  text(token: Token): Text {
    return { text: token.text, span: this.span(token.from, token.to) };
  }

  span(from: number, to: number): SourceSpan {
    return this.scalar.part(from, to);
  }

  get offset(): number {
    return this.at;
  }

  private quoted(): Token {
    const text = this.scalar.text;
    const from = this.at;
    let value = '';
    let problem: string | undefined;
    for (let at = from + 1; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === '"') return this.token('quoted', value, from, at + 1, problem);
      if (char !== '\\') {
        value += char;
        continue;
      }
      const escaped = text.charAt(++at);
      const code = escaped === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 1))?.[0] : undefined;
      const meaning = code === undefined ? ESCAPES.get(escaped) : String.fromCharCode(parseInt(code, 16));
      if (code !== undefined) at += 4;
      if (meaning === undefined) problem ??= `"\\${escaped}" is no escape; a backslash itself is written "\\\\".`;
      value += meaning ?? '';
    }
    return this.token('quoted', value, from, text.length, 'The text has no closing quote.');
  }

  private token(kind: Token['kind'], text: string, from: number, to: number, problem?: string): Token {
    this.at = to;
    return { kind, text, from, to, ...(problem === undefined ? {} : { problem }) };
  }
}

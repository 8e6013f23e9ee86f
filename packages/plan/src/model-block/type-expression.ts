import { didYouMean } from '@planner/model';
import type { Constraint, Literal, SourceSpan, Text, TypeBase, TypeExpression } from '@planner/model';
import type { Reading } from './reading';
import { Scanner } from './type-scanner';
import type { Token } from './type-scanner';
import type { YamlScalar } from './yaml-tree';

const CONSTRAINTS = ['min', 'max', 'pattern', 'default', 'unique', 'distinct'] as const;
const MAX_DEPTH = 16;
const UNION_WORDS = ['union', 'oneOf', 'anyOf', 'either'];
const COMPUTED_WORDS = ['computed', 'derived', 'calculated'];

/**
 * Reads `string? max 64`, `list(string max 50) max 5`, `ref(accounts.Account)`, `decimal(18,2) min 0` and so on.
 * Problems are reported with the exact columns; undefined when there is no type to go on with.
 */
export function readTypeExpression(reading: Reading, scalar: YamlScalar): TypeExpression | undefined {
  const parser = new TypeParser(reading, new Scanner(scalar));
  const type = parser.type(0);
  if (type !== null) parser.end();
  return type ?? undefined;
}

class TypeParser {
  constructor(
    private readonly reading: Reading,
    private readonly scanner: Scanner,
  ) {}

  type(depth: number): TypeExpression | null {
    const first = this.scanner.next();
    if (first === undefined || first.kind !== 'word') return this.missing(first);
    const base = this.base(first, depth);
    if (base === null) return null;
    const optional = this.scanner.take('?') !== undefined;
    const constraints = this.constraints();
    return { span: this.scanner.span(first.from, this.scanner.offset), base, optional, constraints };
  }

  /** Reports what stands behind a complete type. */
  end(): void {
    const rest = this.scanner.next();
    if (rest === undefined) return;
    const span = this.spanOf(rest);
    const feature = refusedBehindType(rest.text);
    if (feature !== undefined) {
      this.reading.refuse(feature, span);
      return;
    }
    if (rest.text === '?') {
      this.reading.error(
        'type/optional-mark',
        span,
        'The "?" stands directly behind the type.',
        'Write "string? max 64".',
      );
      return;
    }
    const hint = `${didYouMean(rest.text, CONSTRAINTS)}Behind the type stand ${CONSTRAINTS.join(', ')}; a default with spaces is quoted.`;
    this.reading.error('type/unexpected', span, `"${shorten(rest.text)}" has no meaning here.`, hint);
  }

  private base(first: Token, depth: number): TypeBase | null {
    const name = this.scanner.text(first);
    if (COMPUTED_WORDS.includes(name.text)) return this.refused('computed-field', name.span);
    if (this.scanner.take('(') === undefined) {
      return name.text === 'stream' ? this.refused('stream', name.span) : { kind: 'named', name };
    }
    if (depth >= MAX_DEPTH)
      return this.failed('type/too-deep', name.span, 'The type is nested too deeply.', 'Lists and maps do not nest.');
    return this.generic(name, depth);
  }

  private generic(name: Text, depth: number): TypeBase | null {
    switch (name.text) {
      case 'decimal':
        return this.decimal(name);
      case 'enum':
        return this.close({ kind: 'enum', members: this.words() }, name);
      case 'ref':
        return this.ref(name);
      case 'list': {
        const element = this.type(depth + 1);
        return element && this.close({ kind: 'list', element }, name);
      }
      case 'map': {
        const key = this.type(depth + 1);
        const value = key && this.type(depth + 1);
        return key && value && this.close({ kind: 'map', key, value }, name);
      }
      case 'stream':
        return this.refused('stream', name.span);
    }
    if (UNION_WORDS.includes(name.text)) return this.refused('union', name.span);
    const hint = `${didYouMean(name.text, ['decimal', 'enum', 'ref', 'list', 'map'])}Brackets belong to decimal, enum, ref, list and map.`;
    return this.failed('type/brackets', name.span, `"${shorten(name.text)}" takes nothing in brackets.`, hint);
  }

  private decimal(name: Text): TypeBase | null {
    const [precision, scale, ...rest] = this.words();
    if (precision === undefined || scale === undefined || rest.length > 0) {
      return this.failed(
        'type/decimal-digits',
        name.span,
        'A decimal has two numbers.',
        'Write decimal(18,2): all digits, then those behind the point.',
      );
    }
    return this.close({ kind: 'decimal', precision, scale }, name);
  }

  private ref(name: Text): TypeBase | null {
    const [target, ...rest] = this.words();
    if (target === undefined || rest.length > 0) {
      return this.failed(
        'type/ref-target',
        name.span,
        'A ref names one aggregate or entity.',
        'Write ref(Order) or ref(accounts.Account).',
      );
    }
    return this.close({ kind: 'ref', target }, name);
  }

  private words(): Text[] {
    const words: Text[] = [];
    for (let token = this.scanner.peek(); token?.kind === 'word'; token = this.scanner.peek()) {
      words.push(this.scanner.text(token));
      this.scanner.next();
    }
    return words;
  }

  private close(base: TypeBase, name: Text): TypeBase | null {
    if (this.scanner.take(')') !== undefined) return base;
    const next = this.scanner.peek();
    const span = next === undefined ? name.span : this.spanOf(next);
    if (next?.text === '|') return this.refused('union', span);
    const message =
      next === undefined
        ? `The bracket of "${name.text}" is not closed.`
        : `"${shorten(next.text)}" has no meaning inside "${name.text}(…)".`;
    return this.failed(
      'type/bracket',
      span,
      message,
      'Close the bracket with ")" and put constraints of the whole behind it.',
    );
  }

  private constraints(): Constraint[] {
    const found: Constraint[] = [];
    for (let token = this.scanner.peek(); token !== undefined; token = this.scanner.peek()) {
      const word = token.text;
      const kind = token.kind === 'word' ? CONSTRAINTS.find((known) => known === word) : undefined;
      if (kind === undefined) break;
      this.scanner.next();
      const constraint = this.constraint(kind, token);
      if (constraint === null) continue;
      if (found.some((other) => other.kind === kind)) {
        this.reading.error('type/constraint-twice', constraint.span, `"${kind}" is said twice.`, 'Keep one of them.');
      } else found.push(constraint);
    }
    return found;
  }

  private constraint(kind: (typeof CONSTRAINTS)[number], token: Token): Constraint | null {
    switch (kind) {
      case 'unique':
      case 'distinct':
        return { kind, span: this.spanOf(token) };
      case 'min':
      case 'max': {
        const value = this.argument(token, this.scanner.peek()?.kind === 'word' ? this.scanner.value() : undefined);
        return value && { kind, value: this.scanner.text(value), span: this.scanner.span(token.from, value.to) };
      }
      case 'pattern': {
        const value = this.argument(token, this.scanner.pattern());
        if (value === null) this.skipWord();
        return value && { kind, value: this.scanner.text(value), span: this.scanner.span(token.from, value.to) };
      }
      case 'default': {
        const value = this.argument(token, readValue(this.scanner));
        return value && { kind, value: literalOf(this.scanner, value), span: this.scanner.span(token.from, value.to) };
      }
    }
  }

  private argument(token: Token, value: Token | undefined): Token | null {
    const span = this.spanOf(value ?? token);
    if (value === undefined) {
      const example = { min: 'min 1', max: 'max 64', pattern: 'pattern /[A-Z]+/', default: 'default 0' }[token.text];
      return this.failed(
        'type/constraint-value',
        span,
        `"${token.text}" has no value.`,
        `Write ${example ?? token.text}.`,
      );
    }
    if (value.problem !== undefined) {
      return this.failed(
        'type/constraint-value',
        span,
        value.problem,
        'Mend the text, or quote the whole value in YAML.',
      );
    }
    return value;
  }

  /** What was meant as a value and is none. */
  private skipWord(): void {
    const next = this.scanner.peek();
    if (next?.kind === 'word' && !CONSTRAINTS.some((constraint) => constraint === next.text)) this.scanner.value();
  }

  private missing(token: Token | undefined): null {
    const span = token === undefined ? this.scanner.span(0, this.scanner.offset) : this.spanOf(token);
    const message =
      token === undefined ? 'A type is missing.' : `A type begins with a name, not with "${shorten(token.text)}".`;
    return this.failed(
      'type/missing',
      span,
      message,
      'Write a type such as string, int, list(string) or a declared name.',
    );
  }

  private refused(feature: string, span: SourceSpan): null {
    this.reading.refuse(feature, span);
    return null;
  }

  private failed(rule: string, span: SourceSpan, message: string, hint: string): null {
    this.reading.error(rule, span, message, hint);
    return null;
  }

  private spanOf(token: Token): SourceSpan {
    return this.scanner.span(token.from, token.to);
  }
}

function refusedBehindType(word: string): string | undefined {
  if (word === '|') return 'union';
  return word === '=' || COMPUTED_WORDS.includes(word) ? 'computed-field' : undefined;
}

/** A word or a quoted text behind `default` or `=`. */
export function readValue(scanner: Scanner): Token | undefined {
  const next = scanner.peek();
  return next === undefined || next.kind === 'punctuation' ? undefined : scanner.value();
}

export function literalOf(scanner: Scanner, token: Token): Literal {
  return { ...scanner.text(token), quoted: token.kind === 'quoted' };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * The regular expressions that a plan may use: what JavaScript (with the `u` flag) and Python's `re` read alike.
 * The classes `\d \w \s` and their complements mean ASCII.
 */
export type PatternNode =
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly Range[] }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** Code points, both ends included. */
export type Range = readonly [from: number, to: number];

export class PatternProblem extends Error {
  constructor(
    message: string,
    /** Offset in the source. */
    readonly at: number,
  ) {
    super(message);
  }
}

const DIGIT: readonly Range[] = [[48, 57]];
const WORD: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
];
const LINE_ENDS: readonly Range[] = [
  [10, 10],
  [13, 13],
];
const CLASSES: ReadonlyMap<string, readonly Range[]> = new Map([
  ['d', DIGIT],
  ['w', WORD],
  ['s', SPACE],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
]);
const MAX_REPEAT = 65_535;
const MAX_GROUP_DEPTH = 50;

/** @throws PatternProblem for what is not in the common subset */
export function parsePattern(source: string): PatternNode {
  return new PatternParser(source).whole();
}

class PatternParser {
  private at = 0;
  private depth = 0;
  private end: number;

  constructor(private readonly source: string) {
    this.end = source.length;
  }

  /** A pattern always covers the whole value, so `^` in front and `$` at the end say nothing new. */
  whole(): PatternNode {
    if (this.source.startsWith('^')) this.at++;
    if (/(^|[^\\])(\\\\)*\$$/.test(this.source)) this.end--;
    const node = this.choice();
    if (this.at < this.end) throw this.problem('A ")" closes nothing.');
    return node;
  }

  private choice(): PatternNode {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
  }

  private sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.at < this.end && this.peek() !== '|' && this.peek() !== ')') items.push(this.quantified());
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'sequence', items };
  }

  private quantified(): PatternNode {
    const item = this.atom();
    const count = this.quantifier();
    if (count === undefined) return item;
    const lazy = this.take('?');
    if (/^[*+?]|^\{\d/.test(this.rest())) throw this.problem('A quantifier stands behind a quantifier.');
    return { kind: 'repeat', item, min: count[0], max: count[1], lazy };
  }

  private quantifier(): readonly [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.rest());
    if (braces === null) return undefined;
    const min = Number(braces[1]);
    const max = braces[2] === undefined ? min : braces[3] === '' ? Infinity : Number(braces[3]);
    if (min > max) throw this.problem('The numbers of a quantifier are in the wrong order.');
    if (min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT)) throw this.problem('A quantifier is too large.');
    this.at += braces[0].length;
    return [min, max];
  }

  private atom(): PatternNode {
    const from = this.at;
    const char = this.next();
    switch (char) {
      case '.':
        return { kind: 'set', negated: true, ranges: LINE_ENDS };
      case '[':
        return this.characterClass(from);
      case '(':
        return this.group(from);
      case '\\':
        return this.escape(false);
      case '^':
      case '$':
        throw new PatternProblem('A pattern covers the whole value; anchors have no place inside.', from);
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new PatternProblem(`"${char}" stands alone; write "\\${char}" for the character itself.`, from);
      default:
        return literal(char);
    }
  }

  private group(from: number): PatternNode {
    if (++this.depth > MAX_GROUP_DEPTH) throw new PatternProblem('Groups are nested too deeply.', from);
    if (this.take('?')) {
      if (!this.take(':')) {
        const look = /^(=|!|<=|<!)/.test(this.rest());
        throw new PatternProblem(
          look ? 'Look-around is not allowed.' : 'Only plain groups "(…)" and "(?:…)" are allowed.',
          from,
        );
      }
    }
    const node = this.choice();
    if (!this.take(')')) throw new PatternProblem('A "(" is never closed.', from);
    this.depth--;
    return node;
  }

  private escape(inClass: boolean): Extract<PatternNode, { kind: 'set' }> {
    const from = this.at - 1;
    const char = this.next();
    const known = CLASSES.get(char);
    if (known !== undefined) return { kind: 'set', negated: false, ranges: known };
    const complement = CLASSES.get(char.toLowerCase());
    if (complement !== undefined) {
      if (inClass) throw new PatternProblem(`"\\${char}" has no place inside a class.`, from);
      return { kind: 'set', negated: true, ranges: complement };
    }
    const control = CONTROLS.get(char);
    if (control !== undefined) return { kind: 'set', negated: false, ranges: [[control, control]] };
    const code = /^(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.exec(this.source.slice(from + 1, this.end))?.[0];
    if (code !== undefined) {
      this.at = from + 1 + code.length;
      return literal(String.fromCodePoint(parseInt(code.slice(1), 16)));
    }
    if (/[0-9]/.test(char)) throw new PatternProblem('Back-references are not allowed.', from);
    if (/[A-Za-z]/.test(char)) throw new PatternProblem(`"\\${char}" does not mean the same in every language.`, from);
    if (char === '') throw new PatternProblem('A backslash stands at the end.', from);
    return literal(char);
  }

  private characterClass(from: number): PatternNode {
    const negated = this.take('^');
    const ranges: Range[] = [];
    while (!this.take(']')) {
      if (this.at >= this.end) throw new PatternProblem('A "[" is never closed.', from);
      const low = this.classItem();
      const first = low[0];
      if (this.peek() !== '-' || this.source[this.at + 1] === ']' || this.at + 1 >= this.end) {
        ranges.push(...low);
        continue;
      }
      this.at++;
      const last = this.classItem()[0];
      if (
        low.length > 1 ||
        first === undefined ||
        last === undefined ||
        first[0] !== first[1] ||
        last[0] !== last[1] ||
        first[0] > last[0]
      ) {
        throw new PatternProblem('A range in a class runs from a lower to a higher character.', from);
      }
      ranges.push([first[0], last[0]]);
    }
    if (ranges.length === 0) throw new PatternProblem('A class is empty.', from);
    return { kind: 'set', negated, ranges };
  }

  private classItem(): readonly Range[] {
    const char = this.next();
    return char === '\\' ? this.escape(true).ranges : literal(char).ranges;
  }

  private take(char: string): boolean {
    if (this.peek() !== char) return false;
    this.at++;
    return true;
  }

  private peek(): string {
    return this.at < this.end ? this.source.charAt(this.at) : '';
  }

  /** The next whole code point. */
  private next(): string {
    const code = this.at < this.end ? this.source.codePointAt(this.at) : undefined;
    if (code === undefined) return '';
    const char = String.fromCodePoint(code);
    this.at += char.length;
    return char;
  }

  private rest(): string {
    return this.source.slice(this.at, this.end);
  }

  private problem(message: string): PatternProblem {
    return new PatternProblem(message, this.at);
  }
}

function literal(char: string): Extract<PatternNode, { kind: 'set' }> {
  const code = char.codePointAt(0) ?? 0;
  return { kind: 'set', negated: false, ranges: [[code, code]] };
}

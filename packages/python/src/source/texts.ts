import type { TextPart } from '@planner/target';
import { passesOn } from './calls';
import type { LookUps } from './look-ups';
import { dottedName, sourceOf } from './names';
import { decoded, literalOf } from './strings';
import { bare, field, type Tree } from './tree';

/** A text taken apart: its pieces, and the expressions in it that may hold texts of their own. */
export interface TakenApart {
  readonly parts: readonly TextPart[];
  readonly holes: readonly Tree[];
}

/** A text that is constant: one literal or several side by side, without holes. */
export function constantText(tree: Tree | undefined, text: string): string | undefined {
  if (tree === undefined) return undefined;
  const inner = bare(tree);
  if (inner.type === 'concatenated_string') {
    const parts = stringsOf(inner).map((each) => constantText(each, text));
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (inner.type !== 'string') return undefined;
  const literal = literalOf(inner, text);
  if (literal.formatted && interpolations(inner).length > 0) return undefined;
  return decoded(text.slice(literal.content.start, literal.content.end), literal);
}

/** Takes a string expression apart; undefined for any other expression. */
export function takeApart(tree: Tree, text: string, lookUps: LookUps): TakenApart | undefined {
  const pieces = new Pieces(text, lookUps);
  return pieces.add(tree) ? pieces : undefined;
}

function stringsOf(tree: Tree): readonly Tree[] {
  return tree.children.filter(({ type }) => type === 'string');
}

function interpolations(tree: Tree): readonly Tree[] {
  return tree.children.filter(({ type }) => type === 'interpolation');
}

/** `%s`, `%(name)s`, `%5.2f`; `%%` is a percent sign. */
const PERCENT = /%(?:\((\w+)\))?[-#0 +]{0,5}(?:\d{1,9}|\*)?(?:\.(?:\d{1,9}|\*))?[hlL]?([diouxXeEfFgGcrsa%])/g;
/** `{}`, `{0}`, `{name!r:>10}`; doubled braces are braces. */
const BRACES = /\{\{|\}\}|\{(\w*)[^{}]{0,100}\}/g;

class Pieces implements TakenApart {
  readonly parts: TextPart[] = [];
  readonly holes: Tree[] = [];

  constructor(
    private readonly source: string,
    private readonly lookUps: LookUps,
  ) {}

  add(tree: Tree): boolean {
    const inner = bare(tree);
    switch (inner.type) {
      case 'string':
        this.string(inner);
        return true;
      case 'concatenated_string':
        for (const each of stringsOf(inner)) this.string(each);
        return true;
      case 'binary_operator':
        return this.operation(inner);
      case 'call':
        return this.method(inner);
      default:
        return false;
    }
  }

  private string(tree: Tree): void {
    const literal = literalOf(tree, this.source);
    const holes = literal.formatted ? interpolations(tree) : [];
    let from = literal.content.start;
    for (const hole of holes) {
      this.text(decoded(this.source.slice(from, hole.start), literal));
      const expression = field(hole, 'expression');
      if (expression !== undefined && !this.constant(expression)) this.hole(expression);
      from = hole.end;
    }
    this.text(decoded(this.source.slice(from, literal.content.end), literal));
  }

  /** A constant, as it is or encoded. */
  private constant(tree: Tree): boolean {
    const inner = bare(tree);
    const passedOn = inner.type === 'call' && passesOn(dottedName(inner, this.source) ?? '');
    const text = constantText(passedOn ? field(inner, 'arguments')?.children[0] : tree, this.source);
    if (text !== undefined) this.text(text);
    return text !== undefined;
  }

  private operation(tree: Tree): boolean {
    const operator = field(tree, 'left') === undefined ? '' : operatorOf(tree, this.source);
    if (operator === '%') return this.percent(tree);
    if (operator !== '+') return false;
    const operands = operandsOf(tree, this.source);
    if (!operands.some((each) => isText(each, this.source))) return false;
    for (const operand of operands) this.piece(operand);
    return true;
  }

  /** A piece of a sum or a list: a text in it is a part of the whole. */
  private piece(tree: Tree): void {
    if (!this.add(tree) && !this.constant(tree)) this.hole(tree);
  }

  private percent(tree: Tree): boolean {
    const template = constantText(field(tree, 'left'), this.source);
    if (template === undefined) return false;
    const right = bare(field(tree, 'right') ?? tree);
    const values = right.type === 'tuple' ? right.children : [right];
    const named = new Map(right.type === 'dictionary' ? this.pairs(right) : []);
    let index = 0;
    let from = 0;
    for (const match of template.matchAll(PERCENT)) {
      this.text(template.slice(from, match.index));
      from = match.index + match[0].length;
      if (match[2] === '%') this.text('%');
      else this.filled(match[1] === undefined ? values[index++] : named.get(match[1]));
    }
    this.text(template.slice(from));
    this.leave(right.type === 'dictionary' ? [...named.values()] : values);
    return true;
  }

  private pairs(dictionary: Tree): [string, Tree][] {
    return dictionary.children.flatMap((pair): [string, Tree][] => {
      const [key, value] = [constantText(field(pair, 'key'), this.source), field(pair, 'value')];
      return key === undefined || value === undefined ? [] : [[key, value]];
    });
  }

  /** A method of a constant text that makes another one. */
  private method(tree: Tree): boolean {
    const callee = field(tree, 'function');
    const attribute = callee === undefined ? undefined : field(callee, 'attribute');
    if (callee?.type !== 'attribute' || attribute === undefined) return false;
    const text = constantText(field(callee, 'object'), this.source);
    if (text === undefined) return false;
    const given = field(tree, 'arguments')?.children ?? [];
    switch (sourceOf(attribute, this.source)) {
      case 'format':
        return this.format(text, given);
      case 'join':
        return this.join(text, given);
      case 'replace':
        return this.replace(text, given);
      default:
        return false;
    }
  }

  /** `":".join([…])`. */
  private join(separator: string, given: readonly Tree[]): boolean {
    const [list] = given;
    if (given.length !== 1 || (list?.type !== 'list' && list?.type !== 'tuple')) return false;
    const items = list.children.filter(({ type }) => type !== 'comment');
    if (items.some(({ type }) => type === 'list_splat')) return false;
    items.forEach((item, index) => {
      if (index > 0) this.text(separator);
      this.piece(item);
    });
    return true;
  }

  /** A constant in place of a constant; anything else leaves the text as it was written. */
  private replace(text: string, [sought, replacement]: readonly Tree[]): boolean {
    const [from, to] = [constantText(sought, this.source), constantText(replacement, this.source)];
    if (from === undefined || to === undefined) return false;
    this.text(text.replaceAll(from, () => to));
    return true;
  }

  /** `"…{}…".format(…)`. */
  private format(template: string, given: readonly Tree[]): boolean {
    const values = given.filter(({ type }) => type !== 'keyword_argument' && type !== 'comment');
    const named = new Map(
      given.flatMap((each) => {
        const [name, value] = [field(each, 'name'), field(each, 'value')];
        return each.type === 'keyword_argument' && name && value ? [[sourceOf(name, this.source), value] as const] : [];
      }),
    );
    let index = 0;
    let from = 0;
    for (const match of template.matchAll(BRACES)) {
      this.text(template.slice(from, match.index));
      from = match.index + match[0].length;
      if (match[1] === undefined) this.text(match[0].slice(0, 1));
      else if (match[1] === '') this.filled(values[index++]);
      else this.filled(/^\d/.test(match[1]) ? values[Number(match[1])] : named.get(match[1]));
    }
    this.text(template.slice(from));
    this.leave([...values, ...named.values()]);
    return true;
  }

  /** Puts a value into the text; what is not there is a hole all the same. */
  private filled(value: Tree | undefined): void {
    if (value === undefined) this.parts.push({ hole: 'expression' });
    else if (!this.constant(value)) this.parts.push(this.holeOf(value));
  }

  private leave(values: readonly Tree[]): void {
    for (const value of values) if (constantText(value, this.source) === undefined) this.holes.push(value);
  }

  private text(text: string): void {
    if (text === '') return;
    const last = this.parts.at(-1);
    if (last !== undefined && 'text' in last) this.parts[this.parts.length - 1] = { text: last.text + text };
    else this.parts.push({ text });
  }

  private hole(tree: Tree): void {
    this.holes.push(tree);
    this.parts.push(this.holeOf(tree));
  }

  private holeOf(tree: Tree): TextPart {
    const variable = this.lookUps.of(tree)?.variable;
    if (variable !== undefined) return { hole: 'environment', name: variable };
    const inner = bare(tree);
    const name = inner.type === 'call' || inner.type === 'subscript' ? undefined : dottedName(inner, this.source);
    return name === undefined ? { hole: 'expression' } : { hole: 'expression', name };
  }
}

/** The operator stands between its operands and is no named node. */
export function operatorOf(tree: Tree, text: string): string {
  const operator = field(tree, 'operator');
  if (operator !== undefined) return sourceOf(operator, text);
  const [left, right] = [field(tree, 'left'), field(tree, 'right')];
  if (left === undefined || right === undefined) return '';
  return text.slice(left.end, right.start).replaceAll(/[\s()\\]|#.*/g, '');
}

function isText(tree: Tree, text: string): boolean {
  const inner = bare(tree);
  if (inner.type === 'string' || inner.type === 'concatenated_string') return true;
  return (
    inner.type === 'binary_operator' &&
    operatorOf(inner, text) === '%' &&
    constantText(field(inner, 'left'), text) !== undefined
  );
}

/** From left to right. A loop, because long texts are written as sums of thousands of lines. */
function operandsOf(sum: Tree, text: string): Tree[] {
  const operands: Tree[] = [];
  const open = [sum];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner = bare(next);
    const [left, right] = [field(inner, 'left'), field(inner, 'right')];
    if (inner.type === 'binary_operator' && left && right && operatorOf(inner, text) === '+') open.push(right, left);
    else operands.push(next);
  }
  return operands;
}

import type { TextPart } from '@planner/target';
import type { BinaryExpression, Node, TemplateLiteral } from 'oxc-parser';
import type { ProcessEnvironment } from './process-environment';
import { PASSES_TEXT_ON } from './calls';
import { bare, constantText, cooked, dottedName } from './syntax';

/** A text taken apart: its pieces, and the expressions in it that may hold texts of their own. */
export interface TakenApart {
  readonly parts: readonly TextPart[];
  readonly holes: readonly Node[];
}

/** The pieces of a template. */
export function partsOfTemplate(template: TemplateLiteral, environment: ProcessEnvironment): TakenApart {
  const pieces = new Pieces(environment);
  addTemplate(template, pieces);
  return pieces;
}

/** The pieces of `a + b + …`; undefined where no piece is a text, so that it may as well be a sum of numbers. */
export function partsOfConcatenation(sum: BinaryExpression, environment: ProcessEnvironment): TakenApart | undefined {
  const operands = operandsOf(sum);
  if (!operands.some(isText)) return undefined;
  const pieces = new Pieces(environment);
  for (const operand of operands) pieces.add(operand);
  return pieces;
}

function addTemplate(template: TemplateLiteral, pieces: Pieces): void {
  template.quasis.forEach((element, index) => {
    pieces.text(cooked(element));
    const hole = template.expressions[index];
    if (hole !== undefined) pieces.filled(hole);
  });
}

function isText(operand: Node): boolean {
  const inner = bare(operand);
  return inner.type === 'TemplateLiteral' || constantText(inner) !== undefined;
}

/** From left to right. A loop, because long texts are written as sums of thousands of lines. */
function operandsOf(sum: BinaryExpression): Node[] {
  const operands: Node[] = [];
  const open: Node[] = [sum];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner = bare(next);
    if (inner.type === 'BinaryExpression' && inner.operator === '+') open.push(inner.right, inner.left);
    else operands.push(next);
  }
  return operands;
}

/** Puts a text together. */
export class Pieces implements TakenApart {
  readonly parts: TextPart[] = [];
  readonly holes: Node[] = [];

  constructor(private readonly environment: ProcessEnvironment) {}

  text(text: string): void {
    if (text === '') return;
    const last = this.parts.at(-1);
    if (last !== undefined && 'text' in last) this.parts[this.parts.length - 1] = { text: last.text + text };
    else this.parts.push({ text });
  }

  /** A piece of a sum or a list: a template in it is a part of the whole. */
  add(operand: Node): void {
    const inner = bare(operand);
    if (inner.type === 'TemplateLiteral') addTemplate(inner, this);
    else this.filled(operand);
  }

  /** What fills a place: a constant, as it is or encoded, or a hole. */
  filled(node: Node): void {
    const inner = bare(node);
    const passedOn =
      inner.type === 'CallExpression' && PASSES_TEXT_ON.test(dottedName(inner.callee) ?? '')
        ? inner.arguments[0]
        : undefined;
    const text = constantText(passedOn === undefined ? inner : bare(passedOn));
    if (text === undefined) this.hole(node);
    else this.text(text);
  }

  hole(node: Node): void {
    this.holes.push(node);
    const inner = bare(node);
    const variable = this.environment.lookUp(withoutFallback(inner))?.variable;
    if (variable !== undefined) {
      this.parts.push({ hole: 'environment', name: variable });
      return;
    }
    const name = inner.type === 'CallExpression' ? undefined : dottedName(inner);
    this.parts.push(name === undefined ? { hole: 'expression' } : { hole: 'expression', name });
  }
}

/** `process.env.X ?? 'd'` still comes from the environment. */
function withoutFallback(node: Node): Node {
  return node.type === 'LogicalExpression' ? bare(node.left) : node;
}

import type { TextPart } from '@planner/target';
import type { BinaryExpression, Node, TemplateLiteral } from 'oxc-parser';
import type { ProcessEnvironment } from './process-environment';
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
  for (const operand of operands) {
    const inner = bare(operand);
    const text = constantText(inner);
    if (text !== undefined) pieces.text(text);
    else if (inner.type === 'TemplateLiteral') addTemplate(inner, pieces);
    else pieces.hole(operand);
  }
  return pieces;
}

function addTemplate(template: TemplateLiteral, pieces: Pieces): void {
  template.quasis.forEach((element, index) => {
    pieces.text(cooked(element));
    const hole = template.expressions[index];
    if (hole === undefined) return;
    const text = constantText(bare(hole));
    if (text === undefined) pieces.hole(hole);
    else pieces.text(text);
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

class Pieces implements TakenApart {
  readonly parts: TextPart[] = [];
  readonly holes: Node[] = [];

  constructor(private readonly environment: ProcessEnvironment) {}

  text(text: string): void {
    if (text === '') return;
    const last = this.parts.at(-1);
    if (last !== undefined && 'text' in last) this.parts[this.parts.length - 1] = { text: last.text + text };
    else this.parts.push({ text });
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

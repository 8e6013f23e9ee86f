import type { ScalarType, TypeModel } from '../context-model';
import type { Constraint, Text, TypeExpression } from '../declaration';
import { compareNumbers, decimalProblem, integerProblem } from './literals';
import { readPattern } from './pattern';
import type { Scope } from './scope';

/** Characters that a `string` holds unless the plan says otherwise. */
const STRING_MAX = '255';
const SIZE_MAX = '2147483647';
const NUMBERS = ['int', 'bigint', 'decimal', 'float'];
const SIZED = ['string', 'text', 'bytes'];

/** A scalar with the constraints that are written behind it, each checked against the type. */
export function checkScalar(scope: Scope, type: ScalarType, expression: TypeExpression): TypeModel {
  const min = bound(scope, type, constraintOf(expression, 'min'));
  const max = bound(scope, type, constraintOf(expression, 'max'));
  refuse(scope, type, constraintOf(expression, 'distinct'));
  const pattern = checkPattern(scope, type, constraintOf(expression, 'pattern'));
  const most = max ?? (type.scalar === 'string' ? STRING_MAX : undefined);
  checkOrder(scope, expression, min, most, max === undefined);
  return {
    ...type,
    ...(min === undefined ? {} : { min }),
    ...(most === undefined ? {} : { max: most }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** `min` and `max` of a list or a map. */
export function checkSize(scope: Scope, expression: TypeExpression): { min?: string; max?: string } {
  const [min, max] = (['min', 'max'] as const).map((kind) => size(scope, constraintOf(expression, kind)));
  checkOrder(scope, expression, min, max, false);
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function bound(scope: Scope, type: ScalarType, constraint: Valued | undefined): string | undefined {
  if (!NUMBERS.includes(type.scalar) && !SIZED.includes(type.scalar)) {
    refuse(scope, type, constraint);
    return undefined;
  }
  if (constraint === undefined || SIZED.includes(type.scalar)) return size(scope, constraint);
  const { text } = constraint.value;
  const problem = numberProblem(text, type);
  if (problem === undefined) return text;
  scope.problems.error(
    'constraint/number',
    constraint.value.span,
    `"${text}" ${problem}, so it is no "${constraint.kind}" for ${type.scalar}.`,
    'Write a number that the type can hold.',
  );
  return undefined;
}

function numberProblem(text: string, type: ScalarType): string | undefined {
  if (type.scalar === 'decimal') return decimalProblem(text, type);
  if (type.scalar === 'int' || type.scalar === 'bigint') return integerProblem(text, type.scalar);
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? undefined
    : 'is no number';
}

function size(scope: Scope, constraint: Valued | undefined): string | undefined {
  if (constraint === undefined) return undefined;
  const { text, span } = constraint.value;
  const whole = /^(0|[1-9]\d{0,9})$/.test(text) && compareNumbers(text, SIZE_MAX) <= 0;
  if (whole && (constraint.kind === 'min' || text !== '0')) return text;
  scope.problems.error(
    'constraint/number',
    span,
    `"${text}" is no size.`,
    `Write a whole number from ${constraint.kind === 'min' ? 0 : 1} to ${SIZE_MAX}.`,
  );
  return undefined;
}

function checkOrder(
  scope: Scope,
  expression: TypeExpression,
  min: string | undefined,
  max: string | undefined,
  implied: boolean,
): void {
  if (min === undefined || max === undefined || compareNumbers(min, max) <= 0) return;
  const hint = implied
    ? `A string holds ${max} characters unless it says otherwise; write "max ${min}" or more, or use text.`
    : 'Swap them, or remove one.';
  scope.problems.error(
    'constraint/order',
    constraintOf(expression, 'min')?.span ?? expression.span,
    `The minimum ${min} is above the maximum ${max}.`,
    hint,
  );
}

function checkPattern(scope: Scope, type: ScalarType, constraint: Valued | undefined): string | undefined {
  if (constraint === undefined) return undefined;
  if (type.scalar !== 'string' && type.scalar !== 'text') {
    refuse(scope, type, constraint);
    return;
  }
  const read = readPattern(constraint.value.text);
  if ('pattern' in read) return read.pattern;
  scope.problems.error(
    'constraint/pattern',
    constraint.value.span,
    read.problem,
    'Allowed are characters, classes, groups, "|" and quantifiers; \\d, \\w and \\s mean ASCII; the whole value matches.',
  );
  return undefined;
}

function refuse(scope: Scope, type: ScalarType, constraint: Constraint | undefined): undefined {
  if (constraint === undefined) return undefined;
  const hint =
    'min and max belong to numbers, string, text, bytes, lists and maps, pattern to string and text, distinct to lists.';
  scope.problems.error(
    'constraint/not-here',
    constraint.span,
    `"${constraint.kind}" has no meaning for ${type.scalar}.`,
    hint,
  );
}

type Valued = Extract<Constraint, { value: Text }>;

/** The constraint of one kind behind a type, if it is there. */
export function constraintOf<K extends Constraint['kind']>(
  expression: TypeExpression,
  kind: K,
): (Constraint & { kind: K }) | undefined {
  return expression.constraints.find((constraint): constraint is Constraint & { kind: K } => constraint.kind === kind);
}

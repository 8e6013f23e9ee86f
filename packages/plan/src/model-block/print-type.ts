import type { Constraint, Literal, SetDeclaration, TypeBase, TypeExpression } from '@planner/model';

/** A type as the model block writes it: `string? max 64`. */
export function printType(type: TypeExpression): string {
  const optional = type.optional ? '?' : '';
  return [printBase(type.base) + optional, ...type.constraints.map(printConstraint)].join(' ');
}

/** `name`, or `name = value`. */
export function printAssignment({ field, value }: SetDeclaration): string {
  return value === undefined ? field.text : `${field.text} = ${printLiteral(value)}`;
}

function printBase(base: TypeBase): string {
  switch (base.kind) {
    case 'named':
      return base.name.text;
    case 'decimal':
      return `decimal(${base.precision.text}, ${base.scale.text})`;
    case 'enum':
      return `enum(${base.members.map((member) => member.text).join(', ')})`;
    case 'list':
      return `list(${printType(base.element)})`;
    case 'map':
      return `map(${printType(base.key)}, ${printType(base.value)})`;
    case 'ref':
      return `ref(${base.target.text})`;
  }
}

function printConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'min':
    case 'max':
      return `${constraint.kind} ${constraint.value.text}`;
    case 'pattern':
      return `pattern /${escapeSlashes(constraint.value.text)}/`;
    case 'default':
      return `default ${printLiteral(constraint.value)}`;
    case 'unique':
    case 'distinct':
      return constraint.kind;
  }
}

/** Every bare slash gets a backslash; what has one already keeps it. */
function escapeSlashes(source: string): string {
  return source.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found));
}

function printLiteral(literal: Literal): string {
  if (!literal.quoted) return literal.text;
  const escaped = literal.text
    .replace(/["\\]/g, '\\$&')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `"${escaped}"`;
}

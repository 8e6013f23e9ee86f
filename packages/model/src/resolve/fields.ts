import type { DefaultModel, FieldModel, TypeModel } from '../context-model';
import type { Constraint, FieldDeclaration, Literal } from '../declaration';
import type { SourceSpan } from '../source';
import { didYouMean } from '../suggest';
import { constraintOf } from './constraints';
import { literalProblem } from './literals';
import { checkCamel } from './member-names';
import { bareScalar, elementOf, isBroken } from './scope';
import type { Scope } from './scope';
import { refuseConstraints, resolveType } from './types';
import type { Place } from './types';

/** What a field may say beyond its type. */
export interface FieldRules {
  /** Only fields of aggregates and entities are unique. */
  readonly unique: boolean;
}

/** The fields of one owner, in order. */
export function resolveFields(
  scope: Scope,
  fields: readonly FieldDeclaration[],
  place: Omit<Place, 'member' | 'plan'>,
  rules: FieldRules = { unique: false },
): FieldModel[] {
  return fields.map((field) =>
    resolveField(scope, field, { ...place, member: field.name.text, plan: field.plan }, rules),
  );
}

function resolveField(scope: Scope, field: FieldDeclaration, place: Place, rules: FieldRules): FieldModel {
  const expression = field.type;
  checkCamel(scope.problems, field.name, 'The name');
  const type = resolveType(scope, expression, place);
  const collection = type.kind === 'list' || type.kind === 'map';
  if (collection && expression.optional) {
    scope.problems.error(
      'type/optional-collection',
      expression.span,
      `The ${type.kind} "${field.name.text}" is never absent, only empty.`,
      'Remove the "?".',
    );
  }
  const unique = constraintOf(expression, 'unique');
  if (unique !== undefined) checkUnique(scope, field, type, unique.span, rules);
  const fallback = constraintOf(expression, 'default');
  const value = fallback === undefined ? undefined : checkDefault(scope, field, type, fallback);
  return {
    ...elementOf(field),
    type,
    optional: expression.optional && !collection,
    unique: unique !== undefined,
    ...(value === undefined ? {} : { default: value }),
  };
}

function checkUnique(
  scope: Scope,
  field: FieldDeclaration,
  type: TypeModel,
  span: SourceSpan,
  rules: FieldRules,
): void {
  if (!rules.unique)
    refuseConstraints(scope, field.type, ['unique'], 'Only fields of aggregates and entities are told apart, so');
  else if (!isBroken(type) && !isComparable(scope, type)) {
    scope.problems.error(
      'constraint/unique',
      span,
      `"${field.name.text}" cannot be unique: ${describe(type)} is not compared as a whole.`,
      'Make a scalar field unique, or write "unique: [[field.part]]" for a part of a value object.',
    );
  }
}

/** Has one value that a database can compare: for `unique`, filters and sorting. */
export function isComparable(scope: Scope, type: TypeModel): boolean {
  if (type.kind === 'enum' || type.kind === 'ref') return true;
  const scalar = bareScalar(scope, type);
  return scalar !== undefined && scalar.scalar !== 'json';
}

export function describe(type: TypeModel): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'list':
    case 'map':
      return `a ${type.kind}`;
    case 'ref':
      return 'a ref';
    case 'valueObject':
      return `the value object ${type.name}`;
    default:
      return `the ${type.kind} ${type.name}`;
  }
}

function checkDefault(
  scope: Scope,
  field: FieldDeclaration,
  type: TypeModel,
  constraint: Extract<Constraint, { kind: 'default' }>,
): DefaultModel | undefined {
  if (field.type.optional) {
    scope.problems.error(
      'constraint/default-optional',
      constraint.span,
      `"${field.name.text}" has a default, so it is never absent.`,
      'Remove the "?" or the default.',
    );
    return;
  }
  return checkLiteral(scope, type, constraint.value);
}

/** A literal of the plan as a value of the type; `now` unless it is quoted. */
export function checkLiteral(scope: Scope, type: TypeModel, literal: Literal): DefaultModel | undefined {
  if (isBroken(type)) return undefined;
  const scalar = bareScalar(scope, type);
  if (literal.text === 'now' && !literal.quoted) {
    if (scalar?.scalar === 'datetime' || scalar?.scalar === 'date') return { kind: 'now' };
    if (scalar?.scalar !== 'string' && scalar?.scalar !== 'text') {
      scope.problems.error(
        'constraint/literal',
        literal.span,
        `"now" is an instant or a date, not ${describe(type)}.`,
        'Use datetime or date.',
      );
      return;
    }
  }
  if (type.kind === 'enum') return checkMember(scope, type.name, literal);
  const problem =
    scalar === undefined ? `cannot be a value of ${describe(type)}` : literalProblem(literal.text, scalar);
  if (problem === undefined) return { kind: 'literal', text: literal.text };
  scope.problems.error(
    'constraint/literal',
    literal.span,
    `"${literal.text}" ${problem}.`,
    scalar === undefined
      ? 'Leave it out; lists, maps and structures start empty or absent.'
      : `Write a value of ${describe(type)}.`,
  );
  return undefined;
}

function checkMember(scope: Scope, name: string, literal: Literal): DefaultModel | undefined {
  const members = scope.enums.get(name)?.members.map((member) => member.name) ?? [];
  if (members.includes(literal.text)) return { kind: 'literal', text: literal.text };
  const hint = `${didYouMean(literal.text, members)}Its members are ${members.join(', ')}.`;
  scope.problems.error('constraint/literal', literal.span, `"${literal.text}" is no member of ${name}.`, hint);
  return undefined;
}

import { SCALARS } from '../context-model';
import type { ListType, MapType, RefType, TypeModel } from '../context-model';
import type { Constraint, Text, TypeExpression } from '../declaration';
import { upperFirst } from '../naming';
import { didYouMean } from '../suggest';
import { checkScalar, checkSize } from './constraints';
import { checkUpperSnake } from './member-names';
import { BROKEN } from './scope';
import type { Scope } from './scope';

/** Where a type stands: what it may name, and what an inline enum in it is called. */
export interface Place {
  /** Of an inline enum: `Money`, or `CancelOrder` for the input of an operation. */
  readonly owner: string;
  readonly member: string;
  readonly plan: string;
  /** The aggregate whose entities may be named. */
  readonly aggregate?: string;
  /** Whole aggregates: only in inputs and outputs of services and use cases. */
  readonly aggregates?: boolean;
}

/** A type without what belongs to the field around it. Reported problems give a placeholder. */
export function resolveType(scope: Scope, expression: TypeExpression, place: Place): TypeModel {
  const { base } = expression;
  switch (base.kind) {
    case 'named':
      return named(scope, base.name, expression, place);
    case 'decimal':
      return decimal(scope, base.precision, base.scale, expression);
    case 'enum':
      return inlineEnum(scope, base.members, expression, place);
    case 'ref':
      return ref(scope, base.target, expression, place);
    case 'list':
      return list(scope, base.element, expression, place);
    case 'map':
      return map(scope, base.key, base.value, expression, place);
  }
}

function named(scope: Scope, name: Text, expression: TypeExpression, place: Place): TypeModel {
  const scalar = SCALARS.find((known) => known === name.text);
  if (scalar === 'decimal') {
    return broken(
      scope,
      'type/decimal-digits',
      name,
      'A decimal says how many digits it has.',
      'Write decimal(18,2): all digits, then those behind the point.',
    );
  }
  if (scalar !== undefined) return checkScalar(scope, { kind: 'scalar', scalar }, expression);
  const symbol = scope.symbols.get(name.text) ?? lifecycleEnum(scope, name.text);
  if (symbol === undefined) return unknown(scope, name);
  refuseConstraints(
    scope,
    expression,
    ['min', 'max', 'pattern', 'distinct'],
    `"${name.text}" is declared elsewhere, so`,
  );
  switch (symbol.kind) {
    case 'enum':
    case 'valueObject':
      return { kind: symbol.kind, name: name.text };
    case 'entity':
      if (symbol.aggregate === place.aggregate) return { kind: 'entity', aggregate: symbol.aggregate, name: name.text };
      return broken(
        scope,
        'type/entity-outside',
        name,
        `The entity "${name.text}" belongs to ${symbol.aggregate} and is not known outside.`,
        `Name ${symbol.aggregate}, or take what is needed as a value object.`,
      );
    case 'aggregate':
      if (place.aggregates === true) return { kind: 'aggregate', name: name.text };
      return broken(
        scope,
        'type/aggregate-by-value',
        name,
        `The aggregate "${name.text}" cannot be held by value here.`,
        `Refer to it with ref(${name.text}).`,
      );
  }
}

/** `OrderStatus` can be named like a declared enum. */
function lifecycleEnum(scope: Scope, name: string): { readonly kind: 'enum' } | undefined {
  return scope.enums.get(name)?.origin === 'lifecycle' ? { kind: 'enum' } : undefined;
}

function unknown(scope: Scope, name: Text): TypeModel {
  const generic = ['enum', 'list', 'map', 'ref'].includes(name.text);
  const hint = generic
    ? `Write what it holds in brackets: ${name.text}(…).`
    : `${didYouMean(name.text, [...SCALARS, ...scope.symbols.keys(), ...scope.enums.keys()])}Built in are ${SCALARS.join(', ')}; anything else is declared under enums, valueObjects or entities.`;
  return broken(scope, 'type/unknown', name, `There is no type "${name.text}".`, hint);
}

function decimal(scope: Scope, precision: Text, scale: Text, expression: TypeExpression): TypeModel {
  const [all, behind] = [precision, scale].map((text) => (/^(0|[1-9]\d?)$/.test(text.text) ? Number(text.text) : NaN));
  if (all === undefined || behind === undefined || !(all >= 1 && all <= 38 && behind >= 0 && behind <= all)) {
    return broken(
      scope,
      'type/decimal-digits',
      precision,
      'A decimal has 1 to 38 digits, and no more behind the point than it has.',
      'Write decimal(18,2): all digits, then those behind the point.',
    );
  }
  return checkScalar(scope, { kind: 'scalar', scalar: 'decimal', precision: all, scale: behind }, expression);
}

function inlineEnum(scope: Scope, members: readonly Text[], expression: TypeExpression, place: Place): TypeModel {
  refuseConstraints(scope, expression, ['min', 'max', 'pattern', 'distinct'], 'An enum has only its members, so');
  const name = place.owner + upperFirst(place.member);
  checkEnumMembers(scope, name, members, expression);
  const existing = scope.enums.get(name);
  if (existing === undefined) {
    scope.enums.set(name, {
      name,
      plan: place.plan,
      span: expression.span,
      members: members.map((member) => ({ name: member.text })),
      origin: 'inline',
    });
  } else if (
    existing.origin !== 'inline' ||
    existing.members.map((member) => member.name).join() !== members.map((member) => member.text).join()
  ) {
    scope.problems.error(
      'name/clash',
      expression.span,
      `The inline enum would be called ${name}, which is taken.`,
      `Declare it under "enums" with a name of its own, or rename "${place.member}".`,
    );
  }
  return { kind: 'enum', name };
}

/** Members are there, well spelled, and meet neither each other nor the zero value of the wire. */
export function checkEnumMembers(
  scope: Scope,
  name: string,
  members: readonly Text[],
  at: { readonly span: TypeExpression['span'] },
): void {
  if (members.length === 0)
    scope.problems.error('enum/empty', at.span, `The enum ${name} has no members.`, 'List at least one.');
  const seen = new Set<string>();
  for (const member of members) {
    checkUpperSnake(scope.problems, member, 'The member');
    if (member.text === 'UNSPECIFIED') {
      scope.problems.error(
        'enum/unspecified',
        member.span,
        'UNSPECIFIED is the zero value that every enum has on the wire.',
        'Choose another name, such as UNKNOWN or NONE.',
      );
    }
    if (seen.has(member.text))
      scope.problems.error(
        'name/clash',
        member.span,
        `${member.text} appears twice in ${name}.`,
        'Remove one of them.',
      );
    seen.add(member.text);
  }
}

function ref(scope: Scope, target: Text, expression: TypeExpression, place: Place): TypeModel {
  refuseConstraints(scope, expression, ['min', 'max', 'pattern', 'distinct'], 'A ref is an identity, so');
  const dot = target.text.indexOf('.');
  if (dot !== -1) return foreignRef(scope, target, target.text.slice(0, dot), target.text.slice(dot + 1));
  const symbol = scope.symbols.get(target.text);
  if (symbol?.kind === 'aggregate') return { kind: 'ref', target: { kind: 'aggregate', aggregate: target.text } };
  if (symbol?.kind === 'entity' && symbol.aggregate === place.aggregate) {
    return { kind: 'ref', target: { kind: 'entity', aggregate: symbol.aggregate, entity: target.text } };
  }
  if (symbol?.kind === 'entity') {
    return broken(
      scope,
      'type/entity-outside',
      target,
      `The entity "${target.text}" belongs to ${symbol.aggregate} and is not referred to from outside.`,
      `Refer to the aggregate: ref(${symbol.aggregate}).`,
    );
  }
  const candidates = [...scope.symbols].flatMap(([name, each]) =>
    each.kind === 'aggregate' || each.kind === 'entity' ? [name] : [],
  );
  const hint = `${didYouMean(target.text, candidates)}A ref names an aggregate, an entity of the same aggregate, or another context's aggregate as context.Name.`;
  return broken(scope, 'type/unknown-ref', target, `"${target.text}" is nothing that has an identity.`, hint);
}

function foreignRef(scope: Scope, target: Text, context: string, aggregate: string): TypeModel {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(context) || !/^[A-Z][a-zA-Z0-9]*$/.test(aggregate)) {
    return broken(
      scope,
      'type/unknown-ref',
      target,
      `"${target.text}" is no reference to another context.`,
      'Write ref(context.Aggregate), such as ref(market-data.Instrument).',
    );
  }
  if (context === scope.context) {
    return broken(scope, 'type/own-context', target, `"${context}" is this context.`, `Write ref(${aggregate}).`);
  }
  const known = scope.known.get(context);
  if (known !== undefined && !known.aggregates.some((each) => each.name === aggregate)) {
    return broken(
      scope,
      'type/unknown-ref',
      target,
      `The context ${context} has no aggregate ${aggregate}.`,
      `${didYouMean(
        aggregate,
        known.aggregates.map((each) => each.name),
      )}Check the plan of ${context}.`,
    );
  }
  const found: RefType = { kind: 'ref', target: { kind: 'foreign', context, aggregate } };
  return found;
}

function list(scope: Scope, element: TypeExpression, expression: TypeExpression, place: Place): TypeModel {
  refuseConstraints(scope, expression, ['pattern'], 'A list has a size, so');
  const type = inner(scope, element, place, 'list');
  const distinct = expression.constraints.some((constraint) => constraint.kind === 'distinct');
  if (distinct && (type.kind === 'entity' || (type.kind === 'scalar' && type.scalar === 'json'))) {
    scope.problems.error(
      'constraint/distinct',
      expression.span,
      '"distinct" compares values; these elements have none to compare.',
      'Give a field of the entity "unique".',
    );
  }
  const found: ListType = { kind: 'list', element: type, ...checkSize(scope, expression), distinct };
  return found;
}

function map(
  scope: Scope,
  key: TypeExpression,
  value: TypeExpression,
  expression: TypeExpression,
  place: Place,
): TypeModel {
  refuseConstraints(scope, expression, ['pattern', 'distinct'], 'A map has a size, so');
  const keyType = inner(scope, key, place, 'map');
  const valueType = inner(scope, value, place, 'map');
  if (keyType.kind !== 'scalar' || keyType.scalar !== 'string') {
    {
      scope.problems.error(
        'type/map-key',
        key.span,
        'The keys of a map are strings.',
        'Write map(string, T) or map(string max 10, T).',
      );
      return BROKEN;
    }
  }
  if (valueType.kind === 'entity') {
    {
      scope.problems.error(
        'type/map-of-entities',
        value.span,
        'A map does not hold entities.',
        `Write list(${valueType.name}) and give the entity a unique field.`,
      );
      return BROKEN;
    }
  }
  const found: MapType = { kind: 'map', key: keyType, value: valueType, ...checkSize(scope, expression) };
  return found;
}

/** An element of a list, or a key or value of a map. */
function inner(scope: Scope, expression: TypeExpression, place: Place, around: string): TypeModel {
  if (expression.optional) {
    scope.problems.error(
      'type/optional-element',
      expression.span,
      `A ${around} holds no optional elements.`,
      'Remove the "?".',
    );
  }
  refuseConstraints(scope, expression, ['default', 'unique'], `Inside a ${around}`);
  if (expression.base.kind === 'list' || expression.base.kind === 'map') {
    const hint = 'Declare a value object that holds the inner one, and name it here.';
    {
      scope.problems.error('type/nested', expression.span, 'Lists and maps do not nest.', hint);
      return BROKEN;
    }
  }
  return resolveType(scope, expression, place);
}

/** Reports constraints that have no place behind this type. */
export function refuseConstraints(
  scope: Scope,
  expression: TypeExpression,
  kinds: readonly Constraint['kind'][],
  because: string,
): void {
  for (const constraint of expression.constraints) {
    if (!kinds.includes(constraint.kind)) continue;
    scope.problems.error(
      'constraint/not-here',
      constraint.span,
      `${because} "${constraint.kind}" has no place here.`,
      'Remove it, or write it where the type is declared.',
    );
  }
}

function broken(scope: Scope, rule: string, at: Text, message: string, hint: string): TypeModel {
  {
    scope.problems.error(rule, at.span, message, hint);
    return BROKEN;
  }
}

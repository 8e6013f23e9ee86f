import type {
  CompositeValueObjectModel,
  IdentityModel,
  LifecycleModel,
  TypeModel,
  ValueObjectModel,
} from '../context-model';
import type {
  AggregateDeclaration,
  EntityDeclaration,
  FieldDeclaration,
  ModelDeclaration,
  RuleDeclaration,
} from '../declaration';
import type { RuleModel } from '../context-model';
import { upperFirst } from '../naming';
import { resolveFields } from './fields';
import { checkCamel, checkMembers, checkPascal } from './member-names';
import { bareScalar, elementOf, isBroken, membersOf } from './scope';
import type { Scope } from './scope';
import { checkEnumMembers, refuseConstraints, resolveType } from './types';

/** Fills the scope's enums with those that the plan declares and those that lifecycles make. */
export function resolveEnums(scope: Scope, declaration: ModelDeclaration): void {
  for (const each of declaration.enums) {
    const name = each.name.text;
    checkPascal(scope.problems, each.name, 'The enum');
    checkEnumMembers(
      scope,
      name,
      each.members.map((member) => member.name),
      each,
    );
    if (!scope.enums.has(name))
      scope.enums.set(name, { ...elementOf(each), members: membersOf(each.members), origin: 'declared' });
  }
  for (const aggregate of declaration.aggregates) resolveLifecycleEnum(scope, aggregate);
}

/** The states of an aggregate's lifecycle, if it has one that can be used. */
export function lifecycleOf(aggregate: AggregateDeclaration): LifecycleModel | undefined {
  const { lifecycle } = aggregate;
  const states = lifecycle?.states.map((state) => state.name.text) ?? [];
  const initial = states[0];
  if (lifecycle?.field === undefined || initial === undefined) return undefined;
  const name = lifecycle.field.text;
  return {
    name,
    plan: lifecycle.plan,
    span: lifecycle.span,
    enum: aggregate.name.text + upperFirst(name),
    states,
    initial,
  };
}

function resolveLifecycleEnum(scope: Scope, aggregate: AggregateDeclaration): void {
  const declared = aggregate.lifecycle;
  if (declared === undefined) return;
  const lifecycle = lifecycleOf(aggregate);
  if (declared.field !== undefined) checkCamel(scope.problems, declared.field, 'The lifecycle field');
  if (lifecycle === undefined) {
    scope.problems.error(
      'lifecycle/incomplete',
      declared.span,
      `The lifecycle of ${aggregate.name.text} has no ${declared.field === undefined ? 'field' : 'states'}.`,
      'Write "field: status" and "states: [FIRST, SECOND]"; the first is the initial one.',
    );
    return;
  }
  checkEnumMembers(
    scope,
    lifecycle.enum,
    declared.states.map((state) => state.name),
    declared,
  );
  const taken = scope.enums.get(lifecycle.enum);
  if (taken !== undefined) {
    scope.problems.error(
      'name/clash',
      declared.field?.span ?? declared.span,
      `The states would form the enum ${lifecycle.enum}, which is declared already.`,
      'Remove the declared enum: the lifecycle makes it.',
    );
    return;
  }
  const { plan, span } = declared;
  scope.enums.set(lifecycle.enum, {
    name: lifecycle.enum,
    plan,
    span,
    members: membersOf(declared.states),
    origin: 'lifecycle',
  });
}

/** Fills the scope's simple value objects; must run before any field is resolved. */
export function resolveSimpleValueObjects(scope: Scope, declaration: ModelDeclaration): void {
  for (const each of declaration.valueObjects) {
    checkPascal(scope.problems, each.name, 'The value object');
    if (each.body.kind !== 'simple') continue;
    const { type } = each.body;
    if (type.optional)
      scope.problems.error(
        'value-object/optional',
        type.span,
        'A value object itself is never absent.',
        `Remove the "?" here and write "${each.name.text}?" where it is used.`,
      );
    refuseConstraints(scope, type, ['default', 'unique'], 'A value object is used in many places, so');
    const resolved = resolveType(scope, type, { owner: each.name.text, member: 'value', plan: each.plan });
    if (resolved.kind === 'scalar') {
      if (!scope.simple.has(each.name.text)) scope.simple.set(each.name.text, resolved);
      continue;
    }
    scope.problems.error(
      'value-object/no-scalar',
      type.span,
      'A one-line value object wraps one built-in scalar.',
      'Write the type itself where it is needed, or give the value object fields.',
    );
  }
}

/** All value objects in the plan's order. */
export function resolveValueObjects(scope: Scope, declaration: ModelDeclaration): ValueObjectModel[] {
  const resolved = declaration.valueObjects.map((each): ValueObjectModel => {
    const { body } = each;
    if (body.kind === 'simple')
      return {
        ...elementOf(each),
        kind: 'simple',
        type: scope.simple.get(each.name.text) ?? { kind: 'scalar', scalar: 'text' },
      };
    const owner = each.name.text;
    const fields = resolveFields(scope, body.fields, { owner });
    checkMembers(scope.problems, owner, membersFrom(body.fields));
    if (!fields.some((field) => !field.optional)) {
      scope.problems.error(
        'value-object/all-optional',
        each.name.span,
        `The value object ${owner} has no field that is always there.`,
        'Give it one field without "?".',
      );
    }
    return { ...elementOf(each), kind: 'composite', fields, invariants: resolveRules(scope, body.invariants) };
  });
  reportSelfContaining(scope, resolved);
  return resolved;
}

function reportSelfContaining(scope: Scope, valueObjects: readonly ValueObjectModel[]): void {
  const composite = new Map(
    valueObjects.flatMap((each) => (each.kind === 'composite' ? [[each.name, each] as const] : [])),
  );
  const inside = (each: CompositeValueObjectModel) =>
    each.fields.flatMap((field) => namesIn(field.type, 'valueObject'));
  for (const each of composite.values()) {
    const path = pathToItself(each.name, (name) =>
      inside(composite.get(name) ?? each).filter((found) => composite.has(found)),
    );
    if (path !== undefined && each.span !== undefined) {
      scope.problems.error(
        'value-object/contains-itself',
        each.span,
        `The value object ${each.name} contains itself: ${path.join(' in ')}.`,
        'Break the circle, for example with an entity or a ref.',
      );
    }
  }
}

/** Names of one kind that a type holds by value, through lists and maps. */
export function namesIn(type: TypeModel, kind: 'valueObject' | 'entity'): string[] {
  if (type.kind === 'list') return namesIn(type.element, kind);
  if (type.kind === 'map') return namesIn(type.value, kind);
  return type.kind === kind ? [type.name] : [];
}

/** A way from a name back to itself, or undefined. */
export function pathToItself(start: string, next: (name: string) => readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const open: string[][] = [[start]];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const name of next(path[path.length - 1] ?? start)) {
      if (name === start) return [...path, start];
      if (!seen.has(name)) open.push([...path, name]);
      seen.add(name);
    }
  }
  return undefined;
}

/** `requires` and `invariants`. */
export function resolveRules(scope: Scope, rules: readonly RuleDeclaration[]): RuleModel[] {
  return rules.map((rule) => {
    checkPascal(scope.problems, rule.name, 'The rule');
    return { ...elementOf(rule), text: rule.text.text };
  });
}

export function membersFrom(fields: readonly FieldDeclaration[]): { name: string; span: FieldDeclaration['span'] }[] {
  return fields.map((field) => ({ name: field.name.text, span: field.name.span }));
}

/** Fills the scope's identities of aggregates and entities. */
export function resolveIdentities(scope: Scope, declaration: ModelDeclaration): void {
  for (const aggregate of declaration.aggregates) {
    const name = aggregate.name.text;
    setIdentity(scope, name, identityOf(scope, aggregate, name));
    for (const entity of aggregate.entities) {
      setIdentity(scope, `${name}.${entity.name.text}`, identityOf(scope, entity, name));
    }
  }
  reportIdentityCycles(scope, declaration);
}

function setIdentity(scope: Scope, key: string, identity: IdentityModel): void {
  if (!scope.identities.has(key)) scope.identities.set(key, identity);
}

const NO_IDENTITY = ['json', 'bytes', 'float', 'bool', 'duration'];

function identityOf(scope: Scope, owner: AggregateDeclaration | EntityDeclaration, aggregate: string): IdentityModel {
  const field = owner.fields.find((each) => each.name.text === 'id');
  if (field === undefined) return { kind: 'generated' };
  const { type: expression } = field;
  if (expression.optional)
    scope.problems.error('identity/optional', expression.span, 'An identity is never absent.', 'Remove the "?".');
  refuseConstraints(scope, expression, ['default'], 'The caller of create gives the identity, so');
  const type = resolveType(scope, expression, { owner: owner.name.text, member: 'id', plan: field.plan, aggregate });
  if (isBroken(type)) return { kind: 'generated' };
  if (
    type.kind === 'valueObject' &&
    scope.symbols.get(type.name)?.kind === 'valueObject' &&
    !scope.simple.has(type.name)
  ) {
    return refuseComposite(scope, field);
  }
  const fits = type.kind === 'ref' || type.kind === 'valueObject' || type.kind === 'scalar';
  const scalar = type.kind === 'ref' ? undefined : bareScalar(scope, type);
  if (!fits || (scalar !== undefined && NO_IDENTITY.includes(scalar.scalar))) {
    scope.problems.error(
      'identity/type',
      expression.span,
      'This type does not tell one thing from another.',
      'An id is a uuid, string, text, int, bigint, decimal, date or datetime, a one-line value object of one of them, or a ref.',
    );
    return { kind: 'generated' };
  }
  return { kind: 'given', type };
}

function refuseComposite(scope: Scope, field: FieldDeclaration): IdentityModel {
  scope.problems.error(
    'refused/composite-identity',
    field.type.span,
    'An identity of several fields is not part of the model in this version.',
    'Keep the implied id and write "unique: [[first, second]]".',
  );
  return { kind: 'generated' };
}

function reportIdentityCycles(scope: Scope, declaration: ModelDeclaration): void {
  const next = (key: string): string[] => {
    const identity = scope.identities.get(key);
    if (identity?.kind !== 'given' || identity.type.kind !== 'ref') return [];
    const { target } = identity.type;
    if (target.kind === 'foreign') return [];
    return [target.kind === 'entity' ? `${target.aggregate}.${target.entity}` : target.aggregate];
  };
  const report = (key: string, owner: AggregateDeclaration | EntityDeclaration) => {
    const path = pathToItself(key, next);
    const field = owner.fields.find((each) => each.name.text === 'id');
    if (path === undefined || field === undefined) return;
    scope.problems.error(
      'identity/cycle',
      field.span,
      `The identity of ${key} is its own: ${path.join(' is that of ')}.`,
      'Give one of them a scalar or a generated id.',
    );
  };
  for (const aggregate of declaration.aggregates) {
    report(aggregate.name.text, aggregate);
    for (const entity of aggregate.entities) report(`${aggregate.name.text}.${entity.name.text}`, entity);
  }
}

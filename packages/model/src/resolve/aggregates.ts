import type { EntityModel, FieldModel, ValueObjectModel } from '../context-model';
import type { AggregateDeclaration, EntityDeclaration, UniqueDeclaration } from '../declaration';
import { checkMembers, checkPascal } from './member-names';
import { lifecycleOf, membersFrom, namesIn, pathToItself, resolveRules } from './declared-types';
import { describe, isComparable, resolveFields } from './fields';
import { resolvePath } from './paths';
import type { PathRoot } from './paths';
import { elementOf, isBroken } from './scope';
import type { Scope } from './scope';

/** An aggregate's state: everything but its operations and finders. */
export interface StateModel {
  readonly declaration: AggregateDeclaration;
  readonly root: PathRoot & { readonly fields: readonly FieldModel[] };
  readonly unique: readonly (readonly string[])[];
  readonly entities: readonly EntityModel[];
}

export function resolveState(
  scope: Scope,
  aggregate: AggregateDeclaration,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
): StateModel {
  const name = aggregate.name.text;
  checkPascal(scope.problems, aggregate.name, 'The aggregate');
  const lifecycle = lifecycleOf(aggregate);
  const implied = ['version', 'createdAt', 'updatedAt', ...(lifecycle === undefined ? [] : [lifecycle.name])];
  checkMembers(scope.problems, name, membersFrom(aggregate.fields), implied);
  const fields = stateFields(scope, aggregate, name, name);
  const root = { name, fields, ...(lifecycle === undefined ? {} : { lifecycle }) };
  const entities = aggregate.entities.map((entity) => resolveEntity(scope, entity, name));
  reportContainment(scope, aggregate, entities, fields);
  return { declaration: aggregate, root, unique: uniqueSets(scope, root, aggregate.unique, valueObjects), entities };
}

/** Without the identity, which the scope holds. */
function stateFields(
  scope: Scope,
  owner: AggregateDeclaration | EntityDeclaration,
  name: string,
  aggregate: string,
): FieldModel[] {
  const declared = owner.fields.filter((field) => field.name.text !== 'id');
  return resolveFields(scope, declared, { owner: name, aggregate }, { unique: true });
}

function resolveEntity(scope: Scope, entity: EntityDeclaration, aggregate: string): EntityModel {
  const name = entity.name.text;
  checkPascal(scope.problems, entity.name, 'The entity');
  checkMembers(scope.problems, name, membersFrom(entity.fields));
  const fields = stateFields(scope, entity, name, aggregate);
  return {
    ...elementOf(entity),
    identity: scope.identities.get(`${aggregate}.${name}`) ?? { kind: 'generated' },
    fields,
    unique: fields.filter((field) => field.unique).map((field) => [field.name]),
    invariants: resolveRules(scope, entity.invariants),
  };
}

/** Entities form a tree below the root: none contains itself, and each is used somewhere. */
function reportContainment(
  scope: Scope,
  aggregate: AggregateDeclaration,
  entities: readonly EntityModel[],
  fields: readonly FieldModel[],
): void {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const inside = (name: string) => (byName.get(name)?.fields ?? []).flatMap((field) => namesIn(field.type, 'entity'));
  for (const { name } of aggregate.entities) {
    const path = pathToItself(name.text, inside);
    if (path !== undefined)
      scope.problems.error(
        'entity/contains-itself',
        name.span,
        `The entity ${name.text} contains itself: ${path.join(' in ')}.`,
        'Refer to the other one with ref(…).',
      );
    const used = [...fields, ...entities.flatMap((entity) => entity.fields)].some((field) =>
      namesIn(field.type, 'entity').includes(name.text),
    );
    if (!used)
      scope.problems.warning(
        'entity/unused',
        name.span,
        `No field of ${aggregate.name.text} holds the entity ${name.text}.`,
        `Add a field such as "list(${name.text})", or remove the entity.`,
      );
  }
}

function uniqueSets(
  scope: Scope,
  root: PathRoot,
  declared: readonly UniqueDeclaration[],
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
): string[][] {
  const sets = root.fields.filter((field) => field.unique).map((field) => [field.name]);
  for (const { paths, span } of declared) {
    if (paths.length === 0)
      scope.problems.error(
        'aggregate/unique',
        span,
        'A unique set names at least one field.',
        'Write [[first, second]].',
      );
    const found = paths.flatMap((path) => {
      const resolved = resolvePath(scope, root, valueObjects, path, false);
      if (resolved === undefined) return [];
      if (isBroken(resolved.type) || isComparable(scope, resolved.type)) return [path.text];
      scope.problems.error(
        'constraint/unique',
        path.span,
        `"${path.text}" cannot be part of a unique set: ${describe(resolved.type)} is not compared as a whole.`,
        'Name scalar fields, or parts of value objects as field.part.',
      );
      return [];
    });
    if (new Set(found).size < found.length)
      scope.problems.error('aggregate/unique', span, 'A field appears twice in one unique set.', 'Remove one of them.');
    const same = sets.some((set) => [...set].sort().join() === [...found].sort().join());
    if (found.length > 0 && !same) sets.push(found);
  }
  return sets;
}

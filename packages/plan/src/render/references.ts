import type { AggregateModel, ContextModel, RefType, TypeModel } from '@planner/model';
import { fieldsOf, typesWithin, valueObjectFields } from './model-facts';

/** `field` of aggregate or entity `owner` holds the identity of `target`. */
export interface Reference {
  readonly aggregate: string;
  readonly owner: string;
  readonly field: string;
  readonly target: string;
}

/** References from aggregates of the context to others of it; those within one aggregate are left out. */
export function referencesBetween(model: ContextModel): Reference[] {
  return references(model, ({ target }, aggregate) =>
    target.kind !== 'foreign' && target.aggregate !== aggregate.name ? target.aggregate : undefined,
  );
}

/** References to aggregates of other contexts, as `accounts.Account`. */
export function foreignReferences(model: ContextModel): Reference[] {
  return references(model, ({ target }) =>
    target.kind === 'foreign' ? `${target.context}.${target.aggregate}` : undefined,
  );
}

/** Groups of aggregates that refer to each other, directly or around a corner, each in the order of the model. */
export function referenceCycles(model: ContextModel): string[][] {
  const targets = new Map<string, Set<string>>(model.aggregates.map((aggregate) => [aggregate.name, new Set()]));
  for (const { aggregate, target } of referencesBetween(model)) targets.get(aggregate)?.add(target);
  const reach = new Map([...targets.keys()].map((name) => [name, reachableFrom(name, targets)]));
  const grouped = new Set<string>();
  const cycles: string[][] = [];
  for (const name of targets.keys()) {
    if (grouped.has(name) || !reach.get(name)?.has(name)) continue;
    const group = [...targets.keys()].filter((other) => reach.get(name)?.has(other) && reach.get(other)?.has(name));
    group.forEach((member) => grouped.add(member));
    cycles.push(group);
  }
  return cycles;
}

function reachableFrom(start: string, targets: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(start) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(targets.get(name) ?? []));
  }
  return reached;
}

function references(
  model: ContextModel,
  targetOf: (type: RefType, aggregate: AggregateModel) => string | undefined,
): Reference[] {
  return model.aggregates.flatMap((aggregate) =>
    fieldsOf(aggregate).flatMap(({ owner, field }) =>
      refsWithin(field.type, model).flatMap((ref) => {
        const target = targetOf(ref, aggregate);
        return target === undefined ? [] : [{ aggregate: aggregate.name, owner, field: field.name, target }];
      }),
    ),
  );
}

/** References in a type, through value objects as well. */
function refsWithin(type: TypeModel, model: ContextModel): RefType[] {
  return typesWithin(type).flatMap((inner) => {
    if (inner.kind === 'ref') return [inner];
    if (inner.kind !== 'valueObject') return [];
    const valueObject = model.valueObjects.find((each) => each.name === inner.name);
    return valueObject ? valueObjectFields(valueObject).flatMap((field) => refsWithin(field.type, model)) : [];
  });
}

import type { AggregateModel, CompositeValueObjectModel, FieldModel, OperationModel } from '@planner/model';
import { listed, numberOf, warning, type ModelCheck } from './model-check';

/** State without behaviour: operations that only copy what they are given, and no rule anywhere. */
export const anemicAggregate: ModelCheck = ({ aggregates }) =>
  aggregates.filter(isAnemic).flatMap((aggregate) => {
    const changes = aggregate.operations.filter(({ kind }) => kind === 'change').map(({ name }) => name);
    const does =
      changes.length === 0
        ? 'has state, but no operation changes it'
        : `has state, but no behaviour: ${listed(changes)} only ${changes.length === 1 ? 'copies what it is' : 'copy what they are'} given`;
    return warning(
      'ddd/anemic-aggregate',
      aggregate,
      `${aggregate.name} ${does}, and no rule guards it.`,
      'Name what happens to it: operations with "from" and "to", "requires", values that they compute, "invariants".',
    );
  });

function isAnemic({ fields, lifecycle, invariants, entities, operations }: AggregateModel): boolean {
  const isGuarded = invariants.length > 0 || entities.some((entity) => entity.invariants.length > 0);
  return fields.length > 0 && lifecycle === undefined && !isGuarded && !operations.some(hasBehaviour);
}

/** `create` sets every field by its nature, so only its rules count; a deletion decides nothing unless it requires something. */
function hasBehaviour({ kind, requires, assignments, additions, removals }: OperationModel): boolean {
  if (requires.length > 0) return true;
  if (kind !== 'change') return false;
  const decides = assignments.some(({ value }) => value.kind !== 'parameter');
  return decides || additions.length + removals.length > 0;
}

/** Everything in an aggregate is loaded, locked and saved together. */
export const oversizedAggregate: ModelCheck = ({ aggregates }, options) =>
  aggregates.flatMap((aggregate) => {
    const parts = [
      { name: 'fields', count: fieldsWithin(aggregate), most: numberOf(options, 'maxFields') },
      { name: 'child entities', count: aggregate.entities.length, most: numberOf(options, 'maxEntities') },
      { name: 'operations', count: aggregate.operations.length, most: numberOf(options, 'maxOperations') },
    ];
    const over = parts
      .filter(({ count, most }) => count > most)
      .map(({ name, count, most }) => `${count} ${name} (at most ${most})`);
    if (over.length === 0) return [];
    return warning(
      'ddd/oversized-aggregate',
      aggregate,
      `${aggregate.name} has ${listed(over)}: it is loaded, locked and saved as one.`,
      'Move what changes on its own into an aggregate of its own, and refer to it with ref(…).',
    );
  });

function fieldsWithin({ fields, entities }: AggregateModel): number {
  return fields.length + entities.reduce((sum, entity) => sum + entity.fields.length, 0);
}

/** A value object is what it holds; with an identity of its own it is an entity. */
export const valueObjectIdentity: ModelCheck = ({ valueObjects }) =>
  valueObjects
    .filter((each): each is CompositeValueObjectModel => each.kind === 'composite')
    .flatMap((valueObject) =>
      valueObject.fields
        .filter((field) => isIdentity(field, valueObject.name))
        .flatMap((field) =>
          warning(
            'ddd/value-object-identity',
            field,
            `The value object ${valueObject.name} has an identity: ${field.name}.`,
            `Two equal values are the same value. Take ${field.name} out, or make ${valueObject.name} an entity of its aggregate.`,
          ),
        ),
    );

/** A reference is the identity of something else. */
function isIdentity({ name, type }: FieldModel, owner: string): boolean {
  if (type.kind === 'ref') return false;
  const lower = name.toLowerCase();
  return ['id', 'uuid', 'guid', 'version', `${owner.toLowerCase()}id`].includes(lower);
}

import type {
  AggregateModel,
  ContextModel,
  EntityModel,
  EventModel,
  FieldModel,
  FinderModel,
  ListType,
  OperationModel,
  ParameterModel,
  RefType,
  TypeModel,
  UseCaseModel,
} from '@planner/model';

/** Look-ups in a resolved model. They throw on a name that the model does not have, which is a bug of the caller. */

export function aggregateNamed({ aggregates }: Pick<ContextModel, 'aggregates'>, name: string): AggregateModel {
  return named(aggregates, name);
}

export function entityNamed({ entities }: AggregateModel, name: string): EntityModel {
  return named(entities, name);
}

export function operationNamed({ operations }: AggregateModel, name: string): OperationModel {
  return named(operations, name);
}

export function parameterNamed({ parameters }: OperationModel, name: string): ParameterModel {
  return named(parameters, name);
}

export function eventNamed({ events }: ContextModel, name: string): EventModel {
  return named(events, name);
}

/** A field of an aggregate, an entity or an event. */
export function fieldNamed({ fields }: { readonly fields: readonly FieldModel[] }, name: string): FieldModel {
  return named(fields, name);
}

export interface ListField extends FieldModel {
  readonly type: ListType;
}

/** A field of an aggregate that is a list. */
export function listNamed(aggregate: AggregateModel, name: string): ListField {
  const field = fieldNamed(aggregate, name);
  if (field.type.kind !== 'list') throw new Error(`${aggregate.name}.${name} is no list`);
  return { ...field, type: field.type };
}

/** The aggregate that a use case belongs to. */
export function aggregateOf(useCase: UseCaseModel, model: ContextModel): AggregateModel {
  return aggregateNamed(model, useCase.aggregate);
}

export function operationOf(useCase: UseCaseModel, model: ContextModel, operation: string): OperationModel {
  return operationNamed(aggregateOf(useCase, model), operation);
}

export function finderOf(useCase: UseCaseModel, model: ContextModel, finder: string): FinderModel {
  return named(aggregateOf(useCase, model).finders, finder);
}

/** The type of an identity as callers give it: a uuid unless the plan says otherwise. */
export function identityType({ identity }: AggregateModel | EntityModel): TypeModel {
  return identity.kind === 'given' ? identity.type : { kind: 'scalar', scalar: 'uuid' };
}

/** What a reference is on the wire: the identity of its target, or text for another context's aggregate. */
export function impliedIdentity(model: ContextModel, { target }: RefType): TypeModel {
  if (target.kind === 'foreign') return { kind: 'scalar', scalar: 'string', min: '1', max: '255' };
  const aggregate = aggregateNamed(model, target.aggregate);
  return identityType(target.kind === 'entity' ? entityNamed(aggregate, target.entity) : aggregate);
}

function named<T extends { readonly name: string }>(elements: readonly T[], name: string): T {
  const element = elements.find((candidate) => candidate.name === name);
  if (element === undefined) throw new Error(`the model has no ${name}`);
  return element;
}

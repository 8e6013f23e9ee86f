import type {
  AggregateModel,
  ContextModel,
  EntityModel,
  FinderModel,
  OperationModel,
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

/** The aggregate that a use case belongs to. */
export function aggregateOf(useCase: UseCaseModel, model: ContextModel): AggregateModel {
  return aggregateNamed(model, useCase.aggregate);
}

export function operationOf(useCase: UseCaseModel, model: ContextModel, operation: string): OperationModel {
  return named(aggregateOf(useCase, model).operations, operation);
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

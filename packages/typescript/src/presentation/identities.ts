import type { AggregateModel, ContextModel, EntityModel, RefType, TypeModel } from '@planner/model';
import { identityType } from '../application/identity';

const FOREIGN: TypeModel = { kind: 'scalar', scalar: 'string', min: '1', max: '255' };

/** What a reference is on the wire: the identity of its target, or text for another context's aggregate. */
export function impliedIdentity(model: ContextModel, { target }: RefType): TypeModel {
  if (target.kind === 'foreign') return FOREIGN;
  const aggregate = aggregateNamed(model, target.aggregate);
  return identityType(target.kind === 'entity' ? entityNamed(aggregate, target.entity) : aggregate);
}

export function aggregateNamed(model: ContextModel, name: string): AggregateModel {
  const aggregate = model.aggregates.find((candidate) => candidate.name === name);
  if (!aggregate) throw new Error(`the model has no aggregate ${name}`);
  return aggregate;
}

export function entityNamed(aggregate: AggregateModel, name: string): EntityModel {
  const entity = aggregate.entities.find((candidate) => candidate.name === name);
  if (!entity) throw new Error(`${aggregate.name} has no entity ${name}`);
  return entity;
}

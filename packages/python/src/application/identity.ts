import type { AggregateModel, TypeModel } from '@planner/model';

/** The reference to an aggregate, as callers give it: its id type. */
export function ownReference({ name }: AggregateModel): TypeModel {
  return { kind: 'ref', target: { kind: 'aggregate', aggregate: name } };
}

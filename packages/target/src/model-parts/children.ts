import type { AggregateModel, OperationModel, TypeModel } from '@planner/model';
import { fieldNamed } from './look-ups';

/** Whether the type is an entity, or a list or map that holds some. */
export function holdsEntity(type: TypeModel): boolean {
  if (type.kind === 'list') return holdsEntity(type.element);
  if (type.kind === 'map') return holdsEntity(type.value);
  return type.kind === 'entity';
}

/** Whether the operation may change which entities the aggregate holds. */
export function mayChangeChildren(aggregate: AggregateModel, operation: OperationModel): boolean {
  const fields = [
    ...operation.assignments.filter(({ value }) => value.kind === 'parameter'),
    ...operation.additions,
  ].map(({ field }) => field);
  return fields.some((field) => holdsEntity(fieldNamed(aggregate, field).type));
}

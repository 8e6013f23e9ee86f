import type { AggregateModel, OperationModel, UseCaseModel } from '@planner/model';

import { type ExposedRpc, exposedRpcs, type Exposure } from './exposed';

/** What the network offers for one aggregate; a use case that several services expose is called through the first. */
export interface ExposedAggregate {
  readonly model: AggregateModel;
  readonly create?: ExposedOperation;
  readonly get?: ExposedRpc;
  readonly list?: ExposedRpc;
  /** Finders with at most one result. */
  readonly singles: readonly ExposedRpc[];
  /** Changes and deletes. */
  readonly operations: readonly ExposedOperation[];
  readonly customs: readonly ExposedRpc[];
}

export interface ExposedOperation extends ExposedRpc {
  readonly operation: OperationModel;
}

export function exposedAggregates(context: Exposure): ExposedAggregate[] {
  const rpcs = exposedRpcs(context).filter(
    (rpc, index, all) => all.findIndex(({ useCase }) => useCase === rpc.useCase) === index,
  );
  return context.model.aggregates.map((model) =>
    exposedAggregate(
      model,
      rpcs.filter(({ useCase }) => useCase.aggregate === model.name),
    ),
  );
}

function exposedAggregate(model: AggregateModel, rpcs: readonly ExposedRpc[]): ExposedAggregate {
  const operations = rpcs.flatMap((rpc) => withOperation(model, rpc));
  const create = operations.find(({ operation }) => operation.kind === 'create');
  const get = rpcs.find(({ useCase }) => useCase.action.kind === 'get');
  const list = rpcs.find(({ useCase }) => isFinder(model, useCase, (finder) => finder.name === 'list'));
  return {
    model,
    ...(create ? { create } : {}),
    ...(get ? { get } : {}),
    ...(list ? { list } : {}),
    singles: rpcs.filter(({ useCase }) => isFinder(model, useCase, ({ single }) => single)),
    operations: operations.filter(({ operation }) => operation.kind !== 'create'),
    customs: rpcs.filter(({ useCase }) => useCase.action.kind === 'custom'),
  };
}

function withOperation(model: AggregateModel, rpc: ExposedRpc): ExposedOperation[] {
  const { action } = rpc.useCase;
  const operation =
    action.kind === 'operation' ? model.operations.find(({ name }) => name === action.operation) : undefined;
  return operation ? [{ ...rpc, operation }] : [];
}

function isFinder(
  model: AggregateModel,
  { action }: UseCaseModel,
  is: (finder: AggregateModel['finders'][number]) => boolean,
): boolean {
  return action.kind === 'finder' && model.finders.some((finder) => finder.name === action.finder && is(finder));
}

import { type ExposedAggregate, type Isolation, isolation, reachedStates } from '@planner/target';
import type { ImportSet } from '../../../imports';
import type { RenderContext } from '../../../render-context';
import { type CreationView, creationView } from './creation-view';
import { type FinderView, finderView } from './finder-view';
import { type OperationView, operationView } from './operation-view';
import { type RequestView, RpcRequests } from './rpc-requests';
import { type StateView, stateViews } from './state-view';
import { FIRST_NUMBER } from './unique-values';

/** What the template of one aggregate's tests is filled with. */
export interface AggregateView extends Isolation {
  readonly name: string;
  /** Where a count of what is unique begins. */
  readonly firstNumber: number;
  /** Requests of all rpcs. */
  readonly constants: readonly RequestView[];
  /** Whether there is a function `create`. */
  readonly canCreate: boolean;
  readonly creation: CreationView | undefined;
  readonly states: readonly StateView[];
  readonly get: RequestView | undefined;
  readonly list: FinderView | undefined;
  /** Finders of at most one. */
  readonly singles: readonly FinderView[];
  readonly operations: readonly OperationView[];
  /** Use cases that people write. */
  readonly customs: readonly RequestView[];
}

export function aggregateView(context: RenderContext, aggregate: ExposedAggregate, imports: ImportSet): AggregateView {
  const requests = new RpcRequests(context, imports);
  const states = reachedStates(aggregate);
  const { model } = aggregate;
  const views = {
    creation: aggregate.create && creationView(aggregate, aggregate.create, states[0]?.state, requests),
    get: aggregate.get && requests.unknown(aggregate.get),
    list: aggregate.list && finderView(aggregate, aggregate.list, requests),
    singles: aggregate.singles.map((single) => finderView(aggregate, single, requests)),
    operations: aggregate.operations.map((operation) => operationView(aggregate, operation, states, requests)),
    customs: aggregate.customs.map((custom) => requests.view(custom, 0)),
  };
  const all = [views.creation, views.get, views.list, ...views.singles, ...views.operations, ...views.customs];
  const used = views.operations.flatMap(({ allowed, forbidden }) =>
    [allowed, forbidden].filter((name) => name !== undefined),
  );
  return {
    name: model.name,
    firstNumber: FIRST_NUMBER,
    ...isolation(aggregate, requests.samples.at),
    constants: all.filter((view) => view !== undefined),
    canCreate: states.length > 0,
    states: stateViews(states, used, requests),
    ...views,
  };
}

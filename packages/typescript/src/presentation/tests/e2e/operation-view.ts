import {
  type ExposedAggregate,
  type ExposedOperation,
  hasRoomIn,
  isAllowed,
  listType,
  type ReachedState,
  refusesToRun,
  sizeAfterCreate,
  VARIANTS,
} from '@planner/target';
import { assignedLines } from './creation-view';
import { propertyOf, type RequestView, type RpcRequests } from './rpc-requests';
import { stateFunction } from './state-view';

/** How the tests call an operation of an aggregate that exists. */
export interface OperationView extends RequestView {
  readonly deletes: boolean;
  /** Whether a stub has to be written first. */
  readonly refuses: boolean;
  /** Whether it takes something from a list. */
  readonly removes: boolean;
  /** The functions that make an aggregate for which it is allowed, and one for which it is not; undefined if none can. */
  readonly allowed: string | undefined;
  readonly forbidden: string | undefined;
  /** Lines of the expected answer; undefined where samples cannot promise one. */
  readonly expected: readonly string[] | undefined;
  /** Properties of the request that depend on what was created. */
  readonly taken: readonly string[];
}

export function operationView(aggregate: ExposedAggregate, exposed: ExposedOperation, states: readonly ReachedState[], requests: RpcRequests): OperationView {
  const { operation } = exposed;
  const allowed = states.find(({ state }) => isAllowed(operation, state));
  const forbidden = states.find(({ state }) => !isAllowed(operation, state));
  const state = operation.to[0] ?? allowed?.state;
  const status = state === undefined ? [] : [requests.statusLine(aggregate.model.name, state)];
  return {
    ...requests.view(exposed, VARIANTS.LATER),
    deletes: operation.kind === 'delete',
    refuses: refusesToRun(operation),
    removes: operation.removals.length > 0,
    allowed: allowed && stateFunction(states, allowed.state),
    forbidden: forbidden && stateFunction(states, forbidden.state),
    expected: listsAllow(aggregate, exposed) ? ['id: before.id', 'version: before.version + 1n', ...status, ...assignedLines(exposed)] : undefined,
    taken: operation.removals.map(({ field, parameter }) => taken(aggregate, field, parameter)),
  };
}

/** Whether what the operation adds fits, and what it takes is there after create. */
function listsAllow(aggregate: ExposedAggregate, { operation }: ExposedOperation): boolean {
  const adds = operation.additions.every(({ field }) => hasRoomIn(aggregate, field));
  return adds && operation.removals.every(({ field }) => sizeAfterCreate(aggregate, field) > Number(listType(aggregate, field).min ?? 0));
}

/** The first element of a list, by its id if it is an entity. */
function taken(aggregate: ExposedAggregate, list: string, parameter: string): string {
  const element = `present(before.${propertyOf(list)}[0])`;
  return `${propertyOf(parameter)}: ${listType(aggregate, list).element.kind === 'entity' ? `${element}.id` : element}`;
}

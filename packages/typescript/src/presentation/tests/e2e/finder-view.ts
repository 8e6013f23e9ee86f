import type { ExposedAggregate, ExposedRpc } from '@planner/target';
import { messageProperty } from '../../ts-proto-names';
import { propertyOf, type RequestView, type RpcRequests } from './rpc-requests';

/** How the tests find what they created. */
export interface FinderView extends RequestView {
  /** Properties of the request that have to be given, with the values of `created`; undefined where create does not say them. */
  readonly filters: readonly string[] | undefined;
  /** Whether any filter has to be given. */
  readonly required: boolean;
  /** Property of a page that holds its elements; empty for a finder of one. */
  readonly items: string;
}

export function finderView(aggregate: ExposedAggregate, rpc: ExposedRpc, requests: RpcRequests): FinderView {
  const items = rpc.response.fields.find(({ origin }) => origin.kind === 'items');
  const filters = requiredFilters(aggregate, rpc);
  return {
    ...requests.unknown(rpc),
    filters: filters.includes(undefined) ? undefined : filters.filter((filter) => filter !== undefined),
    required: filters.length > 0,
    items: items ? messageProperty(items) : '',
  };
}

function requiredFilters(aggregate: ExposedAggregate, { request, useCase }: ExposedRpc): (string | undefined)[] {
  const { action } = useCase;
  const finder = aggregate.model.finders.find(({ name }) => action.kind === 'finder' && name === action.finder);
  const required = finder?.by.filter(({ optional }) => !optional) ?? [];
  return required.map(({ name, path: [root = '', ...inner], match }) => {
    const field = request.fields.find(({ origin }) => origin.kind === 'filter' && origin.name === name);
    if (!field || !isKnownAfterCreate(aggregate, root)) return undefined;
    const value = ['created', ...[root, ...inner].map(propertyOf)].join('.').replace(/(?<=\..*)\./g, '?.');
    return `${messageProperty(field)}: present(${value}${match === 'contains' ? '[0]' : ''})`;
  });
}

function isKnownAfterCreate({ model, create }: ExposedAggregate, field: string): boolean {
  if (['id', 'createdAt', 'updatedAt', model.lifecycle?.name].includes(field)) return true;
  return create?.operation.assignments.some((assignment) => assignment.field === field && assignment.value.kind === 'parameter') === true;
}

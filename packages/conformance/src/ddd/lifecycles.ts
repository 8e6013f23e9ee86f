import type { AggregateModel, ContextModel, LifecycleModel, OperationModel, UseCaseModel } from '@planner/model';
import type { Finding } from '../finding';
import { listed, warning, type ModelCheck } from './model-check';

/** A state that no chain of operations leads to. */
export const unreachableState: ModelCheck = ({ aggregates }) =>
  aggregates.flatMap(({ name, lifecycle, operations }) => {
    if (lifecycle === undefined) return [];
    const reached = reachableStates(lifecycle, operations);
    const missing = lifecycle.states.filter((state) => !reached.has(state));
    if (missing.length === 0) return [];
    const what = missing.length === 1 ? `The state ${missing[0] ?? ''} is` : `The states ${listed(missing)} are`;
    return warning(
      'ddd/unreachable-state',
      { ...lifecycle, name: 'lifecycle' },
      `${what} never reached: no operation leads ${name} there from ${lifecycle.initial}.`,
      `Add an operation with "to: ${missing[0] ?? ''}", or take the state away.`,
    );
  });

function reachableStates({ initial }: LifecycleModel, operations: readonly OperationModel[]): Set<string> {
  const creations = operations.filter(({ kind }) => kind === 'create').flatMap(({ to }) => to);
  const reached = new Set(creations.length === 0 ? [initial] : creations);
  const changes = operations.filter(({ kind }) => kind === 'change');
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of changes) {
      if (from === undefined || from.some((state) => reached.has(state))) to.forEach((state) => reached.add(state));
    }
  }
  return reached;
}

/**
 * A transition that nothing sets off: no rpc exposes its use case, no policy runs it. A custom command of the same aggregate that is set
 * off may call it in code that a person writes, so then this is but a note.
 */
export const unexposedTransition: ModelCheck = (model) =>
  model.aggregates.flatMap((aggregate) =>
    aggregate.operations
      .filter(({ kind, to, from }) => kind !== 'create' && (to.length > 0 || from !== undefined))
      .flatMap((operation) => unexposed(model, aggregate, operation)),
  );

function unexposed(model: ContextModel, aggregate: AggregateModel, operation: OperationModel): Finding[] {
  const own = model.useCases.filter((useCase) => useCase.aggregate === aggregate.name);
  const performing = own.filter(({ action }) => action.kind === 'operation' && action.operation === operation.name);
  if (performing.some((useCase) => isSetOff(model, useCase))) return [];
  const custom = own.filter(
    (useCase) => useCase.kind === 'command' && useCase.action.kind === 'custom' && isSetOff(model, useCase),
  );
  const names = listed(performing.map(({ name }) => name));
  const message = `Nothing sets off the transition ${aggregate.name}.${operation.name}: no rpc exposes ${names}, and no policy runs it.`;
  const hint = `List ${names} under "grpc", run it in a policy, or take the operation away.`;
  const found = warning('ddd/unexposed-transition', operation, message, hint);
  if (custom.length === 0) return found;
  const note = `${hint} All is well if the code of ${custom.map(({ name }) => name).join(' or ')} calls it.`;
  return found.map((finding) => ({ ...finding, severity: 'info', hint: note }));
}

function isSetOff({ grpcServices, policies }: ContextModel, { name }: UseCaseModel): boolean {
  return grpcServices.some(({ useCases }) => useCases.includes(name)) || policies.some(({ run }) => run === name);
}

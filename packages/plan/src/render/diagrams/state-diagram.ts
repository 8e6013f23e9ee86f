import type { AggregateModel, LifecycleModel } from '@planner/model';
import { plainLabel, stateName } from './mermaid-names';

/**
 * The lifecycle of an aggregate in Mermaid's language: from the initial state over every operation, to the end where one
 * deletes. An operation that is allowed in a state and leaves it there is an arrow back to the state.
 */
export function stateDiagram(aggregate: AggregateModel, lifecycle: LifecycleModel): string {
  const declarations = lifecycle.states.flatMap((state) => stateName(state).declaration ?? []);
  const create = aggregate.operations.find((operation) => operation.kind === 'create');
  const starts = create && create.to.length > 0 ? create.to : [lifecycle.initial];
  const arrows = [
    ...starts.map((state) => arrow('[*]', stateName(state).id, create?.name ?? 'create')),
    ...aggregate.operations
      .filter((operation) => operation.kind !== 'create')
      .flatMap((operation) => {
        const from = operation.from ?? (operation.to.length > 0 || operation.kind === 'delete' ? lifecycle.states : []);
        return from.flatMap((state) =>
          targets(operation, state).map((target) => arrow(stateName(state).id, target, operation.name)),
        );
      }),
  ];
  const drawn = new Set(arrows.flatMap((line) => line.split(' : ')[0]?.split(' --> ') ?? []));
  const lonely = lifecycle.states
    .map((state) => stateName(state))
    .filter(({ id, declaration }) => declaration === undefined && !drawn.has(id));
  return [
    'stateDiagram-v2',
    ...[...declarations, ...lonely.map(({ id }) => id), ...arrows].map((line) => `  ${line}`),
  ].join('\n');
}

function targets(operation: AggregateModel['operations'][number], state: string): string[] {
  if (operation.kind === 'delete') return ['[*]'];
  return (operation.to.length > 0 ? operation.to : [state]).map((target) => stateName(target).id);
}

function arrow(from: string, to: string, label: string): string {
  return `${from} --> ${to} : ${plainLabel(label)}`;
}

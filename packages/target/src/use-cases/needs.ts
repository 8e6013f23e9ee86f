import type { UseCaseModel, UseModel } from '@planner/model';

/** What a use case is given. */
export type Need =
  | { readonly kind: 'unitOfWork' | 'clock' | 'ids' }
  | { readonly kind: 'queries'; readonly aggregate: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'adapter'; readonly adapter: string };

/**
 * In the order in which it is given: a command gets the unit of work, the clock and the ids; a query the read side of its
 * aggregate and of those that it uses; both get the services and adapters that the plan names under `uses`.
 */
export function useCaseNeeds(useCase: UseCaseModel): readonly Need[] {
  return [...(useCase.kind === 'command' ? COMMAND_NEEDS : queryNeeds(useCase)), ...usedNeeds(useCase.uses)];
}

const COMMAND_NEEDS: readonly Need[] = [{ kind: 'unitOfWork' }, { kind: 'clock' }, { kind: 'ids' }];

function queryNeeds({ aggregate, uses }: UseCaseModel): Need[] {
  const used = uses.flatMap((use) => (use.kind === 'aggregate' ? [use.aggregate] : []));
  return [...new Set([aggregate, ...used])].map((name) => ({ kind: 'queries', aggregate: name }));
}

/** A use case may name several operations of one adapter: it is given once. */
function usedNeeds(uses: readonly UseModel[]): Need[] {
  const services = uses.flatMap((use) => (use.kind === 'service' ? [use.service] : []));
  const adapters = uses.flatMap((use) => (use.kind === 'adapter' ? [use.adapter] : []));
  return [
    ...[...new Set(services)].map((service): Need => ({ kind: 'service', service })),
    ...[...new Set(adapters)].map((adapter): Need => ({ kind: 'adapter', adapter })),
  ];
}

/** Aggregates whose repositories the rules of a command ask. */
export function askedAggregates(useCase: UseCaseModel): string[] {
  if (useCase.kind === 'query' || useCase.requires.length === 0) return [];
  const used = useCase.uses.flatMap((use) => (use.kind === 'aggregate' ? [use.aggregate] : []));
  return [...new Set(useCase.action.kind === 'custom' ? [useCase.aggregate, ...used] : used)];
}

import { snakeCase, type UseCaseModel, type UseModel } from '@planner/model';
import { binding } from '../names';
import type { ApplicationNames } from './names';

/** What a use case is given, by its constructor. */
export type Need =
  | { readonly kind: 'unitOfWork' | 'clock' | 'ids' }
  | { readonly kind: 'queries'; readonly aggregate: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'adapter'; readonly adapter: string };

/** One argument of a use case's constructor; `parameter` is unique among them, and `self._<parameter>` holds it. */
export type Dependency = Need & { readonly parameter: string };

/**
 * The constructor's arguments in their order. A command gets the unit of work, the clock and the ids; a query the read side
 * of its aggregate and of those that it uses; both get the services and adapters that the plan names under `uses`.
 */
export function dependencies(useCase: UseCaseModel, names: ApplicationNames): readonly Dependency[] {
  const needs = [...(useCase.kind === 'command' ? COMMAND_NEEDS : queryNeeds(useCase)), ...usedNeeds(useCase.uses)];
  const taken = ['self', 'command', 'query', 'now', 'rules', 'work'];
  return needs.map((need) => {
    const parameter = binding(parameterName(need, names), taken);
    taken.push(parameter);
    return { ...need, parameter };
  });
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

function parameterName(need: Need, names: ApplicationNames): string {
  switch (need.kind) {
    case 'queries':
      return names.aggregate(need.aggregate).queriesParameter;
    case 'service':
      return snakeCase(need.service);
    case 'adapter':
      return names.adapter(need.adapter).parameter;
    case 'unitOfWork':
      return 'unit_of_work';
    default:
      return need.kind;
  }
}

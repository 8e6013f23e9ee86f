import { lowerFirst, type UseCaseModel } from '@planner/model';
import { type Need, useCaseNeeds } from '@planner/target';
import { binding, method } from '../names';
import type { ApplicationNames } from './names';

/** One argument of a use case's constructor; `parameter` is unique among them. */
export type Dependency = Need & { readonly parameter: string };

/** The constructor's arguments in their order. */
export function dependencies(useCase: UseCaseModel, names: ApplicationNames): readonly Dependency[] {
  const taken = ['execute'];
  return useCaseNeeds(useCase).map((need) => {
    const parameter = binding(method(parameterName(need, names), taken), taken);
    taken.push(parameter);
    return { ...need, parameter };
  });
}

function parameterName(need: Need, names: ApplicationNames): string {
  switch (need.kind) {
    case 'queries':
      return names.aggregate(need.aggregate).queriesProperty;
    case 'service':
      return lowerFirst(need.service);
    case 'adapter':
      return names.adapter(need.adapter).property;
    default:
      return need.kind;
  }
}

import { snakeCase, type UseCaseModel } from '@planner/model';
import { type Need, useCaseNeeds } from '@planner/target';
import { binding } from '../names';
import type { ApplicationNames } from './names';

/** One argument of a use case's constructor; `parameter` is unique among them, and `self._<parameter>` holds it. */
export type Dependency = Need & { readonly parameter: string };

/** The constructor's arguments in their order. */
export function dependencies(useCase: UseCaseModel, names: ApplicationNames): readonly Dependency[] {
  const taken = ['self', 'command', 'query', 'now', 'rules', 'work'];
  return useCaseNeeds(useCase).map((need) => {
    const parameter = binding(parameterName(need, names), taken);
    taken.push(parameter);
    return { ...need, parameter };
  });
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

import type { ContextModel, DefaultModel, Element, ParameterModel, TypeModel, UseCaseModel } from '@planner/model';
import { finderOf, operationOf } from '../model-parts';

/** What a caller of a use case gives, beside the implied properties: a parameter, a filter or an input. */
export type RequestSlot =
  | ParameterModel
  | (Element & { readonly type: TypeModel; readonly optional: boolean; readonly default?: DefaultModel });

/** In the order of the plan. */
export function requestSlots(useCase: UseCaseModel, model: ContextModel): readonly RequestSlot[] {
  const { action } = useCase;
  switch (action.kind) {
    case 'operation':
      return operationOf(useCase, model, action.operation).parameters;
    case 'get':
      return [];
    case 'finder':
      return finderOf(useCase, model, action.finder).by;
    case 'custom':
      return useCase.input;
  }
}

/** `id` and `expectedVersion` of a change, `id` of a get, `page` of a query that pages. */
export function impliedProperties(
  useCase: UseCaseModel,
  model: ContextModel,
): readonly ('id' | 'expectedVersion' | 'page')[] {
  const { action } = useCase;
  if (action.kind === 'operation')
    return operationOf(useCase, model, action.operation).kind === 'create' ? [] : ['id', 'expectedVersion'];
  if (action.kind === 'get') return ['id'];
  return useCase.output.kind === 'page' ? ['page'] : [];
}

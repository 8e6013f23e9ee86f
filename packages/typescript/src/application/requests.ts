import type { AggregateModel, ContextModel, DefaultModel, Element, FinderModel, OperationModel, ParameterModel, TypeModel, UseCaseModel } from '@planner/model';

/** What a caller of a use case gives, beside the implied properties: a parameter, a filter or an input. */
export type RequestSlot = ParameterModel | (Element & { readonly type: TypeModel; readonly optional: boolean; readonly default?: DefaultModel });

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
export function impliedProperties(useCase: UseCaseModel, model: ContextModel): readonly ('id' | 'expectedVersion' | 'page')[] {
  const { action } = useCase;
  if (action.kind === 'operation') return operationOf(useCase, model, action.operation).kind === 'create' ? [] : ['id', 'expectedVersion'];
  if (action.kind === 'get') return ['id'];
  return useCase.output.kind === 'page' ? ['page'] : [];
}

/** The aggregate that a use case belongs to. Throws where the model does not have it. */
export function aggregateOf(useCase: UseCaseModel, model: ContextModel): AggregateModel {
  return aggregateNamed(model, useCase.aggregate);
}

export function aggregateNamed({ aggregates }: ContextModel, name: string): AggregateModel {
  return named(aggregates, name);
}

export function operationOf(useCase: UseCaseModel, model: ContextModel, operation: string): OperationModel {
  return named(aggregateOf(useCase, model).operations, operation);
}

export function finderOf(useCase: UseCaseModel, model: ContextModel, finder: string): FinderModel {
  return named(aggregateOf(useCase, model).finders, finder);
}

function named<T extends { readonly name: string }>(elements: readonly T[], name: string): T {
  const element = elements.find((candidate) => candidate.name === name);
  if (element === undefined) throw new Error(`the model has no ${name}`);
  return element;
}

import type { AggregateModel, UseCaseModel } from '@planner/model';
import { finderOf, operationOf, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderDto, renderValueObjectDto } from './dtos';
import { renderAdapterPort } from './ports/adapter-port';
import { renderFixedPorts } from './ports/fixed-ports';
import { renderQueriesPort } from './ports/queries-port';
import { renderCustomTest } from './tests/custom-test';
import { renderOperationTest } from './tests/operation-test';
import { renderFinderTest, renderGetTest } from './tests/query-test';
import { renderStored, renderSurroundings } from './tests/support';
import { renderLoad, renderOperation } from './use-cases/command';
import { renderCustom } from './use-cases/custom';
import { renderShapes } from './use-cases/header';
import { renderFinder, renderGet } from './use-cases/query';
import { renderRules } from './use-cases/rules';

export { type Dependency, dependencies } from './dependencies';
export * from './names';
export { impliedFields } from './requests';

/** Phase 3: ports, DTOs and use cases; and their tests, of phase 6. */
export function renderApplication(context: RenderContext): RenderedFile[] {
  const { model } = context;
  return [
    ...renderFixedPorts(context),
    ...model.adapters.map((adapter) => renderAdapterPort(context, adapter)),
    ...model.valueObjects.flatMap((item) => (item.kind === 'composite' ? [renderValueObjectDto(context, item)] : [])),
    ...model.aggregates.flatMap((aggregate) => renderAggregate(context, aggregate)),
    ...model.useCases.flatMap((useCase) => [
      renderUseCase(context, useCase),
      ...renderShapes(context, useCase),
      ...renderRules(context, useCase),
    ]),
    ...renderTests(context),
  ];
}

function renderAggregate(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const changes = context.model.useCases.some(
    (useCase) => useCase.aggregate === aggregate.name && isChange(context, useCase),
  );
  return [
    renderDto(context, aggregate),
    renderQueriesPort(context, aggregate),
    ...(changes ? [renderLoad(context, aggregate.name)] : []),
  ];
}

function isChange({ model }: RenderContext, useCase: UseCaseModel): boolean {
  const { action } = useCase;
  return action.kind === 'operation' && operationOf(useCase, model, action.operation).kind !== 'create';
}

function renderUseCase(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { action } = useCase;
  switch (action.kind) {
    case 'operation':
      return renderOperation(context, useCase, operationOf(useCase, context.model, action.operation));
    case 'get':
      return renderGet(context, useCase);
    case 'finder':
      return renderFinder(context, useCase, finderOf(useCase, context.model, action.finder));
    case 'custom':
      return renderCustom(context, useCase);
  }
}

function renderTests(context: RenderContext): RenderedFile[] {
  const { model } = context;
  return [
    ...renderSurroundings(context),
    ...model.aggregates.map((aggregate) => renderStored(context, aggregate)),
    ...model.useCases.map((useCase) => renderUseCaseTest(context, useCase)),
  ];
}

function renderUseCaseTest(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { action } = useCase;
  switch (action.kind) {
    case 'operation':
      return renderOperationTest(context, useCase, operationOf(useCase, context.model, action.operation));
    case 'get':
      return renderGetTest(context, useCase);
    case 'finder':
      return renderFinderTest(context, useCase, finderOf(useCase, context.model, action.finder));
    case 'custom':
      return renderCustomTest(context, useCase);
  }
}

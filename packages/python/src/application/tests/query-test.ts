import type { FinderModel, UseCaseModel } from '@planner/model';
import { aggregateOf, type RenderedFile } from '@planner/target';
import { stateSamples } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { finderNames } from '../ports/queries-port';
import { requestAttribute } from '../use-cases/input';
import { requestMembers } from './request-samples';
import type { Member } from './scenario';
import { call, renderTest, requestConstant, testNames } from './set-up';

/** Tests of a use case that answers one aggregate by its identity. */
export function renderGetTest(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const imports = importsOf(context, useCase);
  imports.kernel('errors', 'NotFoundError');
  const members = [{ name: 'id', value: `${testNames(context, useCase).one}.id` }];
  return render(context, useCase, 'get', {}, members, imports);
}

/** Tests of a use case that runs a finder: one result or a page. */
export function renderFinderTest(context: RenderContext, useCase: UseCaseModel, finder: FinderModel): RenderedFile {
  const imports = importsOf(context, useCase);
  const names = finderNames(context.application.aggregate(useCase.aggregate), finder);
  const members = requestMembers(context, useCase, new Map(), imports);
  const filters = finder.by.map(
    ({ name }) => `${names.attributes.get(name) ?? name}=QUERY.${requestAttribute(context, useCase, name)}`,
  );
  const filter = filters.length === 0 ? [] : [`${imports.value(names.filter)}(${filters.join(', ')})`];
  const method = pyString(names.method);
  if (finder.single) {
    imports.kernel('errors', 'NotFoundError');
    return render(context, useCase, 'find_one', { asked: calls(filter), method }, members, imports);
  }
  return renderPage(context, useCase, method, calls([...filter, 'QUERY.page']), members, imports);
}

function renderPage(
  context: RenderContext,
  useCase: UseCaseModel,
  method: string,
  asked: string,
  members: readonly Member[],
  imports: ImportSet,
): RenderedFile {
  const { application } = context;
  const request = imports.value(application.pageRequest);
  imports.value(application.page);
  imports.value(application.invalidPageTokenError);
  const fresh = `${imports.value(application.aggregate(useCase.aggregate).stored)}()`;
  const view = {
    asked,
    method,
    emptyCall: call(context, useCase, fresh),
    badTokenCall: call(context, useCase, fresh, `replace(QUERY, page=${request}(size=10, token="no token"))`),
    largeCall: call(context, useCase, testNames(context, useCase).many, `replace(QUERY, page=${request}(size=1_000))`),
  };
  return render(
    context,
    useCase,
    'find_page',
    view,
    [...members, { name: 'page', value: `${request}(size=10)` }],
    imports,
  );
}

function render(
  context: RenderContext,
  useCase: UseCaseModel,
  template: 'get' | 'find_one' | 'find_page',
  view: object,
  members: readonly Member[],
  imports: ImportSet,
): RenderedFile {
  const { application } = context;
  const names = testNames(context, useCase);
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const sample = imports.value(stateSamples(context, aggregateOf(useCase, context.model)).first);
  if (template !== 'get') imports.from('unittest.mock', 'AsyncMock');
  const constants = [{ name: names.one, value: `${sample}()` }, ...requestConstant(context, useCase, members, imports)];
  const dto = template === 'get' ? '' : imports.value(application.aggregate(useCase.aggregate).dto);
  const prepare = [`${names.many} = ${stored}()`];
  const parts = { template, constants, takesUnitOfWork: false, view: { ...view, dto }, prepare };
  return renderTest(context, useCase, parts, imports);
}

function importsOf(context: RenderContext, useCase: UseCaseModel): ImportSet {
  return context.imports(context.application.useCase(useCase.name).testFile);
}

function calls(given: readonly string[]): string {
  return given.join(', ');
}

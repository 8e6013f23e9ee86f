import type { FinderModel, UseCaseModel } from '@planner/model';
import { type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { property } from '../use-cases/input';
import { aggregateData } from './aggregate-samples';
import { requestMembers } from './request-samples';
import type { Member } from './scenario';
import { call, refusals, requestConstant, setUp, testNames } from './set-up';

/** Tests of a use case that answers one aggregate by its identity. */
export function renderGetTest(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const imports = importsOf(context, useCase);
  imports.kernel('NotFoundError');
  return render(context, useCase, 'get', {}, [{ name: 'id', value: `${testNames(context, useCase).one}.id` }], imports);
}

/** Tests of a use case that runs a finder: one result or a page. */
export function renderFinderTest(context: RenderContext, useCase: UseCaseModel, finder: FinderModel): RenderedFile {
  const imports = importsOf(context, useCase);
  const method = context.application.aggregate(useCase.aggregate).finders.get(finder.name)?.method ?? finder.name;
  const members = requestMembers(context, useCase, new Map(), imports);
  const filters = finder.by.map(({ name }) => `${name}: QUERY.${property(context, useCase, name)}`);
  const filter = filters.length === 0 ? [] : [`{ ${filters.join(', ')} }`];
  if (finder.single) return renderOne(context, useCase, method, filter.join(''), members, imports);
  return renderPage(context, useCase, method, [...filter, 'QUERY.page'].join(', '), [...members, { name: 'page', value: '{ size: 10, token: undefined }' }], imports);
}

function renderOne(context: RenderContext, useCase: UseCaseModel, method: string, asked: string, members: readonly Member[], imports: ImportSet): RenderedFile {
  imports.kernel('NotFoundError');
  return render(context, useCase, 'find-one', { asked, method: stringLiteral(method) }, members, imports);
}

function renderPage(context: RenderContext, useCase: UseCaseModel, method: string, asked: string, members: readonly Member[], imports: ImportSet): RenderedFile {
  imports.value(context.application.invalidPageTokenError);
  imports.value({ name: 'violatedPaths', file: context.application.surroundings });
  const fresh = `new ${imports.value(context.application.aggregate(useCase.aggregate).stored)}()`;
  const view = {
    asked,
    method: stringLiteral(method),
    emptyCall: call(context, useCase, fresh),
    badSizeCall: call(context, useCase, fresh, '{ ...QUERY, page: { size: -1, token: undefined } }'),
    badTokenCall: call(context, useCase, fresh, "{ ...QUERY, page: { size: 10, token: 'no token' } }"),
  };
  return render(context, useCase, 'find-page', view, members, imports);
}

function render(context: RenderContext, useCase: UseCaseModel, template: 'get' | 'find-one' | 'find-page', view: object, members: readonly Member[], imports: ImportSet): RenderedFile {
  const { application } = context;
  const names = testNames(context, useCase);
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const one = { name: names.one, type: imports.type(application.aggregate(useCase.aggregate).dto), value: `${imports.value(aggregateData(context, useCase.aggregate))}()` };
  const test = {
    ...view,
    title: stringLiteral(useCase.name),
    one: names.one,
    many: names.many,
    stored,
    call: call(context, useCase, names.many),
    refusals: refusals(context, useCase, [`const ${names.many} = new ${stored}();`], imports),
  };
  const constants = [one, ...requestConstant(context, useCase, members, imports)];
  const head = setUp(context, useCase, { constants, takesUnitOfWork: false, usesMocks: template !== 'get' || useCase.requires.length > 0 }, imports);
  return context.file(6, application.useCase(useCase.name).testFile, context.templates.render(`application/tests/${template}.test.ts`, { ...test, setUp: head }));
}

function importsOf(context: RenderContext, useCase: UseCaseModel): ImportSet {
  return context.imports(context.application.useCase(useCase.name).testFile);
}

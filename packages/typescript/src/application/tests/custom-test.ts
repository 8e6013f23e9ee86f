import type { UseCaseModel } from '@planner/model';
import { impliedProperties, type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { requestMembers } from './request-samples';
import { call, refusals, requestConstant, setUp, testNames } from './set-up';

/** Tests of a use case that people write: it says that it is unfinished, and refuses what it would refuse anyway. */
export function renderCustomTest(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { application } = context;
  const { testFile } = application.useCase(useCase.name);
  const imports = context.imports(testFile);
  imports.kernel('NotImplementedError');
  const names = testNames(context, useCase);
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const page = impliedProperties(useCase, context.model).includes('page') ? [{ name: 'page', value: '{ size: 10, token: undefined }' }] : [];
  const view = {
    title: stringLiteral(useCase.name),
    call: call(context, useCase, `new ${stored}()`),
    refusals: refusals(context, useCase, [`const ${names.many} = new ${stored}();`], imports),
  };
  const constants = requestConstant(context, useCase, [...requestMembers(context, useCase, new Map(), imports), ...page], imports);
  const head = setUp(context, useCase, { constants, takesUnitOfWork: false, usesMocks: useCase.requires.length > 0 }, imports);
  return context.file(6, testFile, context.templates.render('application/tests/custom.test.ts', { ...view, setUp: head }));
}

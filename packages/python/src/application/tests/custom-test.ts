import type { UseCaseModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { impliedFields } from '../requests';
import { requestMembers } from './request-samples';
import { call, renderTest, requestConstant, testNames } from './set-up';

/** Tests of a use case that people write: it says that it is unfinished, and refuses what it would refuse anyway. */
export function renderCustomTest(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { application } = context;
  const imports = context.imports(application.useCase(useCase.name).testFile);
  imports.kernel('errors', 'UnimplementedError');
  const names = testNames(context, useCase);
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const pages = impliedFields(useCase, context.model).includes('page');
  const page = pages ? [{ name: 'page', value: `${imports.value(application.pageRequest)}(size=10)` }] : [];
  const members = [...requestMembers(context, useCase, new Map(), imports), ...page];
  const constants = requestConstant(context, useCase, members, imports);
  const view = { call: call(context, useCase, `${stored}()`) };
  const prepare = [`${names.many} = ${stored}()`];
  return renderTest(
    context,
    useCase,
    { template: 'custom', constants, takesUnitOfWork: false, view, prepare },
    imports,
  );
}

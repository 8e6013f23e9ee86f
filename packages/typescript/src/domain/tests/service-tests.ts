import { commentText, type RenderedFile, serviceStubs, stringLiteral } from '@planner/target';
import { kebabCase, type ServiceModel } from '@planner/model';
import type { RenderContext } from '../../render-context';

/** Nothing to test yet: every method is to be written. */
export function renderServiceTest(context: RenderContext, service: ServiceModel): RenderedFile {
  const view = {
    name: stringLiteral(service.name),
    todos: serviceStubs(service, context.names).map(({ name, text }) => stringLiteral(`${name}: ${commentText(text)}`)),
  };
  return context.file(
    6,
    `test/unit/domain/services/${kebabCase(service.name)}.test.ts`,
    context.templates.render('domain/tests/service.test.ts', view),
  );
}

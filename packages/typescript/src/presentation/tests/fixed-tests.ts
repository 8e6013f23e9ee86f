import { stringLiteral, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';

/** Tests of what is the same for every plan, and what tests of this layer share. */
export function renderFixedTests(context: RenderContext): RenderedFile[] {
  const kernel = context.project.kernel.packageName;
  const domain = stringLiteral(context.model.context);
  const { name, file } = context.application.invalidPageTokenError;
  const render = (path: string, template: string): RenderedFile => {
    const view = { kernel, domain, invalidPageTokenError: name, pageModule: context.imports(path).specifier(file) };
    return context.file(6, path, context.templates.render(`presentation/test/${template}`, view));
  };
  return [
    render('test/support/error-details.ts', 'error-details.ts'),
    render('test/support/violated-fields.ts', 'violated-fields.ts'),
    ...['error-mapping', 'rpc', 'scalars'].map((test) => render(`test/unit/presentation/${test}.test.ts`, `unit/${test}.test.ts`)),
  ];
}

import type { RenderedFile } from '@planner/target';
import { moduleOf } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';

/** Tests of what is the same for every plan, and what tests of this layer share. */
export function renderFixedTests(context: RenderContext): RenderedFile[] {
  const { name, file } = context.application.invalidPageTokenError;
  const view = { domain: pyString(context.model.context), invalidPageTokenError: name, pageModule: moduleOf(file) };
  const render = (path: string, template: string): RenderedFile =>
    context.file(6, path, context.templates.render(`presentation/tests/${template}`, view));
  return [
    render('tests/support/errors.py', 'support/errors.py'),
    render('tests/support/messages.py', 'support/messages.py'),
    ...['error_mapping', 'scalars'].map((test) => render(`tests/unit/presentation/test_${test}.py`, `unit/${test}.py`)),
  ];
}

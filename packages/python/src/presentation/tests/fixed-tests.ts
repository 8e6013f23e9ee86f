import type { Exported, RenderedFile } from '@planner/target';
import { moduleOf } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { fixed } from '../places';

export const SERVER_SUPPORT = 'tests/support/server.py';

/** Tests of what is the same for every plan, and what tests of this layer share. */
export function renderFixedTests(context: RenderContext): RenderedFile[] {
  const { name, file } = context.application.invalidPageTokenError;
  const view = { domain: pyString(context.model.context), invalidPageTokenError: name, pageModule: moduleOf(file) };
  const render = (path: string, template: string): RenderedFile =>
    context.file(6, path, context.templates.render(`presentation/tests/${template}`, view));
  /** Of something that is tried in a server of the test's own. */
  const serverTest = (test: string, tested: readonly Exported[], support: readonly string[]): RenderedFile => {
    const path = `tests/unit/presentation/test_${test}.py`;
    const imports = context.imports(path);
    for (const exported of [...tested, ...support.map((name) => ({ name, file: SERVER_SUPPORT }))])
      imports.value(exported);
    return context.file(
      6,
      path,
      context.templates.render(`presentation/tests/unit/${test}.py`, { imports: imports.print() }),
    );
  };
  return [
    render('tests/support/errors.py', 'support/errors.py'),
    render('tests/support/messages.py', 'support/messages.py'),
    render(SERVER_SUPPORT, 'support/server.py'),
    serverTest(
      'interceptor',
      [fixed('errors/interceptor', 'ErrorMappingInterceptor'), context.infrastructure.createLogger],
      ['served'],
    ),
    serverTest('health', [fixed('health', 'HealthReporter')], ['NOT_SERVING', 'SERVING', 'health_of', 'served']),
    serverTest('open_streams', [fixed('open_streams', 'OpenStreams')], ['served']),
    ...['error_mapping', 'scalars'].map((test) => render(`tests/unit/presentation/test_${test}.py`, `unit/${test}.py`)),
  ];
}

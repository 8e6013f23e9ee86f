import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';

export const DOMAIN_SUPPORT = 'test/support/domain.ts';
/** Loaded before every test file. */
export const EQUALITY_SETUP = 'test/support/equality.ts';

export function renderSupport(context: RenderContext): RenderedFile[] {
  const equality = context.imports(EQUALITY_SETUP);
  for (const name of ['Bytes', 'Decimal', 'FrozenMap', 'Temporal', 'valuesEqual']) equality.kernel(name);
  const domain = context.imports(DOMAIN_SUPPORT);
  for (const name of ['Bytes', 'Temporal']) domain.kernel(name);
  domain.package('vitest', 'expect');
  return [
    context.file(
      6,
      EQUALITY_SETUP,
      context.templates.render('domain/tests/equality.ts', { imports: equality.print() }),
    ),
    context.file(6, DOMAIN_SUPPORT, context.templates.render('domain/tests/support.ts', { imports: domain.print() })),
  ];
}

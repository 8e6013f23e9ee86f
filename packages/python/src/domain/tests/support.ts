import type { Exported, RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';

export const DOMAIN_SUPPORT = 'tests/support/domain.py';
export const CHANGE_CONTEXT_FILE = 'tests/samples/change_context.py';

/**
 * A test module: `template` prints all but the imports. Of `candidates` and of what tests have in common, it imports what it
 * names.
 */
export function testModule(
  context: RenderContext,
  file: string,
  template: string,
  view: object,
  imports: ImportSet,
  candidates: readonly Exported[] = [],
): RenderedFile {
  const body = context.templates.render(`domain/tests/${template}`, view);
  importUsed(imports, body, candidates);
  return context.file(6, file, `${imports.print()}\n\n${body}`);
}

const SHARED: readonly Exported[] = [
  ...['NOW', 'change_context', 'new_id'].map((name) => ({ name, file: CHANGE_CONTEXT_FILE })),
  ...['answers', 'assert_frozen', 'refuses', 'unchanged', 'violates'].map((name) => ({ name, file: DOMAIN_SUPPORT })),
];

function importUsed(imports: ImportSet, body: string, candidates: readonly Exported[]): void {
  const code = body.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""');
  const uses = (name: string) => new RegExp(`(?<![\\w.])${name}\\b`).test(code);
  for (const exported of [...SHARED, ...candidates]) if (uses(exported.name)) imports.value(exported);
  if (uses('replace')) imports.from('dataclasses', 'replace');
  if (uses('Callable')) imports.from('collections.abc', 'Callable');
  if (uses('NewType')) imports.from('typing', 'NewType');
  if (uses('pytest')) imports.module('pytest');
}

export function renderSupport(context: RenderContext): RenderedFile[] {
  const file = (path: string, template: string) =>
    context.file(6, path, context.templates.render(`domain/tests/${template}`, {}));
  return [file(DOMAIN_SUPPORT, 'support.py'), file(CHANGE_CONTEXT_FILE, 'change-context.py')];
}

/** What an assertion says about an expected value: `== 3`, `is True`. */
export function equals(value: string): string {
  return ['True', 'False', 'None'].includes(value) ? `is ${value}` : `== ${value}`;
}

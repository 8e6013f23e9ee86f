import { snakeCase } from '@planner/model';
import { type Phase, type Placement, type RenderedFile, todoComment, todoText } from '@planner/target';
import { basename } from 'node:path/posix';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';

const EXTRA = 'extra/file/';

/** Files that a plan lists and that are no artifact of its model: a class to write, or a test to write. */
export function renderExtras(context: RenderContext): RenderedFile[] {
  const placements = Object.entries(context.request.placements ?? {});
  return placements.filter(([id]) => id.startsWith(EXTRA)).map(([, placement]) => renderExtra(context, placement));
}

function renderExtra(context: RenderContext, { path, className, plan = '' }: Placement): RenderedFile {
  const todo = { plan, text: `write ${className}` };
  return context.file(
    phaseOf(path),
    path,
    isTest(path) ? testText(path, todoText(todo)) : `class ${className}:\n${todoComment(todo, '    # ')}\n    pass\n`,
  );
}

/** A test that waits to be written. */
function testText(path: string, todo: string): string {
  const name = snakeCase(basename(path, '.py').replace(/^test_|_test$/g, ''));
  return `import pytest\n\n\n@pytest.mark.skip(reason=${pyString(todo)})\ndef test_${name}() -> None: ...\n`;
}

function isTest(path: string): boolean {
  return /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path);
}

const PHASES: readonly (readonly [RegExp, Phase])[] = [
  [/^tests?\/|(?:^|\/)test_[^/]*\.py$|_test\.py$/, 6],
  [/\/(?:presentation|api)\//, 5],
  [/\/infrastructure\/(?:persistence|repositories)\//, 2],
  [/\/infrastructure\//, 4],
  [/\/application\//, 3],
];

function phaseOf(path: string): Phase {
  return PHASES.find(([pattern]) => pattern.test(path))?.[1] ?? 1;
}

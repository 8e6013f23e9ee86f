import { commentText, type Phase, type Placement, type RenderedFile, stringLiteral, todoText } from '@planner/target';
import type { RenderContext } from '../render-context';

const EXTRA = 'extra/file/';

/** Files that a plan lists and that are no artifact of its model: a class to write, or a test to write. */
export function renderExtras(context: RenderContext): RenderedFile[] {
  const placements = Object.entries(context.request.placements ?? {});
  return placements.filter(([id]) => id.startsWith(EXTRA)).map(([, placement]) => renderExtra(context, placement));
}

function renderExtra(context: RenderContext, { path, className, plan = '' }: Placement): RenderedFile {
  const todo = todoText({ plan, text: `write ${className}` });
  return context.file(phaseOf(path), path, isTest(path) ? testText(className, todo) : classText(className, todo));
}

function classText(className: string, todo: string): string {
  return `export class ${className} {\n  // ${commentText(todo)}\n}\n`;
}

/** No check is switched off: nobody has written the test yet, and the runner's report says so. */
function testText(className: string, todo: string): string {
  return `import { describe, it } from 'vitest';\n\ndescribe(${stringLiteral(className)}, () => {\n  it.todo(${stringLiteral(todo)});\n});\n`;
}

function isTest(path: string): boolean {
  return /[._-](?:test|spec)\.ts$/.test(path);
}

const PHASES: readonly (readonly [RegExp, Phase])[] = [
  [/^(?:test|tests)\/|[._-](?:test|spec)\.ts$/, 6],
  [/\/(?:presentation|api)\//, 5],
  [/\/infrastructure\/(?:persistence|repositories)\//, 2],
  [/\/infrastructure\//, 4],
  [/\/application\//, 3],
];

function phaseOf(path: string): Phase {
  return PHASES.find(([pattern]) => pattern.test(path))?.[1] ?? 1;
}

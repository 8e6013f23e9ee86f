import type { CodeElement } from '@planner/target';
import type { SourceFile } from '../check';
import type { Finding } from '../finding';
import { planPlaces } from './absent';

/**
 * The call by which generated roots check their state, in every language: `this.#allowIn('cancel', 'PENDING', 'OPEN')`,
 * `self._allow_in("cancel", OrderStatus.PENDING, OrderStatus.OPEN)`.
 */
const GUARD = /(?:\b|_)allow_?in\(\s*(["'])([^"'\n]{1,200})\1\s*((?:,\s*[\w.'"]{1,200}\s*)*),?\s*\)/gi;

interface Guard {
  readonly states: ReadonlySet<string>;
  readonly at: { readonly start: number; readonly end: number };
}

/** Operations whose guard lets other states through than the plan says, or that lost their guard. */
export function wrongTransitions(file: SourceFile, elements: readonly CodeElement[]): Finding[] {
  const operations = elements.filter(({ kind, from }) => kind === 'operation' && from !== undefined);
  if (operations.length === 0) return [];
  const guards = guardsIn(file.text);
  return operations.flatMap((element) => {
    const operation = element.name.slice(element.name.indexOf('.') + 1);
    const guard = guards.get(operation);
    const planned = element.from ?? [];
    if (guard === undefined)
      return hasOperation(file, element)
        ? [wrong(file, element, `\`${operation}\` does not check the state`, undefined)]
        : [];
    const same = guard.states.size === planned.length && planned.every((state) => guard.states.has(state));
    return same
      ? []
      : [wrong(file, element, `the code allows it in ${[...guard.states].join(', ') || 'no state'}`, guard)];
  });
}

function guardsIn(text: string): ReadonlyMap<string, Guard> {
  const guards = new Map<string, Guard>();
  for (const { 0: all, 2: operation = '', 3: states = '', index } of text.matchAll(GUARD)) {
    const names = [...states.matchAll(/(\w+)['"]?\s*(?=,|$)/g)].map(([, name = '']) => name);
    guards.set(operation, { states: new Set(names), at: { start: index, end: index + all.length } });
  }
  return guards;
}

/** An operation that is missing altogether has a finding of its own. */
function hasOperation(file: SourceFile, { declaration, member }: CodeElement): boolean {
  return (
    file.facts?.declarations.some(
      ({ name, members }) => name === declaration && members.some((each) => each.name === member),
    ) === true
  );
}

function wrong(file: SourceFile, element: CodeElement, what: string, guard: Guard | undefined): Finding {
  const owner = file.facts?.declarations.find(({ name }) => name === element.declaration);
  const method = owner?.members.find(({ name }) => name === element.member);
  return {
    rule: 'drift/transition',
    severity: 'error',
    message: `The plan allows ${element.name} in ${(element.from ?? []).join(', ')}, but ${what}`,
    hint: 'Bring the guard in step with `from` in the plan, or the plan in step with the code.',
    span: file.span(guard?.at ?? method?.at ?? { start: 0, end: 0 }),
    related: planPlaces(element),
  };
}

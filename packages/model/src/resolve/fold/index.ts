import type { ModelDeclaration, Text } from '../../declaration';
import { didYouMean } from '../../suggest';
import type { Problems } from '../problems';
import { Merge } from './merge';
import { slotKey, slotsOf, spellings } from './slots';

/**
 * Many plans of one context as one declaration (plan format, "Many plans, one context"): a later plan adds; what it
 * repeats unchanged is no change; `change` lists what it defines anew, `remove` what goes.
 *
 * @param declarations oldest first
 */
export function foldDeclarations(
  problems: Problems,
  declarations: readonly ModelDeclaration[],
): ModelDeclaration | undefined {
  const [first, ...later] = declarations;
  if (first === undefined) return undefined;
  for (const path of [...first.change, ...first.remove]) {
    problems.error(
      'plan/unknown-path',
      path.span,
      `There is no earlier plan that defines "${path.text}".`,
      'Only a later plan of the same context changes or removes.',
    );
  }
  return later.reduce((base, next) => fold(problems, base, next), first);
}

function fold(problems: Problems, base: ModelDeclaration, next: ModelDeclaration): ModelDeclaration {
  checkContext(problems, base, next);
  const before = spelled(base);
  const now = spelled(next);
  const changed = new Set(next.change.flatMap((path) => changedSlot(problems, before, now, path) ?? []));
  const removed = new Set<string>();
  for (const path of next.remove) {
    const slot = slotFor(problems, before, path);
    if (slot === undefined) continue;
    const defined = now.get(path.text)?.includes(slot) === true && slot !== 'grpc';
    (defined ? changed : removed).add(slot);
    if (defined)
      problems.error(
        'plan/removed-and-defined',
        path.span,
        `"${path.text}" is removed and defined by the same plan.`,
        'Write it under "change" instead.',
      );
  }
  return new Merge(problems, changed, removed).declaration(base, next);
}

function checkContext(problems: Problems, base: ModelDeclaration, next: ModelDeclaration): void {
  if (next.context === undefined) {
    problems.error(
      'model/context',
      next.span,
      'The model names no bounded context.',
      `Write "context: ${base.context?.text ?? 'name'}".`,
    );
  } else if (base.context !== undefined && base.context.text !== next.context.text) {
    problems.error(
      'plan/context',
      next.context.span,
      `This plan is about ${next.context.text}, the earlier ones about ${base.context.text}.`,
      'Plans of different contexts are not one model.',
    );
  }
}

/** Keys of slots by every way to write them. */
function spelled(declaration: ModelDeclaration): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const slot of slotsOf(declaration)) {
    for (const spelling of spellings(slot)) found.set(spelling, [...(found.get(spelling) ?? []), slotKey(slot)]);
  }
  return found;
}

function changedSlot(
  problems: Problems,
  before: Map<string, string[]>,
  now: Map<string, string[]>,
  path: Text,
): string | undefined {
  const slot = slotFor(problems, before, path);
  if (slot === undefined) return undefined;
  if (now.get(path.text)?.includes(slot) === true) return slot;
  problems.error(
    'plan/change-without-definition',
    path.span,
    `"${path.text}" is to change, but this plan does not define it.`,
    'Define it anew, or write it under "remove".',
  );
  return undefined;
}

function slotFor(problems: Problems, before: Map<string, string[]>, path: Text): string | undefined {
  const slots = before.get(path.text) ?? [];
  const [only] = slots;
  if (slots.length === 1) return only;
  if (only === undefined) {
    problems.error(
      'plan/unknown-path',
      path.span,
      `No earlier plan defines "${path.text}".`,
      `${didYouMean(path.text, before.keys())}Write a path such as Order.note.`,
    );
    return;
  }
  const full = slots.map((slot) => slot.replaceAll('/', '.'));
  problems.error(
    'plan/ambiguous-path',
    path.span,
    `"${path.text}" may mean ${full.join(' or ')}.`,
    'Write the one that you mean in full.',
  );
  return undefined;
}

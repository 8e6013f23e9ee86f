import { type FieldModel, snakeCase } from '@planner/model';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import type { Slot } from '../types';

/** A value to check: the name under which a violation is reported (as on the wire), and the source of the value. */
export interface Checked extends Slot {
  readonly name: string;
  readonly source: string;
}

/** `Constraints("Order").string("reason", reason, max=200).check()`; undefined if nothing can be wrong. */
export function checkStatement(
  { types }: RenderContext,
  subject: string,
  values: readonly Checked[],
  imports: ImportSet,
): string | undefined {
  const links = values.flatMap((value) => types.checks(value, snakeCase(value.name), value.source, imports));
  if (links.length === 0) return undefined;
  const chain = `${imports.kernel('constraints', 'Constraints')}(${pyString(subject)})${links.join('')}.check()`;
  // In parentheses the formatter breaks a chain that is too long before its dots.
  return links.length > 1 && INDENT + chain.length > LINE ? `(${chain})` : chain;
}

const INDENT = 8;
const LINE = 100;

/** What a caller may leave out: what is optional or has a default. */
export function mayBeAbsent({ optional, default: fallback }: Pick<FieldModel, 'optional' | 'default'>): boolean {
  return optional || fallback !== undefined;
}

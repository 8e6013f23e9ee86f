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
  return links.length === 0
    ? undefined
    : `${imports.kernel('constraints', 'Constraints')}(${pyString(subject)})${links.join('')}.check()`;
}

/** What a caller may leave out: what is optional or has a default. */
export function mayBeAbsent({ optional, default: fallback }: Pick<FieldModel, 'optional' | 'default'>): boolean {
  return optional || fallback !== undefined;
}

import type { FieldModel } from '@planner/model';
import type { RequestSlot } from '@planner/target';
import type { ImportSet } from '../imports';
import { pyDocstring } from '../text';
import type { Types } from '../types';

/** A field of a dataclass. */
export interface Field {
  readonly name: string;
  readonly type: string;
  /** With its line end; empty for none. */
  readonly comment: string;
}

/** What a caller gives: what has a default may be left out, and nobody chooses a generated id. */
export function givenFields(
  slots: readonly RequestSlot[],
  types: Types,
  imports: ImportSet,
  nameOf: (name: string) => string,
): Field[] {
  return slots.map((slot) => ({
    name: nameOf(slot.name),
    type: givenType(slot, types, imports),
    comment: comment(slot),
  }));
}

/** A value that a caller may leave out is absent then, whatever its default. */
export function givenType(slot: RequestSlot, types: Types, imports: ImportSet): string {
  if ('origin' in slot) return types.parameter(slot, imports);
  return types.domain({ type: slot.type, optional: slot.optional || slot.default !== undefined }, imports);
}

/** What is answered: complete, in plain values. */
export function answeredFields(
  fields: readonly Pick<FieldModel, 'name' | 'description' | 'type' | 'optional'>[],
  types: Types,
  imports: ImportSet,
  nameOf: (name: string) => string,
): Field[] {
  return fields.map((field) => ({
    name: nameOf(field.name),
    type: types.dto(field, imports),
    comment: comment(field),
  }));
}

function comment({ description }: Pick<FieldModel, 'description'>): string {
  return pyDocstring(description, '    ');
}

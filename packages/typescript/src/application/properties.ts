import type { FieldModel } from '@planner/model';
import { docComment, type RequestSlot } from '@planner/target';
import type { ImportSet } from '../imports';
import type { Types } from '../types';

/** A line of an interface. */
export interface Property {
  readonly name: string;
  readonly type: string;
  /** With its line end; empty for none. */
  readonly comment: string;
}

/** What a caller gives: what has a default may be left out, and nobody chooses a generated id. */
export function givenProperties(slots: readonly RequestSlot[], types: Types, imports: ImportSet, nameOf = (name: string) => name): Property[] {
  return slots.map((slot) => ({ name: nameOf(slot.name), type: givenType(slot, types, imports), comment: comment(slot) }));
}

/** What is answered: complete. */
export function answeredProperties(fields: readonly Pick<FieldModel, 'name' | 'description' | 'type' | 'optional'>[], types: Types, imports: ImportSet): Property[] {
  return fields.map((field) => ({ name: field.name, type: types.data(field, imports), comment: comment(field) }));
}

function givenType(slot: RequestSlot, types: Types, imports: ImportSet): string {
  if ('origin' in slot) return types.parameterData(slot, imports);
  return types.data({ type: slot.type, optional: slot.optional || slot.default !== undefined }, imports);
}

function comment({ description }: Pick<FieldModel, 'description'>): string {
  return docComment(description, '  ');
}

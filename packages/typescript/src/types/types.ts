import type { FieldModel, TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';

/** What has a type and may be absent: a field, a parameter, a filter. */
export type Slot = Pick<FieldModel, 'type' | 'optional'>;

/** `of` checks every constraint and throws `ConstraintError`; `rehydrate` trusts what the database holds. */
export type Entrance = 'of' | 'rehydrate';

/**
 * Source text for the types of the model, in their two representations: *data* (immutable plain values: rows, DTOs,
 * commands) and *domain* (value objects, branded ids, frozen collections). Each function adds the imports that its result needs.
 */
export interface Types {
  /** `MoneyData | undefined`. */
  data(slot: Slot, imports: ImportSet): string;
  /** `Money | undefined`. */
  domain(slot: Slot, imports: ImportSet): string;
  /** Domain value of the data that `expression` yields; an optional slot keeps `undefined`. `expression` may be repeated: no calls. */
  toDomain(slot: Slot, expression: string, imports: ImportSet, entrance: Entrance): string;
  /** Data of the domain value that `expression` yields. */
  toData(slot: Slot, expression: string, imports: ImportSet): string;
  /** Whether both representations are one and the same, so that no conversion is needed. */
  sameInBoth(type: TypeModel): boolean;
  /** Source of a boolean: equality by value of two domain values. */
  equal(slot: Slot, left: string, right: string, imports: ImportSet): string;
  /** The domain value of a literal default (`text` as the plan writes it). */
  domainLiteral(type: TypeModel, text: string, imports: ImportSet): string;
  dataLiteral(type: TypeModel, text: string, imports: ImportSet): string;
}

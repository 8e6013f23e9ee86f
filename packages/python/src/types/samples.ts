import type { ListType, MapType, ParameterModel, TypeModel, ValueObjectType } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Slot } from './types';

/** A domain value that breaks one constraint (where that is possible, only that one) or just keeps it. */
export interface ConstraintSample {
  /** Where inside the value: empty for the value itself, `[0]`, `["a"]`; `*` where only the rule is known. */
  readonly path: string;
  /** `min`, `max`, `pattern`, `precision`, `distinct`, … as `ConstraintError` reports it. */
  readonly rule: string;
  /** Source of the value. */
  readonly value: string;
}

/** Values for generated tests as source text; the same arguments give the same text. */
export interface Samples {
  /** A valid value. Different `variant`s (from 0) give different values wherever the type has that many, entities other ids. */
  domain(type: TypeModel, variant: number, imports: ImportSet): string;
  /** A value object that its constructor has checked; elsewhere one with invariants is not held to what is still to be written. */
  constructed(type: ValueObjectType, variant: number, imports: ImportSet): string;
  /** The same with every entity as a draft (`FillDraft`): what a caller gives. */
  draft(type: TypeModel, variant: number, imports: ImportSet): string;
  parameter(parameter: ParameterModel, variant: number, imports: ImportSet): string;
  /**
   * What becomes of `draft` with the same variant: every entity has the generated id that `newId` gives the source of, asked
   * for in the order in which the entities are made.
   */
  created(type: TypeModel, variant: number, imports: ImportSet, newId: () => string): string;
  /** A list or map of as many values as there are variants, entities as drafts. */
  collection(type: ListType | MapType, variants: readonly number[], imports: ImportSet): string;
  /** The bare scalar of a scalar, a simple value object or an identity. */
  scalar(type: TypeModel, variant: number, imports: ImportSet): string;
  /**
   * One value or more for every constraint that the owner of such a value checks, and for the type itself where it has
   * none. Nothing for value objects, identities and drafts, which cannot be invalid.
   */
  invalid(slot: Pick<Slot, 'type'>, imports: ImportSet): readonly ConstraintSample[];
  /** Valid values right at the edges of those constraints. */
  edges(slot: Pick<Slot, 'type'>, imports: ImportSet): readonly ConstraintSample[];
}

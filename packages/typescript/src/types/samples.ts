import type { EntityType, ListType, MapType, ParameterModel, TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Slot } from './types';

/** A value that breaks one constraint (where that is possible, only that one). */
export interface InvalidSample {
  /** Where inside the value: empty for the value itself, `amount`, `[0].currency`, `["a"]`. */
  readonly path: string;
  /** `min`, `max`, `pattern`, `precision`, `distinct`, … as `ConstraintError` reports it. */
  readonly rule: string;
  /** Source of the data. */
  readonly data: string;
}

/** A valid value right at the edge of a constraint. */
export interface EdgeSample {
  readonly path: string;
  readonly rule: string;
  readonly data: string;
}

/** Values for generated tests as source text; the same arguments give the same text. */
export interface Samples {
  /** Valid data. Different `variant`s (from 0) give different values wherever the type has that many, entities other ids. */
  data(type: TypeModel, variant: number, imports: ImportSet): string;
  /** A list or map of as many domain values as there are variants, entities as drafts. */
  collection(type: ListType | MapType, variants: readonly number[], imports: ImportSet): string;
  /** The same value as a domain value. */
  domain(type: TypeModel, variant: number, imports: ImportSet): string;
  /** Data of a parameter: an entity is a draft. */
  parameterData(parameter: ParameterModel, variant: number, imports: ImportSet): string;
  parameterDomain(parameter: ParameterModel, variant: number, imports: ImportSet): string;
  /** Data, with every entity as a draft (`FillDraftData`). */
  draftData(type: TypeModel, variant: number, imports: ImportSet): string;
  /**
   * Data of what becomes of `draftData` with the same variant: every entity has the generated id that `newId` gives the
   * source of, asked for in the order in which the entities are made.
   */
  createdData(type: TypeModel, variant: number, imports: ImportSet, newId: () => string): string;
  /** Data of an entity, some fields replaced by other sources. */
  changedEntity(type: EntityType, variant: number, changes: ReadonlyMap<string, string>, imports: ImportSet): string;
  /** One sample or more for every constraint, and for the type itself where it has none. Entities are drafts. */
  invalid(slot: Pick<Slot, 'type'>, imports: ImportSet): readonly InvalidSample[];
  /** Valid values at the edges of constraints. Entities are drafts. */
  edges(slot: Pick<Slot, 'type'>, imports: ImportSet): readonly EdgeSample[];
}

import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';

/** A value that breaks exactly one constraint. */
export interface InvalidSample {
  /** Where inside the value: empty for the value itself, `amount`, `[0].currency`. */
  readonly path: string;
  /** `min`, `max`, `pattern`, `precision`, `distinct`, … as `ConstraintError` reports it. */
  readonly rule: string;
  /** Source of the data. */
  readonly data: string;
}

/** Values for generated tests as source text; the same arguments give the same text. */
export interface Samples {
  /** Valid data. Different `variant`s give different values wherever the type has that many. */
  data(type: TypeModel, variant: number, imports: ImportSet): string;
  /** The same value as a domain value. */
  domain(type: TypeModel, variant: number, imports: ImportSet): string;
  /** One sample or more for every constraint and for the type itself. */
  invalid(type: TypeModel, imports: ImportSet): readonly InvalidSample[];
}

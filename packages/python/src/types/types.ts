import type { FieldModel, ParameterModel, RefType, ScalarType, TypeModel } from '@planner/model';
import type { Exported } from '@planner/target';
import type { ImportSet } from '../imports';

/** What has a type and may be absent: a field, a parameter, a filter. */
export type Slot = Pick<FieldModel, 'type' | 'optional'>;

/**
 * Source text for the types of the model in their two representations: *domain* (value objects, ids, enums, tuples; what
 * commands carry too) and *DTO* (plain values, `MoneyDto`, `FillDto`). Each function adds the imports that its result needs.
 * An expression may be repeated in what comes out, so it must not be a call.
 */
export interface Types {
  /** `Money | None`. */
  domain(slot: Slot, imports: ImportSet): string;
  /** An entity that a caller gives is a draft without its generated id; what has a default may be left out (`| None`). */
  parameter(parameter: ParameterModel, imports: ImportSet): string;
  /** The same for a field of a draft that may hold further entities. */
  draft(slot: Slot, imports: ImportSet): string;
  /** `MoneyDto | None`. */
  dto(slot: Slot, imports: ImportSet): string;
  /** DTO of the domain value that `expression` yields. */
  toDto(slot: Slot, expression: string, imports: ImportSet): string;
  /** The domain value for what a caller gave: drafts become entities, made with the variable `context`. */
  created(slot: Slot, expression: string, imports: ImportSet): string;
  /**
   * Links of a kernel `Constraints` chain over a domain value: `.string("reason", reason, max=200)`; none if nothing can be
   * wrong, because value objects, ids and drafts are valid by themselves. `path` is plain text.
   */
  checks(slot: Slot, path: string, expression: string, imports: ImportSet): string[];
  /** The value of a literal default (`text` as the plan writes it). */
  literal(type: TypeModel, text: string, imports: ImportSet): string;
  /** The bare scalar of a literal default. */
  scalarLiteral(type: TypeModel, text: string, imports: ImportSet): string;
  /** A list or map without elements. */
  empty(type: TypeModel, imports: ImportSet): string;
  /** The bare scalar of a simple value object or an identity. */
  unwrapped(slot: Slot, expression: string): string;
  /** The domain value around a bare scalar that `expression` yields and that is known to be valid: `OrderId(value)`, a simple value object through `rehydrated`. */
  wrapped(type: TypeModel, expression: string, imports: ImportSet): string;
  /**
   * The domain value around a bare scalar that `expression` yields, checked: `Quantity(value)`, `parse_account_id(value)`.
   * It raises `ConstraintError`; a built-in type is not checked here.
   */
  checked(type: TypeModel, expression: string, imports: ImportSet): string;
  /** The function that checks a value of an identity; undefined for one whose values cannot be wrong (a generated uuid). */
  parser(type: RefType): Exported | undefined;
  /** The scalar behind a scalar, a simple value object or an identity. Throws for anything else. */
  scalarOf(type: TypeModel): ScalarType;
  /** Type of the bare scalar: `UUID`, `str`, `dt.datetime`. */
  scalar(type: TypeModel, imports: ImportSet): string;
  /** A simple value object, or an identity that brands one. */
  isWrapped(type: TypeModel): boolean;
  isSimple(valueObject: string): boolean;
}

import type { FieldModel, ParameterModel, ScalarType, TypeModel } from '@planner/model';
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
  /**
   * The same three for a parameter of an operation: an entity that the caller gives is a draft without its generated id
   * (`FillDraftData`, `FillDraft`), and one with a default may be left out (`| undefined`).
   */
  parameterData(parameter: ParameterModel, imports: ImportSet): string;
  parameterDomain(parameter: ParameterModel, imports: ImportSet): string;
  parameterToDomain(parameter: ParameterModel, expression: string, imports: ImportSet): string;
  /** The same three for a field of an entity that may hold further entities. */
  draftData(slot: Slot, imports: ImportSet): string;
  draftDomain(slot: Slot, imports: ImportSet): string;
  draftToDomain(slot: Slot, expression: string, imports: ImportSet): string;
  /**
   * Links of a kernel `Constraints` chain that check data: `.string('reason', command.reason, { max: 200 })`; none if nothing
   * can be wrong. `path` is plain text (`reason`). Value objects, identities and elements report under their own paths; an
   * entity is checked as a draft.
   */
  dataChecks(slot: Slot, path: string, expression: string, imports: ImportSet): string[];
  /** The same for domain values, whose value objects and identities are valid already. */
  domainChecks(slot: Slot, path: string, expression: string, imports: ImportSet): string[];
  /** A list or map without elements, as a domain value. */
  empty(type: TypeModel, imports: ImportSet): string;
  /** A domain value that nobody else can change: lists, maps, JSON and decimals are copied and frozen, the rest is so already. */
  frozen(slot: Slot, expression: string, imports: ImportSet): string;
  /** The same for what a caller gave: drafts become entities, made with the variable `context` (a `ChangeContext`). */
  created(slot: Slot, expression: string, imports: ImportSet): string;
  /** The bare scalar of a simple value object or an identity, as a domain value. */
  unwrapped(slot: Slot, expression: string): string;
  /** The scalar behind a scalar, a simple value object or an identity. Throws for anything else. */
  scalarOf(type: TypeModel): ScalarType;
  /** Source of a boolean: equality by value of two domain values. */
  equal(slot: Slot, left: string, right: string, imports: ImportSet): string;
  /** The domain value of a literal default (`text` as the plan writes it). */
  domainLiteral(type: TypeModel, text: string, imports: ImportSet): string;
  dataLiteral(type: TypeModel, text: string, imports: ImportSet): string;
}

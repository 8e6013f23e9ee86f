import type { Place } from './place';

export type DeclarationKind = 'class' | 'interface' | 'type' | 'enum' | 'function' | 'constant';
export type MemberKind = 'field' | 'method' | 'accessor' | 'enumMember' | 'property';

/** A field, method or property of a declaration; for a constant, the keys of the object that it holds. */
export interface MemberFact {
  readonly name: string;
  readonly kind: MemberKind;
  /** The constant text that it is given: `PENDING: 'PENDING'`. */
  readonly text?: string;
  /** Private or protected: nobody outside relies on it. A leading underscore alone says nothing here. */
  readonly hidden?: true;
  readonly at: Place;
}

/** What a file declares at its top level. */
export interface DeclarationFact {
  readonly kind: DeclarationKind;
  readonly name: string;
  readonly exported: boolean;
  /** What it extends and implements, as written up to type arguments: `AggregateRoot`, `abc.ABC`. */
  readonly bases: readonly string[];
  /** In the order of the source. Constructor parameters that are fields count; names of parameters do not. */
  readonly members: readonly MemberFact[];
  /** Of the name. */
  readonly at: Place;
}

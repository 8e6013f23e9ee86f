import type { SourceSpan } from './source';

/**
 * What one model block says, word for word and with its places, before any name is looked up or default applied. The
 * package that reads the block makes it; `resolveContext` turns one or many of them into a `ContextModel`.
 */
export interface ModelDeclaration {
  /** Id of the plan (`35-001`) that the block stands in. */
  readonly plan: string;
  readonly span: SourceSpan;
  readonly context?: Text;
  readonly language?: Text;
  readonly database?: Text;
  /** Paths that this plan defines anew (`Order.note`), and those that go. */
  readonly change: readonly Text[];
  readonly remove: readonly Text[];
  readonly enums: readonly EnumDeclaration[];
  readonly valueObjects: readonly ValueObjectDeclaration[];
  readonly aggregates: readonly AggregateDeclaration[];
  readonly events: readonly EventDeclaration[];
  readonly services: readonly ServiceDeclaration[];
  readonly adapters: readonly AdapterDeclaration[];
  readonly useCases: readonly UseCaseDeclaration[];
  readonly policies: readonly PolicyDeclaration[];
  /** Absent when the block has no `grpc`, which is not the same as an empty one. */
  readonly grpc?: readonly GrpcServiceDeclaration[];
}

/** A word or a text with its place. */
export interface Text {
  readonly text: string;
  readonly span: SourceSpan;
}

/** What every named entry carries. `span` is the whole entry, `plan` the plan that defined it last. */
export interface Declared {
  readonly name: Text;
  readonly span: SourceSpan;
  readonly plan: string;
  readonly description?: Text;
}

// ---------------------------------------------------------------- types

/** `string? max 64`: a type, whether it may be absent, its constraints in the order written. */
export interface TypeExpression {
  readonly span: SourceSpan;
  readonly base: TypeBase;
  readonly optional: boolean;
  readonly constraints: readonly Constraint[];
}
export type TypeBase =
  /** A built-in scalar or a declared name. */
  | { readonly kind: 'named'; readonly name: Text }
  | { readonly kind: 'decimal'; readonly precision: Text; readonly scale: Text }
  | { readonly kind: 'enum'; readonly members: readonly Text[] }
  | { readonly kind: 'list'; readonly element: TypeExpression }
  | { readonly kind: 'map'; readonly key: TypeExpression; readonly value: TypeExpression }
  /** `Order`, or `accounts.Account`. */
  | { readonly kind: 'ref'; readonly target: Text };

export type Constraint =
  | { readonly kind: 'min' | 'max'; readonly value: Text; readonly span: SourceSpan }
  /** Without slashes; `\/` is already `/`. */
  | { readonly kind: 'pattern'; readonly value: Text; readonly span: SourceSpan }
  | { readonly kind: 'default'; readonly value: Literal; readonly span: SourceSpan }
  | { readonly kind: 'unique' | 'distinct'; readonly span: SourceSpan };

/** A word, or a text in quotes; only a word can be `now`, `none` or `computed`. */
export interface Literal extends Text {
  readonly quoted: boolean;
}

export interface FieldDeclaration extends Declared {
  readonly type: TypeExpression;
}

// ---------------------------------------------------------------- elements

export interface EnumDeclaration extends Declared {
  readonly members: readonly EnumMemberDeclaration[];
}
export interface EnumMemberDeclaration {
  readonly name: Text;
  readonly description?: Text;
}

/** One line wraps a scalar, a map has fields. */
export interface ValueObjectDeclaration extends Declared {
  readonly body:
    | { readonly kind: 'simple'; readonly type: TypeExpression }
    | {
        readonly kind: 'composite';
        readonly fields: readonly FieldDeclaration[];
        readonly invariants: readonly RuleDeclaration[];
      };
}

/** `Name: text`. */
export interface RuleDeclaration extends Declared {
  readonly text: Text;
}

export interface AggregateDeclaration extends Declared {
  readonly fields: readonly FieldDeclaration[];
  readonly unique: readonly UniqueDeclaration[];
  readonly entities: readonly EntityDeclaration[];
  readonly lifecycle?: LifecycleDeclaration;
  readonly operations: readonly OperationDeclaration[];
  readonly invariants: readonly RuleDeclaration[];
  readonly finders: readonly FinderDeclaration[];
  readonly persistence?: Text;
}
export interface UniqueDeclaration {
  /** Field names, or paths into value objects (`limitPrice.currency`). */
  readonly paths: readonly Text[];
  readonly span: SourceSpan;
}
export interface EntityDeclaration extends Declared {
  readonly fields: readonly FieldDeclaration[];
  readonly invariants: readonly RuleDeclaration[];
}
export interface LifecycleDeclaration {
  readonly field?: Text;
  readonly states: readonly EnumMemberDeclaration[];
  readonly span: SourceSpan;
  readonly plan: string;
}

export interface OperationDeclaration extends Declared {
  readonly from?: readonly Text[];
  readonly to?: readonly Text[];
  readonly set?:
    | { readonly all: true; readonly span: SourceSpan }
    | { readonly all: false; readonly items: readonly SetDeclaration[] };
  readonly add: readonly Text[];
  readonly remove: readonly Text[];
  readonly input: readonly FieldDeclaration[];
  readonly requires: readonly RuleDeclaration[];
  readonly emits?: readonly EmissionDeclaration[];
  /** Place of `deletes: true`. */
  readonly deletes?: SourceSpan;
}
/** `name`, or `name = value`. */
export interface SetDeclaration {
  readonly field: Text;
  readonly value?: Literal;
}
export interface EmissionDeclaration {
  readonly event: Text;
  readonly state?: Text;
}
export interface FinderDeclaration extends Declared {
  readonly by: readonly FilterDeclaration[];
  readonly sort: readonly SortDeclaration[];
}
export interface FilterDeclaration {
  readonly path: Text;
  readonly optional: boolean;
}
export interface SortDeclaration {
  readonly path: Text;
  /** `asc` or `desc`, as written. */
  readonly direction?: Text;
}

/** `name` may be another context's (`accounts.AccountFrozen`). */
export interface EventDeclaration extends Declared {
  readonly fields: readonly FieldDeclaration[];
}
export interface ServiceDeclaration extends Declared {
  readonly methods: readonly CallDeclaration[];
}
export interface CallDeclaration extends Declared {
  readonly input: readonly FieldDeclaration[];
  readonly output?: OutputDeclaration;
}
export type OutputDeclaration =
  | { readonly kind: 'type'; readonly type: TypeExpression }
  | { readonly kind: 'fields'; readonly fields: readonly FieldDeclaration[] };

export interface AdapterDeclaration extends Declared {
  readonly select?: Text;
  readonly env: readonly EnvDeclaration[];
  readonly operations: readonly CallDeclaration[];
}
/** Without `member`: one list for the whole adapter. */
export interface EnvDeclaration {
  readonly member?: Text;
  readonly variables: readonly Text[];
  readonly span: SourceSpan;
}

export interface UseCaseDeclaration extends Declared {
  readonly kind?: Text;
  readonly aggregate?: Text;
  readonly action?: Text;
  readonly input?: readonly FieldDeclaration[];
  readonly output?: OutputDeclaration;
  /** `Account`, `FeePolicy`, `BrokerGateway.submit`. */
  readonly uses: readonly Text[];
  readonly requires: readonly RuleDeclaration[];
}
export interface PolicyDeclaration extends Declared {
  readonly on?: Text;
  readonly run?: Text;
  readonly with: readonly WithDeclaration[];
}
/** `input: eventField`. */
export interface WithDeclaration {
  readonly input: Text;
  readonly field: Text;
}
export interface GrpcServiceDeclaration extends Declared {
  readonly useCases: readonly Text[];
}

import type { SourceSpan } from './source';

/**
 * The resolved domain model of one bounded context: every default is applied, every name is looked up, many plans are
 * folded into one. It is plain data (it survives `JSON.stringify`), so that it can be kept in `planner.json`.
 *
 * Names stand as the plan writes them: types PascalCase, members camelCase, enum members UPPER_SNAKE, contexts kebab-case.
 * Constraint values are text, because a decimal or a 64-bit integer does not fit a JavaScript number.
 */
export interface ContextModel {
  readonly context: string;
  readonly language: string;
  readonly database: Database;
  /** Ids (`35-001`) of the plans folded into this model, oldest first. */
  readonly plans: readonly string[];
  /** Declared, inline (`MoneyCurrency`) and lifecycle (`OrderStatus`) enums, each under its final name. */
  readonly enums: readonly EnumModel[];
  readonly valueObjects: readonly ValueObjectModel[];
  readonly aggregates: readonly AggregateModel[];
  /** Events of this context. */
  readonly events: readonly EventModel[];
  /** Events of other contexts, with the fields that this context uses. */
  readonly foreignEvents: readonly ForeignEventModel[];
  readonly services: readonly ServiceModel[];
  readonly adapters: readonly AdapterModel[];
  /** Default and custom use cases, grouped by aggregate in the order of the aggregates. */
  readonly useCases: readonly UseCaseModel[];
  readonly policies: readonly PolicyModel[];
  /** What is exposed; a use case that no service names is not. */
  readonly grpcServices: readonly GrpcServiceModel[];
}

export const DATABASES = ['postgresql', 'mysql', 'mssql', 'sqlite', 'mongodb'] as const;
export type Database = (typeof DATABASES)[number];

/** What every named element carries. */
export interface Element {
  readonly name: string;
  readonly description?: string;
  /** Id of the plan that defined it last: what `TODO(<plan id>)` names. */
  readonly plan: string;
  /** Absent in a model read back from `planner.json`. */
  readonly span?: SourceSpan;
}

// ---------------------------------------------------------------- types

export const SCALARS = [
  'uuid',
  'string',
  'text',
  'int',
  'bigint',
  'decimal',
  'float',
  'bool',
  'date',
  'datetime',
  'duration',
  'bytes',
  'json',
] as const;
export type Scalar = (typeof SCALARS)[number];

/** A built-in type with its constraints. `string` always has a `max` (255 unless the plan says otherwise). */
export interface ScalarType {
  readonly kind: 'scalar';
  readonly scalar: Scalar;
  /** Of a decimal only: all digits, and those behind the point. */
  readonly precision?: number;
  readonly scale?: number;
  /** Smallest and largest value of a number; code points of `string` and `text`; length of `bytes`. */
  readonly min?: string;
  readonly max?: string;
  /** A regular expression that the whole value matches, without slashes or anchors. */
  readonly pattern?: string;
}
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
}
export interface ValueObjectType {
  readonly kind: 'valueObject';
  readonly name: string;
}
/** An entity by value: inside its aggregate, or its snapshot in an event or an answer. */
export interface EntityType {
  readonly kind: 'entity';
  readonly aggregate: string;
  readonly name: string;
}
/** A whole aggregate; only in inputs and outputs of services and use cases. */
export interface AggregateType {
  readonly kind: 'aggregate';
  readonly name: string;
}
/** The identity of an aggregate, of an entity, or of another context's aggregate (text of 1 to 255 characters). */
export interface RefType {
  readonly kind: 'ref';
  readonly target:
    | { readonly kind: 'aggregate'; readonly aggregate: string }
    | { readonly kind: 'entity'; readonly aggregate: string; readonly entity: string }
    | { readonly kind: 'foreign'; readonly context: string; readonly aggregate: string };
}
export interface ListType {
  readonly kind: 'list';
  readonly element: TypeModel;
  /** Number of elements. */
  readonly min?: string;
  readonly max?: string;
  readonly distinct: boolean;
}
export interface MapType {
  readonly kind: 'map';
  /** Keys are `string`, constrained as written (`map(string max 10, T)`). */
  readonly key: ScalarType;
  readonly value: TypeModel;
  readonly min?: string;
  readonly max?: string;
}
export type TypeModel =
  ScalarType | EnumType | ValueObjectType | EntityType | AggregateType | RefType | ListType | MapType;

/** `text` is the value as the plan writes it, already checked against the type (for an enum: the member). */
export type DefaultModel = { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'now' };

export interface FieldModel extends Element {
  readonly type: TypeModel;
  /** May be absent. Never true for lists and maps. */
  readonly optional: boolean;
  /** Unique among all aggregates; in an entity: within its aggregate. */
  readonly unique: boolean;
  readonly default?: DefaultModel;
}

export interface EnumModel extends Element {
  readonly members: readonly { readonly name: string; readonly description?: string }[];
  /** `declared` in the plan, `inline` in a type, or the states of a `lifecycle`. */
  readonly origin: 'declared' | 'inline' | 'lifecycle';
}

export type ValueObjectModel = SimpleValueObjectModel | CompositeValueObjectModel;
/** Wraps one built-in scalar, and is that scalar on the wire and in the database. */
export interface SimpleValueObjectModel extends Element {
  readonly kind: 'simple';
  readonly type: ScalarType;
}
/** At least one field is not optional. */
export interface CompositeValueObjectModel extends Element {
  readonly kind: 'composite';
  readonly fields: readonly FieldModel[];
  readonly invariants: readonly RuleModel[];
}

// ---------------------------------------------------------------- aggregates

/** `Name: text`. The name becomes a method and an error (`NameError`), the text its message; the body is a stub. */
export interface RuleModel extends Element {
  readonly text: string;
}

export interface AggregateModel extends Element {
  readonly identity: IdentityModel;
  /** Without `id`, `version`, `createdAt`, `updatedAt` and the lifecycle field. */
  readonly fields: readonly FieldModel[];
  /** Sets of paths into the fields (`['limitPrice.currency', 'broker']`); single `unique` fields are included. */
  readonly unique: readonly (readonly string[])[];
  readonly entities: readonly EntityModel[];
  readonly lifecycle?: LifecycleModel;
  /** `create` first, then in the plan's order. */
  readonly operations: readonly OperationModel[];
  readonly invariants: readonly RuleModel[];
  /** `list` first; it always exists. */
  readonly finders: readonly FinderModel[];
  readonly persistence: 'state' | 'events';
}

/** `generated`: a uuid made by the service. `given`: by the caller of create; a scalar, a simple value object or a ref. */
export type IdentityModel = { readonly kind: 'generated' } | { readonly kind: 'given'; readonly type: TypeModel };

/** Has an implied `id`, a generated uuid, unless its identity is given. */
export interface EntityModel extends Element {
  readonly identity: IdentityModel;
  readonly fields: readonly FieldModel[];
  readonly unique: readonly (readonly string[])[];
  readonly invariants: readonly RuleModel[];
}

export interface LifecycleModel extends Element {
  /** `name` is the field (`status`); this is its enum (`OrderStatus`). */
  readonly enum: string;
  readonly states: readonly string[];
  readonly initial: string;
}

/** A method of the aggregate root; each is a use case too. */
export interface OperationModel extends Element {
  readonly kind: 'create' | 'change' | 'delete';
  /** States in which it is allowed; absent: in all. */
  readonly from?: readonly string[];
  /** States it leads to; empty: the state stays (at create: the initial one). Of several, a stub chooses; the first is its default. */
  readonly to: readonly string[];
  /** What the caller gives: by `set`, `add`, `remove`, `input`, in this order. At create a given `id` comes first. */
  readonly parameters: readonly ParameterModel[];
  /** Fields that change. At create: every field, in the order of the fields. */
  readonly assignments: readonly AssignmentModel[];
  /** List fields that get an element, or lose one. */
  readonly additions: readonly ListChangeModel[];
  readonly removals: readonly ListChangeModel[];
  /** Checked before the operation, after version and state. */
  readonly requires: readonly RuleModel[];
  readonly emissions: readonly EmissionModel[];
}

/**
 * `id`: the identity given at create. An entity type stands for its fields without the generated id.
 * A parameter with a default may be left out by every caller, and then means the default.
 */
export interface ParameterModel extends Element {
  readonly type: TypeModel;
  readonly optional: boolean;
  readonly default?: DefaultModel;
  readonly origin: 'id' | 'set' | 'add' | 'remove' | 'input';
}

export interface AssignmentModel {
  readonly field: string;
  readonly value: AssignedValue;
}
export type AssignedValue =
  | { readonly kind: 'parameter'; readonly parameter: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'now' }
  /** Cleared. */
  | { readonly kind: 'none' }
  /** An empty list or map. */
  | { readonly kind: 'empty' }
  /** A stub; until it is written the value is `fallback`, and `unimplemented` means that the operation refuses to run. */
  | {
      readonly kind: 'computed';
      readonly fallback: AssignedValue | { readonly kind: 'keep' } | { readonly kind: 'unimplemented' };
    };

export interface ListChangeModel {
  readonly field: string;
  readonly parameter: string;
}

export interface EmissionModel {
  readonly event: string;
  /** Only when the operation ends in one of these states; absent: always. */
  readonly states?: readonly string[];
  /** One for every field of the event, in its order. */
  readonly fields: readonly { readonly field: string; readonly source: EventFieldSource }[];
}
/**
 * `unwrap`: the source is a simple value object or an identity, the event field its bare scalar.
 * A parameter with origin `add` whose type is an entity stands for the child that was added, with its id.
 */
export type EventFieldSource =
  | { readonly kind: 'parameter' | 'field' | 'lifecycle'; readonly name: string; readonly unwrap: boolean }
  /** The root's own `id`, `version`, `createdAt` or `updatedAt` after the change. */
  | { readonly kind: 'implied'; readonly name: 'id' | 'version' | 'createdAt' | 'updatedAt'; readonly unwrap: boolean }
  /** An undeclared event that several operations emit: this one does not carry the field. Absent; an empty list or map. */
  | { readonly kind: 'absent' }
  /**
   * An optional field that nothing supplies is absent until the stub is written; a required one makes the operation refuse
   * to run, unless the event field has a default, which is then its value. A list or map is empty and never required.
   */
  | { readonly kind: 'stub'; readonly required: boolean };

export interface FinderModel extends Element {
  readonly by: readonly FilterModel[];
  /** Never empty is not promised: the identity always breaks ties. */
  readonly sort: readonly { readonly path: readonly string[]; readonly direction: 'asc' | 'desc' }[];
  /** The filters are required and cover a unique set, so there is at most one result. */
  readonly single: boolean;
}
/** `name` is the path joined in camelCase (`limitPriceCurrency`). */
export interface FilterModel extends Element {
  /** Field names, from the root inwards; may start with `id`, `createdAt`, `updatedAt` or the lifecycle field. */
  readonly path: readonly string[];
  /** Of the value compared: for a list its element. */
  readonly type: TypeModel;
  readonly optional: boolean;
  /** `contains`: the field is a list and matches when it holds the value. */
  readonly match: 'equals' | 'contains';
}

// ---------------------------------------------------------------- events, services, adapters

/** Also carries `<aggregate>Id` and `occurredAt`, which are not among the fields. */
export interface EventModel extends Element {
  readonly aggregate: string;
  readonly fields: readonly FieldModel[];
  readonly declared: boolean;
}
export interface ForeignEventModel extends Element {
  readonly context: string;
  readonly fields: readonly FieldModel[];
}

/** A domain service: pure, no input or output. Every method is a stub that answers `UNIMPLEMENTED` until it is written. */
export interface ServiceModel extends Element {
  readonly methods: readonly CallModel[];
}
export interface CallModel extends Element {
  readonly input: readonly FieldModel[];
  /** A single type is one field named after its type; none: empty. */
  readonly output: readonly FieldModel[];
  /** The output was written as a single type, so the method returns the bare value. */
  readonly bare: boolean;
}

/** Anti-corruption layer: a port in the application, adapters in the infrastructure. */
export interface AdapterModel extends Element {
  /** One adapter per member of this enum, chosen at run time. */
  readonly select?: string;
  /** Environment variables, by member of `select`; without `select` under the key ''. */
  readonly env: Readonly<Record<string, readonly string[]>>;
  readonly operations: readonly CallModel[];
}

// ---------------------------------------------------------------- use cases

export interface UseCaseModel extends Element {
  readonly kind: 'command' | 'query';
  readonly aggregate: string;
  readonly action:
    | { readonly kind: 'operation'; readonly operation: string }
    | { readonly kind: 'get' }
    | { readonly kind: 'finder'; readonly finder: string }
    | { readonly kind: 'custom' };
  /** Of a custom use case only; the others take what their action takes. */
  readonly input: readonly FieldModel[];
  readonly output: OutputModel;
  readonly uses: readonly UseModel[];
  readonly requires: readonly RuleModel[];
}
export type OutputModel =
  | { readonly kind: 'aggregate'; readonly aggregate: string }
  | { readonly kind: 'empty' }
  /** `name` is the plural that holds the elements (`orders`). */
  | { readonly kind: 'page'; readonly name: string; readonly element: TypeModel }
  | { readonly kind: 'fields'; readonly fields: readonly FieldModel[]; readonly bare: boolean };
export type UseModel =
  | { readonly kind: 'aggregate'; readonly aggregate: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'adapter'; readonly adapter: string; readonly operation: string };

/** When an event happens, run a use case. */
export interface PolicyModel extends Element {
  readonly on: { readonly context?: string; readonly event: string };
  readonly run: string;
  /**
   * Field of the event by input of the use case, complete: what the plan leaves out is filled by name, and the `id` of
   * the event's own aggregate from `<aggregate>Id`. An input that is not listed is optional and stays absent.
   */
  readonly with: Readonly<Record<string, string>>;
}

export interface GrpcServiceModel extends Element {
  /** Names of use cases, in the order of the rpcs. */
  readonly useCases: readonly string[];
}

import type { RefType } from '@planner/model';
import type { Exported, Registry } from '@planner/target';

/** The generated names of one aggregate in the domain, and of what is answered of it. */
export interface AggregateNames {
  /** `order`: folder, stem of modules, local name for one. */
  readonly snake: string;
  readonly root: Exported;
  /** `OrderState`, in the module of the root. */
  readonly state: Exported;
  /** `OrderId`. */
  readonly id: Exported;
  /** Alias for the union of its events: `OrderEvent`. */
  readonly event: Exported;
  readonly transitionError: Exported;
  /** Where the stubs of the aggregate stand; the file exists only if there are any. */
  readonly rulesFile: string;
  readonly errorsFile: string;
  readonly operations: ReadonlyMap<string, OperationNames>;
  readonly entities: ReadonlyMap<string, EntityNames>;
  /** Error of each rule (invariants of the root, requirements of its operations) by the rule's name. */
  readonly ruleErrors: ReadonlyMap<string, Exported>;
  /** `OrderDto`, in the application layer. */
  readonly dto: Exported;
}
export interface OperationNames {
  /** Of the root: a class method for `create`. */
  readonly method: string;
  /** Keyword argument by parameter. */
  readonly arguments: ReadonlyMap<string, string>;
}
export interface EntityNames {
  readonly snake: string;
  readonly type: Exported;
  readonly id: Exported;
  /** What a caller gives to make one: `FillDraft`, in the module of the entity. */
  readonly draft: Exported;
  readonly rulesFile: string;
  readonly ruleErrors: ReadonlyMap<string, Exported>;
  /** `FillDto`, beside the DTO of its aggregate. */
  readonly dto: Exported;
}
export interface ValueObjectNames {
  readonly snake: string;
  readonly type: Exported;
  readonly rulesFile: string;
  readonly ruleErrors: ReadonlyMap<string, Exported>;
  /** `MoneyDto`; of a composite one only. */
  readonly dto: Exported;
}
export interface EnumNames {
  readonly snake: string;
  readonly type: Exported;
}

export interface ServiceMethodNames {
  readonly method: string;
  /** `FeePolicyFeeForResult`; exists only if it answers several fields. */
  readonly result: Exported;
}

/** Names of everything in the domain. The look-ups throw on a name that the model does not have. */
export interface Names {
  /** For the names of further layers; claims are made in `src/render.ts`, for all phases. */
  readonly registry: Registry;
  aggregate(name: string): AggregateNames;
  entity(aggregate: string, name: string): EntityNames;
  valueObject(name: string): ValueObjectNames;
  enum(name: string): EnumNames;
  event(name: string): Exported;
  /** A domain service. */
  service(name: string): Exported;
  serviceMethod(service: string, method: string): ServiceMethodNames;
  /** The port of an adapter, in the application layer. */
  adapter(name: string): Exported;
  /** The class of a use case, in the application layer. */
  useCase(name: string): Exported;
  /** The identity of another context's aggregate: `AccountsAccountId`. */
  foreignId(context: string, aggregate: string): Exported;
  /** One reference to every aggregate of another context that the model names, sorted. */
  readonly foreignReferences: readonly RefType[];
}

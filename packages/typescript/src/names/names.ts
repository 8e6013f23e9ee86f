import type { RefType } from '@planner/model';
import type { Exported, Registry } from '@planner/target';

/** The generated names of one aggregate; the files are those of the domain layer. */
export interface AggregateNames {
  /** `order`, the folder and the stem of file names. */
  readonly kebab: string;
  readonly root: Exported;
  readonly id: Exported;
  /** Plain immutable data: `OrderData`. */
  readonly data: Exported;
  readonly state: Exported;
  /** Union of its events: `OrderEvent`. */
  readonly event: Exported;
  readonly transitionError: Exported;
  /** Where the stubs of the aggregate stand; the file exists only if there are any. */
  readonly rulesFile: string;
  readonly errorsFile: string;
  readonly indexFile: string;
  readonly operations: ReadonlyMap<string, OperationNames>;
  readonly entities: ReadonlyMap<string, EntityNames>;
  /** Error of each rule (invariants of the root, requirements of its operations) by the rule's name. */
  readonly ruleErrors: ReadonlyMap<string, Exported>;
}
export interface OperationNames {
  /** Of the root: static for `create`. */
  readonly method: string;
  /** `OrderCancelInput`; the type exists only if the operation has parameters. */
  readonly input: Exported;
}
export interface EntityNames {
  readonly kebab: string;
  readonly type: Exported;
  readonly id: Exported;
  readonly data: Exported;
  /** What a caller gives to make one, as domain values and as plain data. */
  readonly draft: Exported;
  readonly draftData: Exported;
  readonly rulesFile: string;
  readonly ruleErrors: ReadonlyMap<string, Exported>;
}
export interface ValueObjectNames {
  readonly kebab: string;
  readonly type: Exported;
  /** `MoneyData`; of a composite one only. */
  readonly data: Exported;
  readonly rulesFile: string;
  readonly ruleErrors: ReadonlyMap<string, Exported>;
}
export interface EnumNames {
  readonly kebab: string;
  /** The union of its members. */
  readonly type: Exported;
  /** The members in order: `SIDES`. */
  readonly members: Exported;
}

export interface ServiceMethodNames {
  readonly method: string;
  /** `FeePolicyFeeForInput`; exists only if the method takes anything. */
  readonly input: Exported;
  /** `FeePolicyFeeForOutput`; exists only if it answers several fields. */
  readonly output: Exported;
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

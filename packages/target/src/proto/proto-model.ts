import type { DefaultModel, TypeModel } from '@planner/model';
import type { ProtoNumbers } from './numbers';

/** The gRPC contract of a context, ready to print and to generate servers from. Plain data, the same for every language. */
export interface ProtoModel {
  /** `market_data.v1`. */
  readonly package: string;
  /** Below the proto root: `market_data/v1`. */
  readonly directory: string;
  /** Sorted by path; none of them imports another in a circle. */
  readonly files: readonly ProtoFile[];
  readonly services: readonly ProtoService[];
  /** Every message by its proto name. */
  readonly messages: Readonly<Record<string, ProtoMessage>>;
  readonly enums: Readonly<Record<string, ProtoEnum>>;
  /** What is given out after this rendering. */
  readonly numbers: ProtoNumbers;
}

export interface ProtoFile {
  /** Below the proto root: `broker/v1/order_service.proto`. */
  readonly path: string;
  readonly package: string;
  /** Paths, sorted. */
  readonly imports: readonly string[];
  readonly services: readonly ProtoService[];
  readonly enums: readonly ProtoEnum[];
  readonly messages: readonly ProtoMessage[];
}

export interface ProtoService {
  /** Ends in `Service`. */
  readonly name: string;
  /** As the plan names it. */
  readonly planName: string;
  readonly file: string;
  readonly description?: string;
  readonly rpcs: readonly ProtoRpc[];
}

export interface ProtoRpc {
  /** Name of the rpc, and of the use case in the plan. */
  readonly name: string;
  readonly description?: string;
  /** Names of messages. */
  readonly request: string;
  readonly response: string;
}

export interface ProtoMessage {
  readonly name: string;
  readonly kind: 'valueObject' | 'entity' | 'aggregate' | 'request' | 'response';
  /** The type of the plan, or the use case. */
  readonly planName: string;
  /** Of an entity: its aggregate. */
  readonly aggregate?: string;
  readonly file: string;
  readonly description?: string;
  /** By number. */
  readonly fields: readonly ProtoField[];
  readonly reserved: ProtoReserved;
}

export interface ProtoField {
  /** On the wire: snake_case. */
  readonly name: string;
  readonly number: number;
  readonly type: ProtoType;
  /** `optional` keeps presence; repeated fields and maps have none. */
  readonly label: 'none' | 'optional' | 'repeated';
  readonly comment?: string;
  readonly origin: FieldOrigin;
}

export type ProtoScalar = 'string' | 'int32' | 'int64' | 'double' | 'bool' | 'bytes';
export type WellKnown = 'Timestamp' | 'Duration' | 'Struct';
export type ProtoElementType =
  | { readonly kind: 'scalar'; readonly name: ProtoScalar }
  | { readonly kind: 'wellKnown'; readonly name: WellKnown }
  | { readonly kind: 'message' | 'enum'; readonly name: string };
/** A map has string keys. */
export type ProtoType = ProtoElementType | { readonly kind: 'map'; readonly value: ProtoElementType };

/** What of the model a field carries. */
export type FieldOrigin =
  /** A field of a value object, entity or aggregate; a parameter of an operation; a filter; input or output of a custom use case. */
  | { readonly kind: 'field' | 'parameter' | 'filter' | 'input' | 'output'; readonly name: string; readonly slot: ProtoSlot }
  | { readonly kind: 'lifecycle'; readonly name: string; readonly slot: ProtoSlot }
  /** The identity of an aggregate or entity, in its own message and in a request that addresses it. */
  | { readonly kind: 'id'; readonly name: 'id'; readonly slot: ProtoSlot }
  | { readonly kind: 'version' | 'createdAt' | 'updatedAt' | 'expectedVersion' | 'pageSize' | 'pageToken' | 'nextPageToken'; readonly name: string }
  /** The aggregate that a response answers with. */
  | { readonly kind: 'answer'; readonly name: string; readonly slot: ProtoSlot }
  /** The elements of a page. */
  | { readonly kind: 'items'; readonly name: string; readonly slot: ProtoSlot };

export interface ProtoSlot {
  readonly type: TypeModel;
  readonly optional: boolean;
  readonly default?: DefaultModel;
}

export interface ProtoEnum {
  readonly name: string;
  readonly planName: string;
  readonly file: string;
  readonly description?: string;
  /** `ORDER_STATUS_UNSPECIFIED`, always 0. */
  readonly unspecified: string;
  /** By number, from 1. `member` is the plan's name. */
  readonly values: readonly { readonly name: string; readonly number: number; readonly member: string; readonly description?: string }[];
  readonly reserved: ProtoReserved;
}

export interface ProtoReserved {
  /** Ascending. */
  readonly numbers: readonly number[];
  /** Without those that came back under a new number; sorted. */
  readonly names: readonly string[];
}

import type { SourceSpan } from '@planner/model';
import type { Phase } from '../target';

/** Something that a plan names and that the code has in one place: what drift is measured by. */
export interface CodeElement extends CodePlace {
  readonly kind: ElementKind;
  /** As the plan writes it: `Order`, `Order.limitPrice`, `Order.Fill.price`, `PlaceOrder`, `OrderService.PlaceOrder`. */
  readonly name: string;
  /** The phase that writes it. */
  readonly phase: Phase;
  /** Where the plan says so; absent for what only follows from it. */
  readonly span?: SourceSpan;
  /** Of an operation: the states in which it is allowed. */
  readonly from?: readonly string[];
}

/** Where a language writes something. */
export interface CodePlace {
  /** From the project's directory. */
  readonly file: string;
  /** The class, interface, constant or message that stands for it, or that holds it. */
  readonly declaration: string;
  /** Its field, method or member there; absent for the declaration as a whole. */
  readonly member?: string;
  /** A text that the declaration holds, where the language writes members of enums so. */
  readonly text?: string;
}

export type ElementKind =
  | 'aggregate'
  | 'field'
  | 'operation'
  | 'entity'
  | 'value object'
  | 'enum'
  | 'enum member'
  | 'event'
  | 'domain service'
  | 'service method'
  | 'repository'
  | 'port'
  | 'port operation'
  | 'use case'
  | 'rpc'
  | 'message'
  | 'message field';

/** Where a language writes each kind; names are those of the plan. Nothing for what it writes nowhere. */
export interface ElementPlaces {
  aggregate(name: string): CodePlace;
  /** A field, the lifecycle included, of the aggregate's state. */
  aggregateField(aggregate: string, field: string): CodePlace;
  operation(aggregate: string, operation: string): CodePlace;
  entity(aggregate: string, entity: string): CodePlace;
  entityField(aggregate: string, entity: string, field: string): CodePlace;
  valueObject(name: string): CodePlace;
  /** Of a composite one. */
  valueObjectField(name: string, field: string): CodePlace;
  enum(name: string): CodePlace;
  enumMember(name: string, member: string): CodePlace;
  event(name: string): CodePlace;
  eventField(event: string, field: string): CodePlace;
  domainService(name: string): CodePlace;
  serviceMethod(service: string, method: string): CodePlace;
  repository(aggregate: string): CodePlace;
  port(adapter: string): CodePlace;
  portOperation(adapter: string, operation: string): CodePlace;
  useCase(name: string): CodePlace;
  /** `service` is the plan's name. */
  rpc(service: string, useCase: string): CodePlace;
}

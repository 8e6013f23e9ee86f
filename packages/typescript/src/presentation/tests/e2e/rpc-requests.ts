import { snakeCase } from '@planner/model';
import { aggregateNamed, type ExposedRpc, type ProtoField, type ProtoMessage } from '@planner/target';
import { identityType } from '../../../application/identity';
import type { ImportSet } from '../../../imports';
import type { RenderContext } from '../../../render-context';
import { generatedImport } from '../../generated-import';
import { generatedService, messageProperty, rpcProperty } from '../../ts-proto-names';
import { type Entry, literal, WireSamples } from '../wire-samples';

/** A request with sample values, as a constant of a test file. */
export interface RequestView {
  /** Name of the rpc. */
  readonly title: string;
  /** Its definition: `OrderServiceService.createOrder`. */
  readonly method: string;
  readonly constant: string;
  readonly type: string;
  readonly value: string;
  /** Property of the answer that holds an aggregate; empty for none. */
  readonly answer: string;
}

/** Variant of the samples that stand for what does not exist. */
const UNKNOWN = 999;

/** The source of requests of one test file. */
export class RpcRequests {
  readonly samples: WireSamples;

  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {
    this.samples = new WireSamples(context, imports);
  }

  /** A request about an aggregate that does not exist; what it carries is the samples of that variant. */
  view(rpc: ExposedRpc, variant: number): RequestView {
    const entries = rpc.request.fields.filter(({ origin }) => origin.kind !== 'expectedVersion').map((field) => this.entry(rpc, field, variant));
    return {
      title: rpc.rpc.name,
      method: this.method(rpc),
      constant: this.constant(rpc),
      type: generatedImport(this.context, rpc.request, this.imports, 'type'),
      value: literal(entries),
      answer: this.answer(rpc),
    };
  }

  /** The same with samples of things that do not exist. */
  unknown(rpc: ExposedRpc): RequestView {
    return this.view(rpc, UNKNOWN);
  }

  /** A parameter with the sample of a variant. */
  parameter(rpc: ExposedRpc, name: string, variant: number): Entry {
    const field = rpc.request.fields.find(({ origin }) => origin.name === name);
    if (!field) throw new Error(`${rpc.rpc.name} takes no ${name}`);
    return this.entry(rpc, field, variant);
  }

  constant({ rpc }: ExposedRpc): string {
    return `${rpcProperty(rpc.name)}Request`;
  }

  method({ service, rpc }: ExposedRpc): string {
    return `${this.imports.value(generatedService(service.name, service.file))}.${rpcProperty(rpc.name)}`;
  }

  answer({ response }: ExposedRpc): string {
    const field = response.fields.find(({ origin }) => origin.kind === 'answer');
    return field ? messageProperty(field) : '';
  }

  /** Type of an aggregate's message. */
  messageType(aggregate: string): string {
    return generatedImport(this.context, this.messageOf(aggregate), this.imports, 'type');
  }

  /** `status: OrderStatusMessage.ORDER_STATUS_OPEN`. */
  statusLine(aggregate: string, state: string): string {
    const { lifecycle } = aggregateNamed(this.context.model, aggregate);
    const proto = Object.values(this.context.proto.enums).find(({ planName }) => planName === lifecycle?.enum);
    const value = proto?.values.find(({ member }) => member === state);
    if (!lifecycle || !proto || !value) throw new Error(`${aggregate} has no state ${state}`);
    return `${propertyOf(lifecycle.name)}: ${generatedImport(this.context, proto, this.imports, 'value')}.${value.name}`;
  }

  private messageOf(aggregate: string): ProtoMessage {
    const message = Object.values(this.context.proto.messages).find(({ kind, planName }) => kind === 'aggregate' && planName === aggregate);
    if (!message) throw new Error(`the contract has no message for ${aggregate}`);
    return message;
  }

  private entry(rpc: ExposedRpc, field: ProtoField, variant: number): Entry {
    const name = messageProperty(field);
    if (field.origin.kind === 'id') return { name, value: this.samples.value(identityType(aggregateNamed(this.context.model, rpc.useCase.aggregate)), UNKNOWN) };
    return this.samples.of(rpc.request).entries(rpc.request, variant).find((entry) => entry.name === name) ?? { name, value: 'undefined' };
  }
}

/** The property of a message for a name of the plan. */
export function propertyOf(planName: string): string {
  return messageProperty({ name: snakeCase(planName) });
}

import { snakeCase, upperSnakeCase } from '@planner/model';
import { aggregateNamed, type ExposedRpc, identityType, messageOfType, type ProtoField } from '@planner/target';
import type { ImportSet } from '../../../imports';
import type { RenderContext } from '../../../render-context';
import { enumOf } from '../../enums';
import { fieldOf, generated, generatedStub } from '../../generated';
import { type Entry, WireSamples } from '../wire-samples';

/** A request with sample values, as a constant of a test module. */
export interface CallView {
  /** `create_order`: part of the names of tests. */
  readonly title: string;
  /** Source of the method of a stub: `order_service_pb2_grpc.OrderServiceStub(service.channel).CreateOrder`. */
  readonly method: string;
  readonly constant: string;
  readonly type: string;
  readonly value: string;
  /** Source of the aggregate in the variable `answer`; empty for an answer without one. */
  readonly answer: string;
}

/** Variant of the samples that stand for what does not exist. */
const UNKNOWN = 999;

/** The source of calls in one test module. */
export class Calls {
  readonly samples: WireSamples;

  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {
    this.samples = new WireSamples(context, imports);
  }

  /** A call about an aggregate that does not exist; what it carries is the samples of that variant. */
  view(rpc: ExposedRpc, variant: number): CallView {
    const entries = rpc.request.fields.flatMap((field) => this.entry(rpc, field, variant));
    return {
      title: snakeCase(rpc.rpc.name),
      method: this.method(rpc),
      constant: this.constant(rpc),
      type: generated(rpc.request, this.imports),
      value: this.samples.literal(rpc.request, entries),
      answer: this.answer(rpc),
    };
  }

  /** The same with samples of things that do not exist. */
  unknown(rpc: ExposedRpc): CallView {
    return this.view(rpc, UNKNOWN);
  }

  /** A parameter with the sample of a variant. */
  parameter(rpc: ExposedRpc, name: string, variant: number): Entry {
    const field = rpc.request.fields.find(({ origin }) => origin.name === name);
    const [entry] = field === undefined ? [] : this.entry(rpc, field, variant);
    if (entry === undefined) throw new Error(`${rpc.rpc.name} takes no ${name}`);
    return entry;
  }

  constant({ rpc }: ExposedRpc): string {
    return upperSnakeCase(rpc.name);
  }

  method({ service, rpc }: ExposedRpc): string {
    return `${generatedStub(service, this.imports)}(service.channel).${rpc.name}`;
  }

  answer({ response }: ExposedRpc): string {
    const field = response.fields.find(({ origin }) => origin.kind === 'answer');
    return field === undefined ? '' : fieldOf('answer', field.name);
  }

  /** Type of an aggregate's message. */
  messageType(aggregate: string): string {
    return generated(messageOfType(this.context.proto, aggregate), this.imports);
  }

  /** `order.status == types_pb2.ORDER_STATUS_OPEN`. */
  stateCheck(aggregate: string, message: string, state: string): string {
    const { lifecycle } = aggregateNamed(this.context.model, aggregate);
    if (lifecycle === undefined) throw new Error(`${aggregate} has no states`);
    const proto = enumOf(this.context, lifecycle.enum);
    const value = proto.values.find(({ member }) => member === state);
    if (value === undefined) throw new Error(`${aggregate} has no state ${state}`);
    return `${fieldOf(message, snakeCase(lifecycle.name))} == ${generated({ file: proto.file, name: value.name }, this.imports)}`;
  }

  private entry(rpc: ExposedRpc, field: ProtoField, variant: number): Entry[] {
    const { name } = field;
    if (field.origin.kind !== 'id')
      return this.samples
        .of(rpc.request)
        .entries(rpc.request, variant)
        .filter((entry) => entry.name === name);
    return [
      {
        name,
        value: this.samples.value(identityType(aggregateNamed(this.context.model, rpc.useCase.aggregate)), UNKNOWN),
      },
    ];
  }
}

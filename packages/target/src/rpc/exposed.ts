import type { ProtoField, ProtoMessage, ProtoModel, ProtoRpc, ProtoService } from '../proto';
import type { ContextModel, TypeModel, UseCaseModel } from '@planner/model';
import { remembered } from '../remembered';
import { type RequestSlot, requestSlots } from './request-slots';
import { reach, type Reached } from './reach';

/** An rpc with what stands behind it. */
export interface ExposedRpc {
  readonly service: ProtoService;
  readonly rpc: ProtoRpc;
  readonly useCase: UseCaseModel;
  readonly request: ProtoMessage;
  readonly response: ProtoMessage;
}

/** What a context exposes: its model and its contract. */
export interface Exposure {
  readonly model: ContextModel;
  readonly proto: ProtoModel;
}

/** Every rpc, in the order of the services. */
export function exposedRpcs({ model, proto }: Exposure): readonly ExposedRpc[] {
  return rpcsOf(model)(proto);
}

const rpcsOf = remembered((model: ContextModel) => {
  const useCases = new Map(model.useCases.map((useCase) => [useCase.name, useCase]));
  return remembered((proto: ProtoModel) =>
    proto.services.flatMap((service) => service.rpcs.map((rpc) => exposed(useCases, proto, service, rpc))),
  );
});

function exposed(
  useCases: ReadonlyMap<string, UseCaseModel>,
  proto: ProtoModel,
  service: ProtoService,
  rpc: ProtoRpc,
): ExposedRpc {
  const useCase = useCases.get(rpc.name);
  if (!useCase) throw new Error(`the model has no use case ${rpc.name}`);
  return {
    service,
    rpc,
    useCase,
    request: messageNamed(proto, rpc.request),
    response: messageNamed(proto, rpc.response),
  };
}

export function messageNamed(proto: ProtoModel, name: string): ProtoMessage {
  const message = proto.messages[name];
  if (!message) throw new Error(`the contract has no message ${name}`);
  return message;
}

/** The message of a value object, an entity or an aggregate. */
export function messageOfType(proto: ProtoModel, planName: string): ProtoMessage {
  const message = typeMessages(proto).get(planName);
  if (!message) throw new Error(`the contract has no message for ${planName}`);
  return message;
}

const typeMessages = remembered(
  ({ messages }: ProtoModel) =>
    new Map(
      Object.values(messages)
        .filter(({ kind }) => kind !== 'request' && kind !== 'response')
        .map((message) => [message.planName, message]),
    ),
);

/** What callers send: entities as drafts in operations, whole in custom use cases. */
export interface Sent {
  readonly drafts: Reached;
  readonly whole: Reached;
}

export const sentTypes = remembered((context: Exposure): Sent => {
  const roots = exposedRpcs(context).flatMap(({ request, useCase }) =>
    request.fields.flatMap(({ origin }) =>
      'slot' in origin ? [{ type: origin.slot.type, draft: isDraft(slotOf(context.model, useCase, origin.name)) }] : [],
    ),
  );
  const types = (draft: boolean): TypeModel[] => roots.filter((root) => root.draft === draft).map(({ type }) => type);
  return { drafts: reach(context.model, types(true)), whole: reach(context.model, types(false)) };
});

/** What the service answers with. */
export const answeredTypes = remembered((context: Exposure): Reached => {
  const slots = exposedRpcs(context).flatMap(({ response }) =>
    response.fields.flatMap(({ origin }) => ('slot' in origin ? [origin.slot.type] : [])),
  );
  return reach(context.model, slots);
});

/** The parameter, filter or input that a field of a request carries. */
export function slotOf(model: ContextModel, useCase: UseCaseModel, name: string): RequestSlot | undefined {
  return requestSlots(useCase, model).find((slot) => slot.name === name);
}

/** Entities that an operation is given have no id yet. */
export function isDraft(slot: RequestSlot | undefined): boolean {
  return slot !== undefined && 'origin' in slot;
}

/** Whether a field of a request carries something of the plan rather than what every such request has. */
export function isCarried({ origin }: ProtoField): boolean {
  return origin.kind === 'parameter' || origin.kind === 'filter' || origin.kind === 'input';
}

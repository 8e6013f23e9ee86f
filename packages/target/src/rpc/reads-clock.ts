import type { ContextModel, FieldModel, TypeModel } from '@planner/model';
import type { ProtoField, ProtoModel, ProtoService } from '../proto';
import { remembered } from '../remembered';
import { type ExposedRpc, exposedRpcs, type Exposure, isDraft, slotOf } from './exposed';

/**
 * Whether reading a value of the type from a request asks a clock: somewhere in it stands a `default now` that is filled in
 * at the edge. `draft`: entities are drafts, whose own defaults are left to the root.
 */
export function readsClock(model: ContextModel, type: TypeModel, draft: boolean): boolean {
  const inFields = (fields: readonly FieldModel[], ownDefaults: boolean): boolean =>
    fields.some((field) => (ownDefaults && field.default?.kind === 'now') || readsClock(model, field.type, draft));
  switch (type.kind) {
    case 'valueObject': {
      const found = model.valueObjects.find(({ name }) => name === type.name);
      return found?.kind === 'composite' && inFields(found.fields, true);
    }
    case 'entity': {
      const entities = model.aggregates.find(({ name }) => name === type.aggregate)?.entities ?? [];
      return inFields(entities.find(({ name }) => name === type.name)?.fields ?? [], !draft);
    }
    case 'aggregate':
      return inFields(model.aggregates.find(({ name }) => name === type.name)?.fields ?? [], true);
    case 'list':
      return readsClock(model, type.element, draft);
    case 'map':
      return readsClock(model, type.value, draft);
    default:
      return false;
  }
}

/** The same of the request of an rpc. */
export function requestReadsClock(context: Exposure, rpc: ExposedRpc): boolean {
  return clockReaders(context.model)(context.proto).has(rpc);
}

/** The same of any request of a service; without one, of the whole server. */
export function serviceReadsClock(context: Exposure, service?: ProtoService): boolean {
  const readers = [...clockReaders(context.model)(context.proto)];
  return readers.some((rpc) => service === undefined || rpc.service === service);
}

/** The rpcs whose requests ask the clock. */
const clockReaders = remembered((model: ContextModel) =>
  remembered((proto: ProtoModel) => {
    const asks = ({ origin }: ProtoField, { useCase }: ExposedRpc) =>
      'slot' in origin && readsClock(model, origin.slot.type, isDraft(slotOf(model, useCase, origin.name)));
    const rpcs = exposedRpcs({ model, proto });
    return new Set(rpcs.filter((rpc) => rpc.request.fields.some((field) => asks(field, rpc))));
  }),
);

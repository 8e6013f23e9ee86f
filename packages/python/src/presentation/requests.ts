import {
  type ExposedRpc,
  impliedProperties,
  isDraft,
  type ProtoField,
  requestReadsClock,
  slotOf,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { generated } from './generated';
import { fixed } from './places';
import { type WireField, readField } from './read-text';
import { type Part, READER_LOCALS, type Reader } from './reader';

/** What makes the request of an rpc what its use case takes; nothing for a use case that takes nothing. */
export function requestReader(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): Reader | undefined {
  const { request, useCase } = rpc;
  if (request.fields.length === 0) return undefined;
  const type = imports.value(context.application.useCase(useCase.name).request);
  return {
    name: context.presentation.aggregate(useCase.aggregate).requests.get(useCase.name) ?? '',
    parameter: 'request',
    parameterType: generated(request, imports),
    result: type,
    answers: type,
    subject: useCase.name,
    parts: parts(context, rpc, imports),
    clock: requestReadsClock(context, rpc),
  };
}

function parts(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): Part[] {
  const { request, useCase } = rpc;
  const { attributes } = context.application.useCase(useCase.name);
  const taken = [...READER_LOCALS];
  const part = (place: string, argument: string, read: string): Part => {
    const local = binding(argument, taken);
    taken.push(local);
    return { place, local, argument, read };
  };
  const own = request.fields.flatMap((field) => {
    const read = readRequestField(context, rpc, field, imports);
    return read === undefined
      ? []
      : [part(field.name, attributes.get(field.origin.name) ?? impliedAttribute(field), read)];
  });
  if (!impliedProperties(useCase, context.model).includes('page')) return own;
  const page = `${imports.value(fixed('validation/requests', 'read_page'))}(request.page_size, request.page_token)`;
  return [...own, part('', 'page', page)];
}

function impliedAttribute({ origin }: ProtoField): string {
  return origin.kind === 'expectedVersion' ? 'expected_version' : origin.name;
}

/** Nothing for the fields of paging, which are read together. */
function readRequestField(
  context: RenderContext,
  { useCase }: ExposedRpc,
  { name, origin }: ProtoField,
  imports: ImportSet,
): string | undefined {
  const read = (field: Omit<WireField, 'name'>, draft: boolean): string =>
    readField(context, { name, ...field }, 'request', draft, imports);
  switch (origin.kind) {
    case 'pageSize':
    case 'pageToken':
      return undefined;
    case 'expectedVersion':
      return `${imports.value(fixed('validation/requests', 'read_version'))}(request.${name}) if request.HasField("${name}") else None`;
    case 'id':
      return `${imports.value(context.names.aggregate(useCase.aggregate).id)}(${read({ type: origin.slot.type, optional: false }, false)})`;
    case 'parameter':
    case 'filter':
    case 'input': {
      const { type, optional, default: fallback } = origin.slot;
      const slot = slotOf(context.model, useCase, origin.name);
      const value = read({ type, optional: optional || fallback !== undefined }, isDraft(slot));
      return slot !== undefined && 'origin' in slot && slot.origin === 'id'
        ? `${imports.value(context.names.aggregate(useCase.aggregate).id)}(${value})`
        : value;
    }
    default:
      throw new Error(`a request of ${useCase.name} cannot carry ${origin.kind}`);
  }
}

import type { ContextModel } from '@planner/model';
import { uniqueFieldNames } from './field-names';
import type { MessageDraft } from './drafts';
import { type NumberedEnum, numberedEnums } from './enums';
import { FieldTypes, typeText } from './field-types';
import { owner, type ProtoNames, protoNames } from './names';
import { issueMembers, type IssuedElement, type ProtoNumbers } from './numbers';
import type { ProtoElementType, ProtoField, ProtoFile, ProtoMessage, ProtoModel, ProtoService } from './proto-model';
import { reservedOf } from './reserved';
import { rpcDraft } from './rpc-messages';
import { typeMessages } from './type-messages';

/**
 * The gRPC contract of a context: what its services expose, and the types that this reaches. `issued` is what earlier
 * renderings gave out; the model's `numbers` hold that and what is new.
 */
export function protoModel(model: ContextModel, issued: ProtoNumbers): ProtoModel {
  const names = protoNames(model, issued);
  const types = new FieldTypes(model, (planName) => names.type(planName));
  const rpcs = model.grpcServices.map((service) => ({ service, drafts: service.useCases.map((useCase) => rpcDraft(model, service.name, useCase, types, names)) }));
  const roots = rpcs.flatMap(({ drafts }) => drafts.flatMap(({ request, response }) => [request, response]));
  const reached = reach(roots, typeMessages(model, types, names));

  const messages = reached.messages.map((draft) => numberedMessage(draft, issued[draft.owner]));
  const allEnums = numberedEnums(model.enums, names, issued);
  const enums = allEnums.filter(({ proto }) => reached.enums.has(proto.name));
  const services = rpcs.map(({ service, drafts }): ProtoService => ({
    name: names.service(service.name),
    planName: service.name,
    file: names.serviceFile(service.name),
    ...(service.description === undefined ? {} : { description: service.description }),
    rpcs: drafts.map(({ rpc }) => rpc),
  }));
  return {
    package: names.package,
    directory: names.directory,
    files: files(names, services, enums, messages.map(({ proto }) => proto)),
    services,
    messages: Object.fromEntries(messages.map(({ proto }) => [proto.name, proto])),
    enums: Object.fromEntries(enums.map(({ proto }) => [proto.name, proto])),
    numbers: sorted({
      ...issued,
      ...Object.fromEntries(services.map(({ name, planName }) => [owner.service(planName), { kind: 'service', name, members: {}, reserved: [] }] as const)),
      ...Object.fromEntries(enums.map((numbered) => [owner.enum(numbered.proto.planName), numbered.issued])),
      ...Object.fromEntries(messages.map((numbered) => [numbered.owner, numbered.issued])),
    }),
  };
}

/** The messages and enums that the roots need, in the order of the roots and then of `available`. */
function reach(roots: readonly MessageDraft[], available: readonly MessageDraft[]): { messages: MessageDraft[]; enums: Set<string> } {
  const byName = new Map(available.map((draft) => [draft.name, draft]));
  const found = new Set<MessageDraft>(roots);
  const enums = new Set<string>();
  for (const draft of found) {
    for (const element of draft.fields.map(elementOf)) {
      const message = element.kind === 'message' ? byName.get(element.name) : undefined;
      if (message) found.add(message);
      if (element.kind === 'enum') enums.add(element.name);
    }
  }
  return { messages: [...roots, ...available.filter((draft) => found.has(draft))], enums };
}

interface NumberedMessage {
  readonly owner: string;
  readonly proto: ProtoMessage;
  readonly issued: IssuedElement;
}

function numberedMessage({ owner: of, fields: drafts, ...draft }: MessageDraft, before: IssuedElement | undefined): NumberedMessage {
  const named = uniqueFieldNames(drafts);
  const wanted = named.map((field) => ({ name: field.name, type: typeText(field) }));
  const { members, reserved } = issueMembers(wanted, before, 1);
  const fields = named.map((field): ProtoField => ({ ...field, number: members[field.name]?.number ?? 0 }));
  return {
    owner: of,
    proto: { ...draft, fields: fields.sort((a, b) => a.number - b.number), reserved: reservedOf({ members, reserved }) },
    issued: { kind: 'message', name: draft.name, members, reserved },
  };
}

function files(names: ProtoNames, services: readonly ProtoService[], enums: readonly NumberedEnum[], messages: readonly ProtoMessage[]): ProtoFile[] {
  const places = new Map([...enums.map(({ proto }) => proto), ...messages].map(({ name, file }) => [name, file]));
  const paths = [...new Set([...services.map(({ file }) => file), ...places.values()])].sort();
  return paths.map((path): ProtoFile => {
    const own = messages.filter(({ file }) => file === path);
    return {
      path,
      package: names.package,
      imports: imports(path, own, places),
      services: services.filter(({ file }) => file === path),
      enums: enums.map(({ proto }) => proto).filter(({ file }) => file === path),
      messages: own,
    };
  });
}

function imports(path: string, messages: readonly ProtoMessage[], places: ReadonlyMap<string, string>): string[] {
  const elements = messages.flatMap(({ fields }) => fields.map(elementOf));
  const needed = elements.flatMap((element) => {
    if (element.kind === 'scalar') return [];
    if (element.kind === 'wellKnown') return [`google/protobuf/${element.name.toLowerCase()}.proto`];
    return [places.get(element.name) ?? path];
  });
  return [...new Set(needed)].filter((file) => file !== path).sort();
}

function elementOf({ type }: Pick<ProtoField, 'type'>): ProtoElementType {
  return type.kind === 'map' ? type.value : type;
}

function sorted(numbers: ProtoNumbers): ProtoNumbers {
  return Object.fromEntries(Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

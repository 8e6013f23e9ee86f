import type { AggregateModel, CompositeValueObjectModel, ContextModel, EntityModel, TypeModel } from '@planner/model';
import { type FieldDraft, idField, type MessageDraft, timeFields, valueField, valueFields, versionField } from './drafts';
import type { FieldTypes } from './field-types';
import type { ProtoNames } from './names';

const GENERATED_ID: TypeModel = { kind: 'scalar', scalar: 'uuid' };

/** Messages of all composite value objects, entities and aggregates. */
export function typeMessages(model: ContextModel, types: FieldTypes, names: ProtoNames): MessageDraft[] {
  const composites = model.valueObjects.filter((valueObject) => valueObject.kind === 'composite');
  const sent = aggregatesSent(model);
  return [
    ...composites.map((valueObject) => valueObjectMessage(valueObject, types, names)),
    ...model.aggregates.flatMap((aggregate) => [
      aggregateMessage(aggregate, types, names, sent.has(aggregate.name)),
      ...aggregate.entities.map((entity) => entityMessage(aggregate, entity, types, names)),
    ]),
  ];
}

function valueObjectMessage(valueObject: CompositeValueObjectModel, types: FieldTypes, names: ProtoNames): MessageDraft {
  return draft('valueObject', valueObject, names, names.sharedFile, valueFields(types, valueObject.fields, 'field', 'sent'));
}

function aggregateMessage(aggregate: AggregateModel, types: FieldTypes, names: ProtoNames, isSent: boolean): MessageDraft {
  const { lifecycle } = aggregate;
  const fields = [
    idField(types, identityType(aggregate)),
    ...valueFields(types, aggregate.fields, 'field', isSent ? 'sent' : 'answered'),
    ...(lifecycle ? [valueField(types, { name: lifecycle.name, type: { kind: 'enum', name: lifecycle.enum }, optional: false }, 'lifecycle', 'answered')] : []),
    versionField,
    ...timeFields,
  ];
  return draft('aggregate', aggregate, names, names.aggregateFile(aggregate.name), fields);
}

/** Callers send the same message; an id that is generated is ignored there. */
function entityMessage(aggregate: AggregateModel, entity: EntityModel, types: FieldTypes, names: ProtoNames): MessageDraft {
  const generated = entity.identity.kind === 'generated';
  const id: FieldDraft = { ...idField(types, identityType(entity)), ...(generated ? { comment: 'Given by the service; ignored where a caller sends it.' } : {}) };
  const fields = [id, ...valueFields(types, entity.fields, 'field', 'sent')];
  return { ...draft('entity', entity, names, names.aggregateFile(aggregate.name), fields), aggregate: aggregate.name };
}

function draft(kind: MessageDraft['kind'], element: { readonly name: string; readonly description?: string }, names: ProtoNames, file: string, fields: readonly FieldDraft[]): MessageDraft {
  return {
    owner: element.name,
    name: names.type(element.name),
    kind,
    planName: element.name,
    file,
    ...(element.description === undefined ? {} : { description: element.description }),
    fields,
  };
}

/** The type of an identity: the one given in the plan, else a uuid. */
export function identityType({ identity }: Pick<AggregateModel, 'identity'>): TypeModel {
  return identity.kind === 'given' ? identity.type : GENERATED_ID;
}

/** Aggregates that some custom use case takes whole. */
function aggregatesSent(model: ContextModel): Set<string> {
  const inputs = model.useCases.flatMap(({ input }) => input.map(({ type }) => innermost(type)));
  return new Set(inputs.flatMap((type) => (type.kind === 'aggregate' ? [type.name] : [])));
}

/** The type itself, or what a list or map holds. */
export function innermost(type: TypeModel): TypeModel {
  if (type.kind === 'list') return type.element;
  return type.kind === 'map' ? type.value : type;
}

import { type AggregateModel, type EventModel, lowerFirst } from '@planner/model';
import { type RenderedFile, stringLiteral } from '@planner/target';
import { eventType } from '../domain/events';
import type { ImportSet } from '../imports';
import { eventProperty } from '../names';
import type { RenderContext } from '../render-context';
import { idRef, idText } from './stored-aggregate';
import { inPersistence, Values } from './values';

/** Events of an aggregate as they leave the service: `order-event-records.ts`. */
export function renderEventRecords(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { eventToRecord } = context.repository.aggregate(aggregate.name);
  const { file, name } = eventToRecord;
  const imports = context.imports(file);
  const values = new Values(context, imports);
  const events = context.model.events.filter((event) => event.aggregate === aggregate.name);
  const view = {
    name,
    aggregate: stringLiteral(aggregate.name),
    event: imports.type(context.names.aggregate(aggregate.name).event),
    record: imports.type(inPersistence('EventRecord', 'event-sink')),
    instantToText: events.length === 0 ? '' : values.stored('instantToText'),
    id: idText(context, aggregate, context.types.toData({ type: idRef(aggregate), optional: false }, `event.${lowerFirst(aggregate.name)}Id`, imports)),
    events: events.map((event) => eventView(context, aggregate, event, values, imports)),
  };
  return context.file(2, file, context.templates.render('repository/event-records.ts', { ...view, imports: imports.print() }));
}

function eventView(context: RenderContext, aggregate: AggregateModel, event: EventModel, values: Values, imports: ImportSet): object {
  const id = `event.${lowerFirst(event.aggregate)}Id`;
  const ref = idRef(aggregate);
  const fields = event.fields.map(({ name, type, optional }) => {
    const value = `event.${eventProperty(name)}`;
    const document = values.toDocument(type, context.types.toData({ type, optional: false }, value, imports));
    return { name, value: optional && document !== value ? `${value} === undefined ? undefined : ${document}` : document };
  });
  const idData = context.types.toData({ type: ref, optional: false }, id, imports);
  return {
    type: stringLiteral(eventType(context, event)),
    fields: [{ name: `${lowerFirst(event.aggregate)}Id`, value: values.toDocument(ref, idData) }, ...fields],
  };
}

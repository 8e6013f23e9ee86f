import { type AggregateModel, type EventModel, lowerFirst } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { eventIdAttribute } from '../domain/events';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { inPersistence } from './names';
import { idRef, idText } from './stored-aggregate';
import { unlessAbsent, Values } from './values';

/** Events of an aggregate as they leave the service: `order_event_records.py`. */
export function renderEventRecords(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { file, name } = context.repository.aggregate(aggregate.name).eventRecord;
  const imports = context.imports(file);
  const values = new Values(context, imports);
  const events = context.model.events.filter((event) => event.aggregate === aggregate.name);
  const views = events.map((event) => ({
    ...eventView(aggregate, event, values),
    // One of several is told by its class.
    type: events.length > 1 ? imports.value(context.names.event(event.name)) : '',
  }));
  const view = {
    name,
    aggregate: pyString(aggregate.name),
    event: imports.value(context.names.aggregate(aggregate.name).event),
    record: imports.value(inPersistence('EventRecord', 'events')),
    id: idText(context, aggregate, `event.${eventIdAttribute(aggregate.name)}`),
    events: views,
    ...(events.length > 0 && {
      instantText: imports.kernel('time', 'instant_text'),
      mayBeAbsent: views.some(({ mayBeAbsent }) => mayBeAbsent),
    }),
    ...(views.some(({ mayBeAbsent }) => mayBeAbsent) && { present: values.stored('present') }),
  };
  return context.file(
    2,
    file,
    context.templates.render('repository/event_records.py', { ...view, imports: imports.print() }),
  );
}

function eventView(aggregate: AggregateModel, event: EventModel, values: Values) {
  const fields = event.fields.map(({ name, type, optional }) => {
    const value = `event.${attribute(name)}`;
    return { name: pyString(name), value: unlessAbsent(optional ? [value] : [], values.toDocument(type, value)) };
  });
  const id = {
    name: pyString(`${lowerFirst(event.aggregate)}Id`),
    value: values.toDocument(idRef(aggregate), `event.${eventIdAttribute(event.aggregate)}`),
  };
  return {
    mayBeAbsent: event.fields.some(({ optional }) => optional),
    fields: [id, ...fields],
  };
}

import { type AggregateModel, type EventModel, snakeCase } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring, pyString } from '../text';

/** `broker.OrderPlaced.v1`: explicit, and versioned for those who listen. */
export function eventType({ model }: RenderContext, event: EventModel): string {
  return `${model.context}.${event.name}.v1`;
}

/** The field of an event that names its aggregate: `order_id`. */
export function eventIdAttribute(aggregate: string): string {
  return `${snakeCase(aggregate)}_id`;
}

export function renderEvent(context: RenderContext, event: EventModel): RenderedFile {
  const name = context.names.event(event.name);
  const imports = context.imports(name.file);
  const view = {
    dataclass: imports.from('dataclasses', 'dataclass'),
    classVar: imports.from('typing', 'ClassVar'),
    base: imports.kernel('domain_event', 'DomainEvent'),
    doc: pyDocstring(event.description, '    '),
    name: name.name,
    type: pyString(eventType(context, event)),
    idName: eventIdAttribute(event.aggregate),
    id: imports.value(context.names.aggregate(event.aggregate).id),
    fields: event.fields.map((field) => ({
      doc: pyDocstring(field.description, '    '),
      name: attribute(field.name),
      type: context.types.domain(field, imports),
    })),
  };
  return context.file(1, name.file, context.templates.render('domain/event.py', { ...view, imports: imports.print() }));
}

/** The union of the events of an aggregate. */
export function renderEventUnion(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { event } = context.names.aggregate(aggregate.name);
  const imports = context.imports(event.file);
  const own = context.model.events.filter((each) => each.aggregate === aggregate.name);
  const events = own.map((each) => imports.value(context.names.event(each.name)));
  const union = events.length === 0 ? imports.from('typing', 'Never') : events.join(' | ');
  const view = { name: event.name, union, imports: imports.print() };
  return context.file(1, event.file, context.templates.render('domain/event-union.py', view));
}

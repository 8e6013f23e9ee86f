import { type AggregateModel, type EventModel, lowerFirst } from '@planner/model';
import { docComment, type RenderedFile, stringLiteral } from '@planner/target';
import { eventProperty } from '../names';
import type { RenderContext } from '../render-context';

/** `broker.OrderPlaced.v1`: explicit, and versioned for those who listen. */
export function eventType({ model }: RenderContext, event: EventModel): string {
  return `${model.context}.${event.name}.v1`;
}

export function renderEvent(context: RenderContext, event: EventModel): RenderedFile {
  const name = context.names.event(event.name);
  const imports = context.imports(name.file);
  imports.kernelType('DomainEvent');
  const view = {
    doc: docComment(event.description),
    name: name.name,
    type: stringLiteral(eventType(context, event)),
    idName: `${lowerFirst(event.aggregate)}Id`,
    id: imports.type(context.names.aggregate(event.aggregate).id),
    fields: event.fields.map((field) => ({
      doc: docComment(field.description, '  '),
      name: eventProperty(field.name),
      type: context.types.domain(field, imports),
    })),
  };
  return context.file(1, name.file, context.templates.render('domain/event.ts', { ...view, imports: imports.print() }));
}

/** The union of the events of an aggregate. */
export function renderEventUnion(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { event } = context.names.aggregate(aggregate.name);
  const imports = context.imports(event.file);
  const own = context.model.events.filter((each) => each.aggregate === aggregate.name);
  const events = own.map((each) => imports.type(context.names.event(each.name)));
  return context.file(
    1,
    event.file,
    context.templates.render('domain/event-union.ts', { name: event.name, events, imports: imports.print() }),
  );
}

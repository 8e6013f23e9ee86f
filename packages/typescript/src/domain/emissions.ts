import {
  type AggregateModel,
  type EmissionModel,
  type EventFieldSource,
  type EventModel,
  type FieldModel,
  lowerFirst,
  type OperationModel,
  type TypeModel,
} from '@planner/model';
import { type RuleFunctions, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { eventProperty } from '../names';
import type { RenderContext } from '../render-context';
import type { Types } from '../types';
import { eventType } from './events';
import type { ListStatements } from './list-changes';
import { objectLiteral } from './literals';

/** The events of an operation: a list in one expression, or collected by statements where they depend on the new state. */
export interface Emitted {
  readonly statements: readonly string[];
  readonly list: string;
}

interface Where {
  readonly functions: RuleFunctions;
  readonly lists: ListStatements;
  readonly given: string;
  /** The variable of the new state. */
  readonly after: string;
  readonly imports: ImportSet;
}

export function emittedEvents(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  where: Where,
): Emitted {
  const always = (emission: EmissionModel) =>
    emission.states === undefined || operation.to.every((state) => emission.states?.includes(state));
  const printed = operation.emissions.map((emission) => ({
    emission,
    source: eventSource(context, aggregate, operation, emission, where),
  }));
  if (operation.emissions.every(always))
    return { statements: [], list: `[${printed.map(({ source }) => source).join(', ')}]` };
  const union = where.imports.type(context.names.aggregate(aggregate.name).event);
  const statements = printed.map(({ emission, source }) => {
    const push = `events.push(${source});`;
    return always(emission) ? push : `if (${condition(aggregate, emission.states ?? [], where.after)}) { ${push} }`;
  });
  return { statements: [`const events: ${union}[] = [];`, ...statements], list: 'events' };
}

function condition({ lifecycle }: AggregateModel, states: readonly string[], after: string): string {
  return states.map((state) => `${after}.${lifecycle?.name ?? ''} === ${stringLiteral(state)}`).join(' || ');
}

function eventSource(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  emission: EmissionModel,
  where: Where,
): string {
  const event = context.model.events.find(({ name }) => name === emission.event);
  if (event === undefined) throw new Error(`the model has no event ${emission.event}`);
  const fields = emission.fields.map(({ field, source }) => ({
    name: eventProperty(field),
    value: fieldSource(context, aggregate, operation, { event, field, source }, where),
  }));
  return objectLiteral([
    { name: 'eventType', value: stringLiteral(eventType(context, event)) },
    { name: `${lowerFirst(aggregate.name)}Id`, value: `${where.after}.id` },
    { name: 'occurredAt', value: 'context.now' },
    ...fields,
  ]);
}

interface Filled {
  readonly event: EventModel;
  readonly field: string;
  readonly source: EventFieldSource;
}

function fieldSource(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  { event, field, source }: Filled,
  where: Where,
): string {
  const { types } = context;
  const { after, given, lists, imports } = where;
  switch (source.kind) {
    case 'stub': {
      const states = operation.kind === 'create' ? [after] : ['this.state', after];
      const input = operation.parameters.length > 0 ? [given] : [];
      return `rules.${where.functions.name({ kind: 'eventField', operation: operation.name, event: event.name, field })}(${[...states, ...input].join(', ')})`;
    }
    case 'absent':
      return nothing(
        types,
        event.fields.find(({ name }) => name === field),
        imports,
      );
    case 'lifecycle':
      return `${after}.${source.name}`;
    case 'implied':
      return implied(
        context,
        aggregate,
        source,
        event.fields.find(({ name }) => name === field),
        after,
      );
    case 'field': {
      const model = aggregate.fields.find(({ name }) => name === source.name);
      const value = `${after}.${source.name}`;
      return source.unwrap && model ? types.unwrapped(model, value) : value;
    }
    default: {
      const assigned = operation.assignments.find(
        ({ value }) => value.kind === 'parameter' && value.parameter === source.name,
      );
      if (assigned)
        return fieldSource(
          context,
          aggregate,
          operation,
          { event, field, source: { ...source, kind: 'field', name: assigned.field } },
          where,
        );
      const parameter = operation.parameters.find(({ name }) => name === source.name);
      const child = lists.children.get(source.name);
      if (child !== undefined || parameter === undefined) return child ?? `${given}.${source.name}`;
      const value = `${given}.${source.name}`;
      return source.unwrap ? types.unwrapped(parameter, value) : types.created(parameter, value, imports);
    }
  }
}

/** Of an event field that this event does not carry. */
export function nothing(types: Types, field: FieldModel | undefined, imports: ImportSet): string {
  return field !== undefined && (field.type.kind === 'list' || field.type.kind === 'map')
    ? types.empty(field.type, imports)
    : 'undefined';
}

function implied(
  context: RenderContext,
  aggregate: AggregateModel,
  source: Extract<EventFieldSource, { kind: 'implied' }>,
  field: FieldModel | undefined,
  after: string,
): string {
  const id: TypeModel = { kind: 'ref', target: { kind: 'aggregate', aggregate: aggregate.name } };
  if (source.name === 'id')
    return source.unwrap ? context.types.unwrapped({ type: id, optional: false }, `${after}.id`) : `${after}.id`;
  if (source.name !== 'version') return `${after}.${source.name}`;
  const isLong = field?.type.kind === 'scalar' && field.type.scalar === 'bigint';
  // The version that the change will have once it is saved.
  return isLong ? `BigInt(${after}.version + 1)` : `${after}.version + 1`;
}

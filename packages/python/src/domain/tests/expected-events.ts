import type { AggregateModel, EventFieldSource, EventModel, OperationModel } from '@planner/model';
import { holdsEntity, parameterNamed, parameterVariant } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { nothing } from '../emissions';
import { eventIdAttribute, eventType } from '../events';
import { eventFieldSample } from './aggregate-tests';
import { givenValue, type NewIds } from './expected-state';
import { subjectOf } from './sample-values';

/**
 * Sources of the events that an operation records when it ends in that state.
 * @param ids those that the new state has not taken
 */
export function expectedEvents(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  target: string | undefined,
  ids: NewIds,
  imports: ImportSet,
): string[] {
  return emitted(operation, target).map((emission) => {
    const event = eventNamed(context, emission.event);
    const members = [
      `${eventIdAttribute(aggregate.name)}=${subjectOf(aggregate)}.id`,
      'occurred_at=NOW',
      ...emission.fields.map(
        ({ field, source }) =>
          `${attribute(field)}=${fieldValue(context, aggregate, operation, { event, field, source }, ids, imports)}`,
      ),
    ];
    return `${imports.value(context.names.event(event.name))}(${members.join(', ')})`;
  });
}

/** Literals of their types, in the same order. */
export function expectedEventTypes(
  context: RenderContext,
  operation: OperationModel,
  target: string | undefined,
): string[] {
  return emitted(operation, target).map(({ event }) => pyString(eventType(context, eventNamed(context, event))));
}

function emitted({ emissions }: OperationModel, target: string | undefined): OperationModel['emissions'] {
  return emissions.filter(({ states }) => states === undefined || (target !== undefined && states.includes(target)));
}

function eventNamed({ model }: RenderContext, name: string): EventModel {
  const event = model.events.find((each) => each.name === name);
  if (event === undefined) throw new Error(`the model has no event ${name}`);
  return event;
}

interface Filled {
  readonly event: EventModel;
  readonly field: string;
  readonly source: EventFieldSource;
}

function fieldValue(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  { event, field: name, source }: Filled,
  ids: NewIds,
  imports: ImportSet,
): string {
  const { types } = context;
  const state = `${subjectOf(aggregate)}.state`;
  switch (source.kind) {
    case 'absent':
      return nothing(
        types,
        event.fields.find((each) => each.name === name),
        imports,
      );
    case 'stub':
      return eventFieldSample(context, event.name, name, imports);
    case 'lifecycle':
      return `${state}.${attribute(source.name)}`;
    case 'implied':
      return implied(context, aggregate, source, state);
    case 'field': {
      const field = aggregate.fields.find((each) => each.name === source.name);
      const value = `${state}.${attribute(source.name)}`;
      return source.unwrap && field ? types.unwrapped(field, value) : value;
    }
    default:
      return parameterValue(context, aggregate, operation, source, ids, imports);
  }
}

function implied(
  { types }: RenderContext,
  aggregate: AggregateModel,
  source: Extract<EventFieldSource, { kind: 'implied' }>,
  state: string,
): string {
  if (source.name === 'version') return `${state}.version + 1`;
  const value = `${state}.${attribute(source.name)}`;
  if (!source.unwrap || source.name !== 'id') return value;
  const type = { kind: 'ref', target: { kind: 'aggregate', aggregate: aggregate.name } } as const;
  return types.unwrapped({ type, optional: false }, value);
}

/** A child is the one that the aggregate holds now, or, where it keeps none, one of its own. */
function parameterValue(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  { name, unwrap }: Extract<EventFieldSource, { unwrap: boolean }>,
  ids: NewIds,
  imports: ImportSet,
): string {
  const state = `${subjectOf(aggregate)}.state`;
  const added = operation.additions.find(({ parameter }) => parameter === name);
  const parameter = parameterNamed(operation, name);
  if (added && holdsEntity(parameter.type)) return `${state}.${attribute(added.field)}[-1]`;
  const assigned = operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name);
  if (!assigned && holdsEntity(parameter.type)) {
    const variant = parameterVariant(context, aggregate, operation, parameter);
    return context.samples.created(parameter.type, variant, imports, ids);
  }
  if (!assigned && !unwrap) return givenValue(context, aggregate, operation, name, imports);
  const field = assigned && aggregate.fields.find((each) => each.name === assigned.field);
  const value = assigned
    ? `${state}.${attribute(assigned.field)}`
    : givenValue(context, aggregate, operation, name, imports);
  const slot = field ?? { type: parameter.type, optional: false };
  return unwrap ? context.types.unwrapped(slot, value) : value;
}

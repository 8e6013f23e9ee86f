import {
  type AggregateModel,
  type EventFieldSource,
  type EventModel,
  lowerFirst,
  type OperationModel,
} from '@planner/model';
import { holdsEntity, parameterNamed, parameterVariant, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import { eventProperty } from '../../names';
import type { RenderContext } from '../../render-context';
import { nothing } from '../emissions';
import { eventType } from '../events';
import { objectLiteral } from '../literals';
import { COMPUTED, type NewIds } from './expected-state';
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
  const emitted = operation.emissions.filter(
    ({ states }) => states === undefined || (target !== undefined && states.includes(target)),
  );
  return emitted.map((emission) => {
    const event = context.model.events.find(({ name }) => name === emission.event);
    if (event === undefined) throw new Error(`the model has no event ${emission.event}`);
    const fields = emission.fields.map(({ field, source }) => ({
      name: eventProperty(field),
      value: fieldValue(context, aggregate, operation, event, field, source, ids, imports),
    }));
    return objectLiteral([
      { name: 'eventType', value: stringLiteral(eventType(context, event)) },
      { name: `${lowerFirst(aggregate.name)}Id`, value: `${subjectOf(aggregate)}.id` },
      { name: 'occurredAt', value: 'NOW' },
      ...fields,
    ]);
  });
}

function fieldValue(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  event: EventModel,
  name: string,
  source: EventFieldSource,
  ids: NewIds,
  imports: ImportSet,
): string {
  const { types } = context;
  switch (source.kind) {
    case 'absent':
      return nothing(
        types,
        event.fields.find((each) => each.name === name),
        imports,
      );
    case 'stub': {
      const field = event.fields.find((each) => each.name === name);
      return field === undefined ? 'undefined' : context.samples.domain(field.type, COMPUTED, imports);
    }
    case 'lifecycle':
      return `${subjectOf(aggregate)}.state.${source.name}`;
    case 'implied': {
      if (source.name !== 'version')
        return unwrapped(
          context,
          aggregate,
          source,
          `${subjectOf(aggregate)}.${source.name === 'id' ? 'id' : `state.${source.name}`}`,
        );
      const isLong = event.fields.some(
        (each) => each.name === name && each.type.kind === 'scalar' && each.type.scalar === 'bigint',
      );
      return isLong ? `BigInt(${subjectOf(aggregate)}.version + 1)` : `${subjectOf(aggregate)}.version + 1`;
    }
    case 'field': {
      const field = aggregate.fields.find((each) => each.name === source.name);
      const value = `${subjectOf(aggregate)}.state.${source.name}`;
      return source.unwrap && field ? types.unwrapped(field, value) : value;
    }
    default:
      return parameterValue(context, aggregate, operation, source, ids, imports);
  }
}

function unwrapped(
  context: RenderContext,
  aggregate: AggregateModel,
  source: { readonly name: string; readonly unwrap: boolean },
  value: string,
): string {
  if (!source.unwrap || source.name !== 'id') return value;
  return context.types.unwrapped(
    { type: { kind: 'ref', target: { kind: 'aggregate', aggregate: aggregate.name } }, optional: false },
    value,
  );
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
  const added = operation.additions.find(({ parameter }) => parameter === name);
  const parameter = parameterNamed(operation, name);
  if (added && holdsEntity(parameter.type)) return `${subjectOf(aggregate)}.state.${added.field}.at(-1)`;
  const assigned = operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name);
  if (!assigned && holdsEntity(parameter.type)) {
    const variant = parameterVariant(context, aggregate, operation, parameter);
    const data = context.samples.createdData(parameter.type, variant, imports, ids);
    return context.types.toDomain({ type: parameter.type, optional: false }, data, imports, 'rehydrate');
  }
  const value = assigned ? `${subjectOf(aggregate)}.state.${assigned.field}` : `input.${name}`;
  return unwrap ? context.types.unwrapped(parameter, value) : value;
}

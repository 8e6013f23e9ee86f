import type {
  AggregateModel,
  EmissionModel,
  EventFieldSource,
  EventModel,
  FieldModel,
  OperationModel,
  TypeModel,
} from '@planner/model';
import type { RuleFunctions } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import type { Types } from '../types';
import { eventIdAttribute } from './events';
import type { ListStatements } from './list-changes';
import type { Given } from './operations';

/** The events of an operation: a list in one expression, or collected by statements where they depend on the new state. */
export interface Emitted {
  readonly statements: readonly string[];
  readonly list: string;
}

interface Where {
  readonly functions: RuleFunctions;
  readonly lists: ListStatements;
  readonly given: Given;
  /** The variable of the new state. */
  readonly after: string;
  readonly imports: ImportSet;
}

const INDENT = '        ';

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
  const union = where.imports.value(context.names.aggregate(aggregate.name).event);
  const statements = printed.map(({ emission, source }) => {
    if (always(emission)) return `${INDENT}events.append(${source})`;
    const test = condition(context, aggregate, emission.states ?? [], where);
    return `${INDENT}if ${test}:\n${INDENT}    events.append(${source})`;
  });
  return { statements: [`${INDENT}events: list[${union}] = []`, ...statements], list: 'events' };
}

function condition(
  { types }: RenderContext,
  { lifecycle }: AggregateModel,
  states: readonly string[],
  { after, imports }: Where,
): string {
  if (lifecycle === undefined) return 'True';
  const value = `${after}.${attribute(lifecycle.name)}`;
  const members = states.map((state) => types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports));
  return members.length === 1 ? `${value} is ${members[0] ?? ''}` : `${value} in (${members.join(', ')})`;
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
  const members = [
    `${eventIdAttribute(aggregate.name)}=${where.after}.id`,
    'occurred_at=context.now',
    ...emission.fields.map(
      ({ field, source }) =>
        `${attribute(field)}=${fieldSource(context, aggregate, operation, { event, field, source }, where)}`,
    ),
  ];
  return `${where.imports.value(context.names.event(event.name))}(${members.join(', ')})`;
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
  const { after, imports } = where;
  switch (source.kind) {
    case 'stub':
      return stubCall(operation, event, field, where);
    case 'absent':
      return nothing(
        types,
        event.fields.find(({ name }) => name === field),
        imports,
      );
    case 'lifecycle':
      return `${after}.${attribute(source.name)}`;
    case 'implied':
      return implied(context, aggregate, source, after);
    case 'field': {
      const model = aggregate.fields.find(({ name }) => name === source.name);
      const value = `${after}.${attribute(source.name)}`;
      return source.unwrap && model ? types.unwrapped(model, value) : value;
    }
    default:
      return parameterSource(context, aggregate, operation, { event, field, source }, where);
  }
}

function stubCall(operation: OperationModel, event: EventModel, field: string, where: Where): string {
  const { after, given, functions } = where;
  const states = operation.kind === 'create' ? [after] : ['self.state', after];
  const own = operation.parameters.map(({ name }) => `${given(name)}=${given(name)}`);
  const name = functions.name({ kind: 'eventField', operation: operation.name, event: event.name, field });
  return `rules.${name}(${[...states, ...own].join(', ')})`;
}

/** The field that took it, the child made of it, or what the caller gave. */
function parameterSource(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  { event, field, source }: Filled & { readonly source: Extract<EventFieldSource, { name: string }> },
  where: Where,
): string {
  const { types } = context;
  const { given, lists, imports } = where;
  const { name, unwrap } = source;
  const assigned = operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name);
  if (assigned) {
    const taken: EventFieldSource = { kind: 'field', name: assigned.field, unwrap };
    return fieldSource(context, aggregate, operation, { event, field, source: taken }, where);
  }
  const parameter = operation.parameters.find((each) => each.name === name);
  const child = lists.children.get(name);
  if (child !== undefined || parameter === undefined) return child ?? given(name);
  return unwrap ? types.unwrapped(parameter, given(name)) : types.created(parameter, given(name), imports);
}

/** Of an event field that this event does not carry. */
export function nothing(types: Types, field: FieldModel | undefined, imports: ImportSet): string {
  return field !== undefined && (field.type.kind === 'list' || field.type.kind === 'map')
    ? types.empty(field.type, imports)
    : 'None';
}

function implied(
  context: RenderContext,
  aggregate: AggregateModel,
  source: Extract<EventFieldSource, { kind: 'implied' }>,
  after: string,
): string {
  const id: TypeModel = { kind: 'ref', target: { kind: 'aggregate', aggregate: aggregate.name } };
  if (source.name === 'id')
    return source.unwrap ? context.types.unwrapped({ type: id, optional: false }, `${after}.id`) : `${after}.id`;
  // The version that the change will have once it is saved.
  return source.name === 'version' ? `${after}.version + 1` : `${after}.${attribute(source.name)}`;
}

import type { AggregateModel, AssignedValue, OperationModel } from '@planner/model';
import {
  eventNamed,
  fieldNamed,
  operationNamed,
  parameterNamed,
  type RenderedFile,
  ruleFunctions,
  type RulePlace,
  ruleTodo,
  todoComment,
  todoText,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { nothing } from './emissions';
import { nowFor } from './now';
import { argumentsOf } from './operations';

/** The unfinished functions of an aggregate; no module where the plan asks for none. */
export function renderRules(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const { rulesFile } = context.names.aggregate(aggregate.name);
  const functions = ruleFunctions(aggregate, binding);
  if (functions.places.length === 0) return [];
  const imports = context.imports(rulesFile);
  const rules = functions.places.map((place) => {
    const todo = ruleTodo(aggregate, place);
    return {
      name: functions.name(place),
      comment: todoComment(todo, '    # '),
      ...signature(context, aggregate, place, imports),
      body: body(context, aggregate, place, todoText(todo), imports),
    };
  });
  return [context.file(1, rulesFile, context.templates.render('domain/rules.py', { rules, imports: imports.print() }))];
}

/** What a rules module calls the state of the aggregate. */
function stateVariable({ name }: AggregateModel): string {
  return binding(name, ['now', 'before', 'after']);
}

function signature(
  context: RenderContext,
  aggregate: AggregateModel,
  place: RulePlace,
  imports: ImportSet,
): { parameters: string; returns: string } {
  const state = imports.typeOnly(context.names.aggregate(aggregate.name).state);
  const root = `${stateVariable(aggregate)}: ${state}`;
  if (place.kind === 'invariant') return { parameters: root, returns: 'bool' };
  const operation = operationNamed(aggregate, place.operation);
  const isCreate = operation.kind === 'create';
  const given = givenParameters(context, aggregate, operation, imports);
  if (place.kind === 'eventField') {
    const taken = operation.parameters.map(({ name }) => argumentsOf(context, aggregate, operation)(name));
    const states = isCreate ? [root] : ['before', 'after'].map((name) => `${binding(name, taken)}: ${state}`);
    return {
      parameters: [...states, ...(given.length > 0 ? ['*', ...given] : [])].join(', '),
      returns: context.types.domain(fieldNamed(eventNamed(context.model, place.event), place.field), imports),
    };
  }
  const own = isCreate && place.kind !== 'target' ? [] : [root];
  const now = `now: ${imports.module('datetime', 'dt')}.datetime`;
  return {
    parameters: [...own, '*', ...given, now].join(', '),
    returns: place.kind === 'requirement' ? 'bool' : answerType(context, aggregate, place, imports),
  };
}

function answerType(
  { types }: RenderContext,
  aggregate: AggregateModel,
  place: Extract<RulePlace, { kind: 'computed' | 'target' }>,
  imports: ImportSet,
): string {
  if (place.kind === 'computed') return types.domain(fieldNamed(aggregate, place.field), imports);
  const { lifecycle } = aggregate;
  return lifecycle ? types.domain({ type: { kind: 'enum', name: lifecycle.enum }, optional: false }, imports) : 'None';
}

/** What the caller gave, with its defaults applied. */
function givenParameters(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): string[] {
  const given = argumentsOf(context, aggregate, operation);
  return operation.parameters.map(
    ({ name, type, optional }) => `${given(name)}: ${context.types.draft({ type, optional }, imports)}`,
  );
}

/** What the stub answers until somebody writes it. */
function body(
  context: RenderContext,
  aggregate: AggregateModel,
  place: RulePlace,
  todo: string,
  imports: ImportSet,
): string {
  switch (place.kind) {
    case 'invariant':
    case 'requirement':
      return 'return True';
    case 'target': {
      const [first = ''] = operationNamed(aggregate, place.operation).to;
      const name = aggregate.lifecycle?.enum ?? '';
      return `return ${context.types.literal({ kind: 'enum', name }, first, imports)}`;
    }
    case 'computed':
      return computedBody(context, aggregate, place, todo, imports);
    case 'eventField': {
      const operation = operationNamed(aggregate, place.operation);
      const source = operation.emissions
        .find(({ event }) => event === place.event)
        ?.fields.find(({ field }) => field === place.field)?.source;
      return source?.kind === 'stub' && !source.required
        ? eventFieldBody(context, aggregate, operation, place, imports)
        : unimplemented(todo, imports);
    }
  }
}

/** The default of the event's field; else an empty list or map, or nothing. */
function eventFieldBody(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  place: Extract<RulePlace, { kind: 'eventField' }>,
  imports: ImportSet,
): string {
  const { types } = context;
  const field = fieldNamed(eventNamed(context.model, place.event), place.field);
  if (field.default === undefined) return `return ${nothing(types, field, imports)}`;
  if (field.default.kind !== 'now') return `return ${types.literal(field.type, field.default.text, imports)}`;
  const taken = operation.parameters.map(({ name }) => argumentsOf(context, aggregate, operation)(name));
  const state = operation.kind === 'create' ? stateVariable(aggregate) : binding('after', taken);
  return `return ${nowFor(field.type, `${state}.updated_at`, types, imports)}`;
}

function computedBody(
  context: RenderContext,
  aggregate: AggregateModel,
  place: Extract<RulePlace, { kind: 'computed' }>,
  todo: string,
  imports: ImportSet,
): string {
  const operation = operationNamed(aggregate, place.operation);
  const value = operation.assignments.find(({ field }) => field === place.field)?.value;
  if (value?.kind !== 'computed') throw new Error(`${place.operation} does not compute ${place.field}`);
  const { fallback } = value;
  if (fallback.kind === 'unimplemented') return unimplemented(todo, imports);
  if (fallback.kind === 'keep') return `return ${stateVariable(aggregate)}.${attribute(place.field)}`;
  const field = fieldNamed(aggregate, place.field);
  return `return ${fallbackSource(context, aggregate, operation, field, fallback, imports)}`;
}

function fallbackSource(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: AggregateModel['fields'][number],
  fallback: AssignedValue,
  imports: ImportSet,
): string {
  const { types } = context;
  switch (fallback.kind) {
    case 'literal':
      return types.literal(field.type, fallback.text, imports);
    case 'now':
      return nowFor(field.type, 'now', types, imports);
    case 'none':
      return 'None';
    case 'empty':
      return types.empty(field.type, imports);
    case 'parameter':
      return argumentsOf(context, aggregate, operation)(parameterNamed(operation, fallback.parameter).name);
    case 'computed':
      throw new Error('the fallback of a computed value is not computed');
  }
}

function unimplemented(todo: string, imports: ImportSet): string {
  return `raise ${imports.kernel('errors', 'UnimplementedError')}(${pyString(todo)})`;
}

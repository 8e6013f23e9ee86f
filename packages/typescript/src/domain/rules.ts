import { type AggregateModel, type AssignedValue, lowerFirst, type OperationModel } from '@planner/model';
import {
  eventNamed,
  fieldNamed,
  operationNamed,
  parameterNamed,
  type RenderedFile,
  ruleFunctions,
  type RulePlace,
  ruleTodo,
  stringLiteral,
  todoComment,
  todoText,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { nothing } from './emissions';
import { nowFor } from './now';

/** The unfinished functions of an aggregate; no file where the plan asks for none. */
export function renderRules(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const { rulesFile } = context.names.aggregate(aggregate.name);
  const functions = ruleFunctions(aggregate, binding);
  if (functions.places.length === 0) return [];
  const imports = context.imports(rulesFile);
  const rules = functions.places.map((place) => {
    const todo = ruleTodo(aggregate, place);
    return {
      name: functions.name(place),
      comment: todoComment(todo, '  // '),
      ...signature(context, aggregate, place, imports),
      body: body(context, aggregate, place, todoText(todo), imports),
    };
  });
  return [context.file(1, rulesFile, context.templates.render('domain/rules.ts', { rules, imports: imports.print() }))];
}

function signature(
  context: RenderContext,
  aggregate: AggregateModel,
  place: RulePlace,
  imports: ImportSet,
): { parameters: string; returns: string } {
  const names = context.names.aggregate(aggregate.name);
  const state = () => imports.type(names.state);
  const root = rootVariable(aggregate);
  if (place.kind === 'invariant') return { parameters: `${root}: ${state()}`, returns: 'boolean' };
  const operation = operationNamed(aggregate, place.operation);
  const isCreate = operation.kind === 'create';
  const input = operation.parameters.length > 0 ? [`input: ${givenType(context, aggregate, operation, imports)}`] : [];
  const own = isCreate && place.kind !== 'target' ? [] : [`${root}: ${state()}`];
  const now = () => `now: ${imports.kernelType('Temporal')}.Instant`;
  switch (place.kind) {
    case 'requirement':
      return { parameters: [...own, ...input, now()].join(', '), returns: 'boolean' };
    case 'computed':
      return {
        parameters: [...own, ...input, now()].join(', '),
        returns: context.types.domain(fieldNamed(aggregate, place.field), imports),
      };
    case 'target':
      return { parameters: [...own, ...input, now()].join(', '), returns: operation.to.map(stringLiteral).join(' | ') };
    case 'eventField': {
      const states = isCreate ? [`${root}: ${state()}`] : [`before: ${state()}`, `after: ${state()}`];
      return {
        parameters: [...states, ...input].join(', '),
        returns: context.types.domain(fieldNamed(eventNamed(context.model, place.event), place.field), imports),
      };
    }
  }
}

/** What a rules module calls the state of the aggregate. */
function rootVariable({ name }: AggregateModel): string {
  return binding(lowerFirst(name), ['input', 'now', 'before', 'after']);
}

/** The input with its defaults applied. */
function givenType(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): string {
  const input = context.names.aggregate(aggregate.name).operations.get(operation.name)?.input;
  if (input === undefined) throw new Error(`${aggregate.name} has no operation ${operation.name}`);
  const completed = operation.parameters.filter((parameter) => parameter.default !== undefined);
  const members = completed.map(
    (parameter) => `readonly ${parameter.name}: ${context.types.domain(parameter, imports)}`,
  );
  return [imports.type(input), ...(members.length > 0 ? [`{ ${members.join('; ')} }`] : [])].join(' & ');
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
      return 'return true;';
    case 'target':
      return `return ${stringLiteral(operationNamed(aggregate, place.operation).to[0] ?? '')};`;
    case 'computed':
      return computedBody(context, aggregate, place, todo, imports);
    case 'eventField': {
      const operation = operationNamed(aggregate, place.operation);
      const source = operation.emissions
        .find(({ event }) => event === place.event)
        ?.fields.find(({ field }) => field === place.field)?.source;
      return source?.kind === 'stub' && !source.required
        ? eventFieldBody(context, aggregate, operation, place, imports)
        : notImplemented(todo, imports);
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
  if (field.default === undefined) return `return ${nothing(types, field, imports)};`;
  if (field.default.kind !== 'now') return `return ${types.domainLiteral(field.type, field.default.text, imports)};`;
  const state = operation.kind === 'create' ? rootVariable(aggregate) : 'after';
  return `return ${nowFor(field.type, `${state}.updatedAt`, types, imports)};`;
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
  if (fallback.kind === 'unimplemented') return notImplemented(todo, imports);
  if (fallback.kind === 'keep') return `return ${rootVariable(aggregate)}.${place.field};`;
  return `return ${fallbackSource(context, operation, fieldNamed(aggregate, place.field), fallback, imports)};`;
}

function fallbackSource(
  { types }: RenderContext,
  operation: OperationModel,
  field: AggregateModel['fields'][number],
  fallback: AssignedValue,
  imports: ImportSet,
): string {
  switch (fallback.kind) {
    case 'literal':
      return types.domainLiteral(field.type, fallback.text, imports);
    case 'now':
      return nowFor(field.type, 'now', types, imports);
    case 'none':
      return 'undefined';
    case 'empty':
      return types.empty(field.type, imports);
    case 'parameter':
      return types.frozen(parameterNamed(operation, fallback.parameter), `input.${fallback.parameter}`, imports);
    case 'computed':
      throw new Error('the fallback of a computed value is not computed');
  }
}

function notImplemented(todo: string, imports: ImportSet): string {
  return `throw new ${imports.kernel('NotImplementedError')}(${stringLiteral(todo)});`;
}

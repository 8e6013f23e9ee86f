import type { AggregateModel, AssignedValue, FieldModel, OperationModel } from '@planner/model';
import { mayChangeChildren, parameterNamed, type RuleFunctions, type RulePlace } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring, pyString } from '../text';
import { checkStatement, mayBeAbsent } from './checks';
import { type Emitted, emittedEvents } from './emissions';
import { listStatements } from './list-changes';
import { nowFor } from './now';
import { uniqueChildren } from './unique-children';

/** A method of the root, as `domain/aggregate.py` prints it. */
export interface OperationView {
  readonly isCreate: boolean;
  readonly method: string;
  readonly doc: string;
  /** `self, *, reason: str, context: ChangeContext`. */
  readonly parameters: string;
  /** Arguments of the check of the present state. */
  readonly allowedIn: string | undefined;
  /** Parameters that a caller may leave out. */
  readonly defaults: readonly NamedSource[];
  readonly requirements: readonly { readonly call: string; readonly error: string }[];
  readonly check: string | undefined;
  /** New children and changed lists. */
  readonly statements: readonly string[];
  readonly uniqueCheck: string | undefined;
  /** The variable that holds the state with everything but computed values and a chosen target; none where nothing changes. */
  readonly first: string | undefined;
  readonly members: readonly NamedSource[];
  readonly computedState: string;
  readonly computed: readonly { readonly name: string; readonly call: string }[];
  readonly computedCheck: string | undefined;
  readonly target: { readonly before: string; readonly field: string; readonly call: string } | undefined;
  readonly invariantCheck: string | undefined;
  readonly eventStatements: readonly string[];
  /** The state that the operation leads to. */
  readonly after: string;
  readonly events: string;
}
export interface NamedSource {
  readonly name: string;
  readonly value: string;
}

export function operationView(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): OperationView {
  const names = context.names.aggregate(aggregate.name);
  const given = argumentsOf(context, aggregate, operation);
  const call = ruleCall(operation, given, functions);
  const stages = stagesOf(operation);
  const lists = listStatements(context, aggregate, operation, given, imports);
  const computed = aggregate.fields.filter((field) => isComputed(operation, field));
  const changesChildren =
    mayChangeChildren(aggregate, operation) && uniqueChildren(context, aggregate, imports).length > 0;
  const emitted: Emitted = emittedEvents(context, aggregate, operation, {
    functions,
    lists,
    given,
    after: stages.after,
    imports,
  });
  if (operation.kind !== 'create' && stages.first !== undefined) imports.from('dataclasses', 'replace');
  return {
    isCreate: operation.kind === 'create',
    method: names.operations.get(operation.name)?.method ?? operation.name,
    doc: pyDocstring(operation.description, '        '),
    parameters: signature(context, operation, given, imports),
    allowedIn:
      operation.from && [pyString(operation.name), ...states(context, aggregate, operation.from, imports)].join(', '),
    defaults: defaultsOf(context, operation, given, imports),
    requirements: operation.requires.map(({ name }) => ({
      call: call({ kind: 'requirement', operation: operation.name, rule: name }, 'self.state'),
      error: imports.value(names.ruleErrors.get(name) ?? names.root),
    })),
    check: checkStatement(
      context,
      aggregate.name,
      operation.parameters
        // The identity checks itself, and what is to be removed only has to be there.
        .filter(({ origin }) => origin !== 'id' && origin !== 'remove')
        .map((parameter) => ({ ...parameter, source: given(parameter.name) })),
      imports,
    ),
    statements: lists.statements,
    uniqueCheck: changesChildren ? `_check_unique_children(${stages.first ?? 'self.state'})` : undefined,
    first: stages.first,
    members: membersOf(context, aggregate, operation, { lists: lists.values, given, call, imports }),
    computedState: stages.computed,
    computed:
      operation.kind === 'create'
        ? []
        : computed.map(({ name }) => ({
            name: attribute(name),
            call: call({ kind: 'computed', operation: operation.name, field: name }, stages.first ?? 'self.state'),
          })),
    computedCheck: checkStatement(
      context,
      aggregate.name,
      computed.map((field) => ({ ...field, source: `${stages.computed}.${attribute(field.name)}` })),
      imports,
    ),
    target: targetOf(aggregate, operation, stages.computed, call, imports),
    invariantCheck:
      aggregate.invariants.length > 0 && operation.kind !== 'delete' ? `_check_invariants(${stages.after})` : undefined,
    eventStatements: emitted.statements,
    after: stages.after,
    events: emitted.list,
  };
}

/** The keyword argument of a parameter. */
export type Given = (parameter: string) => string;

export function argumentsOf({ names }: RenderContext, aggregate: AggregateModel, operation: OperationModel): Given {
  const own = names.aggregate(aggregate.name).operations.get(operation.name)?.arguments;
  return (parameter) => {
    const found = own?.get(parameter);
    if (found === undefined) throw new Error(`${operation.name} has no parameter ${parameter}`);
    return found;
  };
}

/** Members of the lifecycle's enum. */
function states(
  { types }: RenderContext,
  { lifecycle }: AggregateModel,
  of: readonly string[],
  imports: ImportSet,
): string[] {
  return lifecycle ? of.map((state) => types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports)) : [];
}

function signature(context: RenderContext, operation: OperationModel, given: Given, imports: ImportSet): string {
  const own = operation.parameters.map((parameter) => {
    const type = context.types.parameter(parameter, imports);
    return `${given(parameter.name)}: ${type}${mayBeAbsent(parameter) ? ' = None' : ''}`;
  });
  const self = operation.kind === 'create' ? 'cls' : 'self';
  return [self, '*', ...own, `context: ${imports.kernel('change_context', 'ChangeContext')}`].join(', ');
}

function isComputed({ assignments }: OperationModel, { name }: FieldModel): boolean {
  return assignments.some(({ field, value }) => field === name && value.kind === 'computed');
}

/** The variables that hold the state on its way; the last one that exists is called `next_state`. */
function stagesOf(operation: OperationModel): {
  readonly first: string | undefined;
  readonly computed: string;
  readonly after: string;
} {
  if (operation.kind === 'delete' && operation.assignments.length === 0)
    return { first: undefined, computed: 'self.state', after: 'self.state' };
  const computes = operation.kind !== 'create' && operation.assignments.some(({ value }) => value.kind === 'computed');
  const chooses = operation.to.length > 1;
  const first = computes || chooses ? 'changed' : 'next_state';
  const computed = computes ? (chooses ? 'computed' : 'next_state') : first;
  return { first, computed, after: 'next_state' };
}

type Call = (place: RulePlace, state: string, always?: boolean) => string;

/** Calls a stub with what stubs of an operation get: the state (create has none yet), what the caller gave, the moment. */
function ruleCall(operation: OperationModel, given: Given, functions: RuleFunctions): Call {
  return (place, state, always = false) => {
    const withState = always || operation.kind !== 'create' ? [state] : [];
    const own = operation.parameters.map(({ name }) => `${given(name)}=${given(name)}`);
    return `rules.${functions.name(place)}(${[...withState, ...own, 'now=context.now'].join(', ')})`;
  };
}

function targetOf(
  { lifecycle }: AggregateModel,
  operation: OperationModel,
  before: string,
  call: Call,
  imports: ImportSet,
): OperationView['target'] {
  if (operation.to.length < 2 || !lifecycle) return undefined;
  imports.from('dataclasses', 'replace');
  return {
    before,
    field: attribute(lifecycle.name),
    call: call({ kind: 'target', operation: operation.name }, before, true),
  };
}

function defaultsOf(
  { types }: RenderContext,
  operation: OperationModel,
  given: Given,
  imports: ImportSet,
): NamedSource[] {
  return operation.parameters.flatMap(({ name, type, default: fallback }) => {
    if (fallback === undefined) return [];
    const value =
      fallback.kind === 'now'
        ? nowFor(type, 'context.now', types, imports)
        : types.literal(type, fallback.text, imports);
    return [{ name: given(name), value }];
  });
}

interface Assigning {
  /** Changed lists and new children, by field: the names of their variables. */
  readonly lists: ReadonlyMap<string, string>;
  readonly given: Given;
  readonly call: Call;
  readonly imports: ImportSet;
}

/** What the first new state takes beside the old one (at create: everything). */
function membersOf(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  how: Assigning,
): NamedSource[] {
  const { lifecycle, fields } = aggregate;
  const assigned = new Map(operation.assignments.map(({ field, value }) => [field, value]));
  const own = fields.flatMap((field) => {
    const list = how.lists.get(field.name);
    if (list !== undefined) return [{ name: attribute(field.name), value: list }];
    const value = assigned.get(field.name);
    if (value === undefined || (value.kind === 'computed' && operation.kind !== 'create')) return [];
    return [{ name: attribute(field.name), value: assignedSource(context, operation, field, value, how) }];
  });
  const state = operation.to[0] ?? (operation.kind === 'create' ? lifecycle?.initial : undefined);
  const status =
    lifecycle && state !== undefined && (operation.kind === 'create' || operation.to.length === 1)
      ? states(context, aggregate, [state], how.imports).map((value) => ({ name: attribute(lifecycle.name), value }))
      : [];
  const updated = { name: 'updated_at', value: 'context.now' };
  if (operation.kind !== 'create') return [...own, ...status, ...(operation.kind === 'delete' ? [] : [updated])];
  const id = { name: 'id', value: newId(context, aggregate, how) };
  return [
    id,
    ...own,
    ...status,
    { name: 'version', value: '0' },
    { name: 'created_at', value: 'context.now' },
    updated,
  ];
}

/** A given identity comes as the scalar, value object or reference that it brands; the latter two are valid already. */
function newId(context: RenderContext, { name, identity }: AggregateModel, { given, imports }: Assigning): string {
  const id = context.names.aggregate(name).id;
  if (identity.kind === 'generated') return `${imports.value(id)}(context.new_id())`;
  const parser = context.types.parser({ kind: 'ref', target: { kind: 'aggregate', aggregate: name } });
  return `${imports.value(parser ?? id)}(${given('id')})`;
}

function assignedSource(
  context: RenderContext,
  operation: OperationModel,
  field: FieldModel,
  value: AssignedValue,
  how: Assigning,
): string {
  const { types } = context;
  switch (value.kind) {
    case 'parameter':
      return types.created(parameterNamed(operation, value.parameter), how.given(value.parameter), how.imports);
    case 'literal':
      return types.literal(field.type, value.text, how.imports);
    case 'now':
      return nowFor(field.type, 'context.now', types, how.imports);
    case 'none':
      return 'None';
    case 'empty':
      return types.empty(field.type, how.imports);
    case 'computed':
      return how.call({ kind: 'computed', operation: operation.name, field: field.name }, 'self.state');
  }
}

import type { AggregateModel, AssignedValue, FieldModel, OperationModel } from '@planner/model';
import { docComment, mayChangeChildren, parameterNamed, type RuleFunctions, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { type Emitted, emittedEvents } from './emissions';
import { listStatements } from './list-changes';
import { memberLiteral } from './literals';
import { nowFor } from './now';
import { uniqueChildren } from './unique-children';

/** A method of the root, as `domain/aggregate.ts` prints it. */
export interface OperationView {
  readonly isCreate: boolean;
  readonly method: string;
  readonly doc: string;
  /** `input: OrderCancelInput, context: ChangeContext`. */
  readonly parameters: string;
  readonly input: InputView | undefined;
  readonly owner: string;
  readonly stateType: string;
  /** Arguments of the check of the present state. */
  readonly allowedIn: string | undefined;
  /** Parameters that a caller may leave out. */
  readonly defaults: readonly NamedSource[];
  readonly requirements: readonly { readonly call: string; readonly error: string }[];
  readonly checks: readonly string[];
  /** New children and changed lists. */
  readonly statements: readonly string[];
  readonly uniqueCheck: string | undefined;
  /** The variable that holds the state with everything but computed values and a chosen target; none where nothing changes. */
  readonly first: string | undefined;
  readonly members: readonly string[];
  readonly computedState: string;
  readonly computed: readonly { readonly name: string; readonly call: string }[];
  readonly computedChecks: readonly string[];
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
interface InputView {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly doc: string; readonly type: string }[];
}

export function operationView(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): OperationView {
  const names = context.names.aggregate(aggregate.name);
  const call = ruleCall(operation, functions);
  const stages = stagesOf(operation);
  const given = givenName(operation);
  const lists = listStatements(context, aggregate, operation, given, imports);
  const computed = operation.assignments.filter(({ value }) => value.kind === 'computed');
  const changesChildren =
    mayChangeChildren(aggregate, operation) && uniqueChildren(context, aggregate, imports).length > 0;
  const checks = operation.parameters
    // The identity checks itself, and what is to be removed only has to be there.
    .filter(({ origin }) => origin !== 'id' && origin !== 'remove')
    .flatMap((parameter) =>
      context.types.domainChecks(parameter, parameter.name, `${given}.${parameter.name}`, imports),
    );
  const computedFields = computed.flatMap(({ field }) => aggregate.fields.filter(({ name }) => name === field));
  const computedChecks = computedFields.flatMap((field) =>
    context.types.domainChecks(field, field.name, `${stages.computed}.${field.name}`, imports),
  );
  if (checks.length + computedChecks.length > 0) imports.kernel('Constraints');
  const emitted: Emitted = emittedEvents(context, aggregate, operation, {
    functions,
    lists,
    given,
    after: stages.after,
    imports,
  });
  return {
    isCreate: operation.kind === 'create',
    method: names.operations.get(operation.name)?.method ?? operation.name,
    doc: docComment(operation.description, '  '),
    parameters: [
      ...(operation.parameters.length > 0 ? [`input: ${names.operations.get(operation.name)?.input.name ?? ''}`] : []),
      `context: ${imports.kernelType('ChangeContext')}`,
    ].join(', '),
    input: inputView(context, aggregate, operation, imports),
    owner: stringLiteral(aggregate.name),
    stateType: names.state.name,
    allowedIn: operation.from && [operation.name, ...operation.from].map(stringLiteral).join(', '),
    defaults: defaultsOf(context, operation, imports),
    requirements: operation.requires.map(({ name }) => ({
      call: call({ kind: 'requirement', operation: operation.name, rule: name }, 'this.state'),
      error: imports.value(names.ruleErrors.get(name) ?? names.root),
    })),
    checks,
    statements: lists.statements,
    uniqueCheck: changesChildren
      ? `${names.root.name}.#checkUniqueChildren(${stages.first ?? 'this.state'})`
      : undefined,
    first: stages.first,
    members: membersOf(context, aggregate, operation, { lists: lists.values, given, call, imports }).map(memberLiteral),
    computedState: stages.computed,
    computed:
      operation.kind === 'create'
        ? []
        : computed.map(({ field }) => ({
            name: field,
            call: call({ kind: 'computed', operation: operation.name, field }, stages.first ?? 'this.state'),
          })),
    computedChecks,
    target:
      operation.to.length > 1 && aggregate.lifecycle
        ? {
            before: stages.computed,
            field: aggregate.lifecycle.name,
            call: call({ kind: 'target', operation: operation.name }, stages.computed, true),
          }
        : undefined,
    invariantCheck:
      aggregate.invariants.length > 0 && operation.kind !== 'delete'
        ? `${names.root.name}.#checkInvariants(${stages.after})`
        : undefined,
    eventStatements: emitted.statements,
    after: stages.after,
    events: emitted.list,
  };
}

/** The variables that hold the state on its way; the last one that exists is called `next`. */
function stagesOf(operation: OperationModel): {
  readonly first: string | undefined;
  readonly computed: string;
  readonly after: string;
} {
  if (operation.kind === 'delete' && operation.assignments.length === 0)
    return { first: undefined, computed: 'this.state', after: 'this.state' };
  const computes = operation.kind !== 'create' && operation.assignments.some(({ value }) => value.kind === 'computed');
  const chooses = operation.to.length > 1;
  const first = computes || chooses ? 'changed' : 'next';
  const computed = computes ? (chooses ? 'computed' : 'next') : first;
  return { first, computed, after: 'next' };
}

/** With defaults, what the caller gave is completed first. */
export function givenName(operation: OperationModel): string {
  return operation.parameters.some(({ default: fallback }) => fallback !== undefined) ? 'given' : 'input';
}

type Call = (place: Parameters<RuleFunctions['name']>[0], state: string, always?: boolean) => string;

/** Calls a stub with what stubs of an operation get: the state (create has none yet), the input if there is any, the moment. */
function ruleCall(operation: OperationModel, functions: RuleFunctions): Call {
  return (place, state, always = false) => {
    const withState = always || operation.kind !== 'create' ? [state] : [];
    const withInput = operation.parameters.length > 0 ? [givenName(operation)] : [];
    return `rules.${functions.name(place)}(${[...withState, ...withInput, 'context.now'].join(', ')})`;
  };
}

function inputView(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): InputView | undefined {
  const names = context.names.aggregate(aggregate.name).operations.get(operation.name);
  if (names === undefined || operation.parameters.length === 0) return undefined;
  return {
    name: names.input.name,
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      doc: docComment(parameter.description, '  '),
      type: context.types.parameterDomain(parameter, imports),
    })),
  };
}

function defaultsOf({ types }: RenderContext, operation: OperationModel, imports: ImportSet): NamedSource[] {
  return operation.parameters.flatMap(({ name, type, default: fallback }) => {
    if (fallback === undefined) return [];
    const value =
      fallback.kind === 'now'
        ? nowFor(type, 'context.now', types, imports)
        : types.domainLiteral(type, fallback.text, imports);
    return [{ name, value }];
  });
}

interface Assigning {
  /** Changed lists and new children, by field: the names of their variables. */
  readonly lists: ReadonlyMap<string, string>;
  readonly given: string;
  readonly call: Call;
  readonly imports: ImportSet;
}

/** What the first object of the new state lists behind the old one (at create: everything). */
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
    if (list !== undefined) return [{ name: field.name, value: list }];
    const value = assigned.get(field.name);
    if (value === undefined || (value.kind === 'computed' && operation.kind !== 'create')) return [];
    return [{ name: field.name, value: assignedSource(context, operation, field, value, how) }];
  });
  const state = operation.to[0] ?? (operation.kind === 'create' ? lifecycle?.initial : undefined);
  const status =
    lifecycle && state !== undefined && (operation.kind === 'create' || operation.to.length === 1)
      ? [{ name: lifecycle.name, value: stringLiteral(state) }]
      : [];
  const updated = { name: 'updatedAt', value: 'context.now' };
  if (operation.kind !== 'create') return [...own, ...status, ...(operation.kind === 'delete' ? [] : [updated])];
  const id = { name: 'id', value: newId(context, aggregate, how) };
  return [id, ...own, ...status, { name: 'version', value: '0' }, { name: 'createdAt', value: 'context.now' }, updated];
}

/** A given identity comes as the scalar, value object or reference that it brands; the latter two are valid already. */
function newId(context: RenderContext, { name, identity }: AggregateModel, { given, imports }: Assigning): string {
  const id = context.names.aggregate(name).id;
  if (identity.kind === 'generated') return `${imports.value(id)}.of(context.newId())`;
  return identity.type.kind === 'scalar'
    ? `${imports.value(id)}.of(${given}.id)`
    : `${given}.id as ${imports.type(id)}`;
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
      return types.created(parameterNamed(operation, value.parameter), `${how.given}.${value.parameter}`, how.imports);
    case 'literal':
      return types.domainLiteral(field.type, value.text, how.imports);
    case 'now':
      return nowFor(field.type, 'context.now', types, how.imports);
    case 'none':
      return 'undefined';
    case 'empty':
      return types.empty(field.type, how.imports);
    case 'computed':
      return how.call({ kind: 'computed', operation: operation.name, field: field.name }, 'this.state');
  }
}

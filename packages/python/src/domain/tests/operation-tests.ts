import { type AggregateModel, type OperationModel, type ParameterModel, upperFirst } from '@planner/model';
import { holdsEntity, listNamed, type RuleFunctions, sizeBefore } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { tuple } from '../../types';
import { argumentsOf } from '../operations';
import { codeOf } from './codes';
import { expectedEvents, expectedEventTypes } from './expected-events';
import { defaultValue, expectedChanges, idCounter } from './expected-state';
import { type ListCase, listCases, type RoomCase, roomCases } from './list-tests';
import { elements, inputSample, stateSamples, subjectOf } from './sample-values';
import { equals } from './support';
import { Titles } from './titles';
import { errorOf } from './value-object-tests';

/** The tests of one operation, as `operation-tests.py` and `create-tests.py` print them. */
export interface OperationTests {
  readonly title: string;
  readonly isCreate: boolean;
  readonly root: string;
  readonly state: string;
  /** Source of the state that the operation starts from. */
  readonly before: string;
  /** What the tests call the aggregate. */
  readonly subject: string;
  /** The function that makes a sample of the input; empty if there is none. */
  readonly make: string;
  readonly inputType: string;
  /** Source of a call with the sample, or with the variable that holds another input. */
  readonly call: (given?: string) => string;
  readonly outcomes: readonly Outcome[];
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
  readonly statusType: string;
  readonly statusAttribute: string;
  readonly transitionError: string;
  readonly transitionCode: string;
  readonly rules: readonly RuleCase[];
  readonly constraints: readonly ConstraintCase[];
  readonly edges: readonly ConstraintCase[];
  readonly cleared: readonly FieldCase[];
  readonly defaults: readonly (FieldCase & { readonly expected: string })[];
  /** Values of stubs that break a constraint, and values at its edge. */
  readonly computed: readonly ComputedCase[];
  readonly computedEdges: readonly ComputedCase[];
  readonly lists: readonly ListCase[];
  readonly room: readonly RoomCase[];
}
/** What an operation leads to: once, or once for every target state. */
interface Outcome {
  readonly title: string;
  /** Makes the stub choose the target. */
  readonly choose: string | undefined;
  readonly changes: readonly { readonly name: string; readonly value: string }[];
  readonly events: readonly string[];
  readonly eventTypes: readonly string[];
}
interface RuleCase {
  readonly title: string;
  readonly rule: string;
  readonly error: string;
  readonly code: string;
}
/** A value for one argument, and the code of the constraint that it breaks or just keeps. */
interface ConstraintCase {
  readonly code: string;
  readonly argument: string;
  readonly value: string;
}
interface ComputedCase {
  readonly title: string;
  readonly rule: string;
  readonly value: string;
  readonly code: string;
}
interface FieldCase {
  readonly title: string;
  readonly argument: string;
  readonly field: string;
}

export function operationTests(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): OperationTests {
  const names = context.names.aggregate(aggregate.name);
  const titles = new Titles();
  for (const fixed of ['is allowed in', 'is refused in', 'is refused when it breaks', 'is accepted right at'])
    titles.name(fixed);
  const { lifecycle } = aggregate;
  const { from } = operation;
  const literals = (of: readonly string[]) =>
    lifecycle ? of.map((state) => context.types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports)) : [];
  const refused = from === undefined ? [] : (lifecycle?.states ?? []).filter((state) => !from.includes(state));
  const checked = operation.parameters.filter(({ origin }) => origin !== 'id' && origin !== 'remove');
  const own = callOf(context, aggregate, operation, imports);
  return {
    ...own,
    title: `Test${upperFirst(operation.name)}`,
    isCreate: operation.kind === 'create',
    root: imports.value(names.root),
    state: imports.value(names.state),
    before: operation.kind === 'create' ? '' : before(context, aggregate, operation, imports),
    subject: subjectOf(aggregate),
    outcomes: outcomes(context, aggregate, operation, functions, titles, imports),
    allowed: literals(from ?? []),
    refused: literals(refused),
    statusType: lifecycle ? context.names.enum(lifecycle.enum).type.name : '',
    statusAttribute: lifecycle ? attribute(lifecycle.name) : '',
    transitionError: refused.length > 0 ? imports.value(names.transitionError) : '',
    transitionCode: pyString(`${aggregate.name}.${operation.name}.state`),
    rules: ruleCases(context, aggregate, operation, functions, titles, imports),
    constraints: constraintCases(context, aggregate, operation, checked, 'invalid', imports),
    edges: constraintCases(
      context,
      aggregate,
      operation,
      // An element at the edge may clash with what is in the list, and so may many entities.
      checked.filter(({ origin, type }) => origin !== 'add' && !holdsEntity(type)),
      'edges',
      imports,
    ),
    cleared: cleared(context, aggregate, operation, titles),
    defaults: defaults(context, aggregate, operation, titles, imports),
    computed: computedCases(context, aggregate, operation, functions, 'invalid', titles, imports),
    computedEdges: computedCases(context, aggregate, operation, functions, 'edges', titles, imports),
    lists: listCases(context, aggregate, operation, titles, imports),
    room: roomCases(context, aggregate, operation, titles, imports),
  };
}

function callOf(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): Pick<OperationTests, 'make' | 'inputType' | 'call'> {
  const names = context.names.aggregate(aggregate.name);
  const method = names.operations.get(operation.name)?.method ?? operation.name;
  const of = operation.kind === 'create' ? imports.value(names.root) : subjectOf(aggregate);
  if (operation.parameters.length === 0)
    return { make: '', inputType: '', call: () => `${of}.${method}(context=change_context())` };
  const sample = inputSample(context, aggregate, operation);
  const make = imports.value(sample.make);
  return {
    make,
    inputType: sample.type.name,
    call: (given = `${make}()`) => `${of}.${method}(**${given}, context=change_context())`,
  };
}

/** A state that allows the operation, with lists that can take or lose the element of the sample. */
function before(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): string {
  const first = imports.value(stateSamples(context, aggregate).first);
  const { lifecycle } = aggregate;
  const state = operation.from?.[0];
  const status =
    lifecycle && state !== undefined && state !== lifecycle.initial
      ? [
          `${attribute(lifecycle.name)}=${context.types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports)}`,
        ]
      : [];
  const changed = new Set([...operation.additions, ...operation.removals].map(({ field }) => field));
  const lists = [...changed].flatMap((name) => {
    const field = listNamed(aggregate, name);
    const size = sizeBefore(context, aggregate, operation, field);
    const usual = Math.min(Math.max(Number(field.type.min ?? 1), 1), Number(field.type.max ?? 1));
    if (size === usual) return [];
    return [`${attribute(name)}=${tuple(elements(context, aggregate, field, size, imports))}`];
  });
  const changes = [...status, ...lists];
  return changes.length === 0 ? `${first}()` : `replace(${first}(), ${changes.join(', ')})`;
}

function outcomes(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  titles: Titles,
  imports: ImportSet,
): Outcome[] {
  const { lifecycle } = aggregate;
  const chooses = operation.to.length > 1;
  const targets = chooses ? operation.to : [operation.to[0]];
  const choice = (target: string) => {
    const literal = context.types.literal({ kind: 'enum', name: lifecycle?.enum ?? '' }, target, imports);
    const rule = functions.name({ kind: 'target', operation: operation.name });
    return `monkeypatch.setattr(rules, "${rule}", answers(${literal}))`;
  };
  return targets.map((target) => {
    const ids = idCounter();
    return {
      title: titles.name(outcomeTitle(aggregate, operation, target)),
      choose: chooses && target !== undefined ? choice(target) : undefined,
      changes: expectedChanges(context, aggregate, operation, target, ids, imports),
      events: expectedEvents(context, aggregate, operation, target, ids, imports),
      eventTypes: expectedEventTypes(context, operation, target),
    };
  });
}

function outcomeTitle({ lifecycle }: AggregateModel, operation: OperationModel, target: string | undefined): string {
  const leads = target === undefined ? [] : [`leads to ${lifecycle?.name ?? 'state'} ${target}`];
  if (operation.kind === 'create')
    return ['starts with what it is given', ...(operation.to.length > 1 ? leads : [])].join(' and ');
  if (operation.kind === 'delete') return 'changes nothing but records it';
  const fields = [...operation.assignments, ...operation.additions, ...operation.removals].map(({ field }) => field);
  const changes = fields.length === 0 ? [] : [`changes ${[...new Set(fields)].join(' and ')}`];
  const what = [...changes, ...leads].join(' and ');
  return what === '' ? 'changes only the time of the last update' : `${what} and nothing else`;
}

function ruleCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  titles: Titles,
  imports: ImportSet,
): RuleCase[] {
  const errors = context.names.aggregate(aggregate.name).ruleErrors;
  const ruleCase = (name: string, rule: string): RuleCase => ({
    title: titles.name(`is refused when it breaks ${name}`),
    rule,
    error: errorOf(errors, name, imports),
    code: pyString(name),
  });
  const invariants = operation.kind === 'delete' ? [] : aggregate.invariants;
  return [
    ...operation.requires.map(({ name }) =>
      ruleCase(name, functions.name({ kind: 'requirement', operation: operation.name, rule: name })),
    ),
    ...invariants.map(({ name }) => ruleCase(name, functions.name({ kind: 'invariant', rule: name }))),
  ];
}

/** Values that the constraints of an operation's input refuse, or values at their edges that they accept. */
function constraintCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  parameters: readonly ParameterModel[],
  which: 'invalid' | 'edges',
  imports: ImportSet,
): ConstraintCase[] {
  const given = argumentsOf(context, aggregate, operation);
  return parameters.flatMap((parameter) =>
    context.samples[which](parameter, imports).map((sample) => ({
      code: pyString(codeOf(aggregate.name, parameter.name, sample)),
      argument: given(parameter.name),
      value: sample.value,
    })),
  );
}

/** The field that takes the value of a parameter. */
function assignedField(operation: OperationModel, { name }: ParameterModel): string | undefined {
  return operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name)?.field;
}

function cleared(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  titles: Titles,
): FieldCase[] {
  return operation.parameters.flatMap((parameter) => {
    const field = assignedField(operation, parameter);
    if (!parameter.optional || field === undefined) return [];
    const title = titles.name(`clears ${field} when it is left out`);
    return [{ title, argument: argumentsOf(context, aggregate, operation)(parameter.name), field: attribute(field) }];
  });
}

function defaults(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  titles: Titles,
  imports: ImportSet,
): OperationTests['defaults'] {
  return operation.parameters.flatMap((parameter) => {
    const field = assignedField(operation, parameter);
    if (parameter.default === undefined || field === undefined) return [];
    return [
      {
        title: titles.name(`takes the default for ${field} when it is left out`),
        argument: argumentsOf(context, aggregate, operation)(parameter.name),
        field: attribute(field),
        expected: equals(defaultValue(context, parameter.type, parameter.default, imports)),
      },
    ];
  });
}

/** What a stub computes is held to the constraints of its field. */
function computedCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  which: 'invalid' | 'edges',
  titles: Titles,
  imports: ImportSet,
): ComputedCase[] {
  const says = which === 'invalid' ? 'takes no computed value that breaks' : 'takes a computed value right at';
  return operation.assignments.flatMap(({ field, value }) => {
    const model = aggregate.fields.find(({ name }) => name === field);
    if (value.kind !== 'computed' || model === undefined) return [];
    const rule = functions.name({ kind: 'computed', operation: operation.name, field });
    return context.samples[which](model, imports).map((sample) => {
      const code = codeOf(aggregate.name, field, sample);
      return { title: titles.name(`${says} ${code}`), rule, value: sample.value, code: pyString(code) };
    });
  });
}

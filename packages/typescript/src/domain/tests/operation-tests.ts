import type { AggregateModel, OperationModel, ParameterModel } from '@planner/model';
import { listNamed, type RuleFunctions, sizeBefore, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { memberLiteral } from '../literals';
import { type ConstraintCase, constraintCases } from './constraint-tests';
import { codeOf, refusedSamples } from './domain-samples';
import { expectedEvents } from './expected-events';
import { defaultData, expectedChanges, idCounter } from './expected-state';
import { type ListCase, listCases, type RoomCase, roomCases } from './list-tests';
import { dataFunctions, elements, inputFunction, subjectOf } from './sample-values';

/** The tests of one operation, as `domain/tests/operation.test.ts` prints them. */
export interface OperationTests {
  readonly title: string;
  readonly isCreate: boolean;
  /** Source of the data that the operation starts from. */
  readonly before: string;
  /** What the tests call the aggregate. */
  readonly subject: string;
  /** Parameters and arguments of the function `run`. */
  readonly inputType: string;
  readonly inputParameter: string;
  readonly call: string;
  readonly outcomes: readonly Outcome[];
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
  /** Sets the state of a table's row. */
  readonly statusMember: string;
  readonly transitionCode: string;
  readonly rules: readonly RuleCase[];
  readonly constraints: readonly ConstraintCase[];
  readonly edges: readonly ConstraintCase[];
  readonly cleared: readonly { readonly title: string; readonly parameter: string; readonly field: string }[];
  readonly defaults: readonly {
    readonly title: string;
    readonly parameter: string;
    readonly field: string;
    readonly value: string;
  }[];
  readonly computed: readonly {
    readonly title: string;
    readonly rule: string;
    readonly value: string;
    readonly code: string;
  }[];
  readonly lists: readonly ListCase[];
  readonly room: readonly RoomCase[];
  readonly inputFunction: string;
}
/** What an operation leads to: once, or once for every target state. */
interface Outcome {
  readonly title: string;
  /** Makes the stub choose the target. */
  readonly choose: string | undefined;
  readonly changes: readonly { readonly name: string; readonly value: string }[];
  readonly events: readonly string[];
}
interface RuleCase {
  readonly title: string;
  readonly rule: string;
  readonly error: string;
  readonly code: string;
}

export function operationTests(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): OperationTests {
  const names = context.names.aggregate(aggregate.name);
  const own = names.operations.get(operation.name);
  const hasInput = operation.parameters.length > 0;
  const isCreate = operation.kind === 'create';
  const { lifecycle } = aggregate;
  const states = lifecycle?.states ?? [];
  const from = operation.from;
  const constraints = constraintCases(context, aggregate, operation, imports);
  return {
    title: stringLiteral(operation.name),
    isCreate,
    before: before(context, aggregate, operation, imports),
    subject: subjectOf(aggregate),
    inputType: hasInput && own ? imports.type(own.input) : '',
    inputParameter:
      hasInput && own ? `input: ${imports.type(own.input)} = ${inputFunction(context, aggregate, operation)}()` : '',
    call: `${isCreate ? imports.value(names.root) : subjectOf(aggregate)}.${own?.method ?? operation.name}(${hasInput ? 'input, ' : ''}changeContext())`,
    outcomes: outcomes(context, aggregate, operation, functions, imports),
    allowed: (from ?? []).map(stringLiteral),
    refused: from === undefined ? [] : states.filter((state) => !from.includes(state)).map(stringLiteral),
    statusMember: lifecycle ? memberLiteral({ name: lifecycle.name, value: 'state' }) : '',
    transitionCode: stringLiteral(`${aggregate.name}.${operation.name}.state`),
    rules: ruleCases(context, aggregate, operation, functions, imports),
    constraints: constraints.refused,
    edges: constraints.accepted,
    cleared: cleared(operation),
    defaults: defaults(context, aggregate, operation, imports),
    computed: computedCases(context, aggregate, operation, functions, imports),
    lists: listCases(context, aggregate, operation, imports),
    room: roomCases(context, aggregate, operation, imports),
    inputFunction: inputFunction(context, aggregate, operation),
  };
}

/** Data in a state that allows the operation, with lists that can take or lose the element of the sample. */
export function before(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): string {
  const { first } = dataFunctions(context, aggregate);
  const { lifecycle } = aggregate;
  const state = operation.from?.[0];
  const status =
    lifecycle && state !== undefined && state !== lifecycle.initial
      ? [`${lifecycle.name}: ${stringLiteral(state)}`]
      : [];
  const changed = new Set([...operation.additions, ...operation.removals].map(({ field }) => field));
  const lists = [...changed].flatMap((name) => {
    const field = listNamed(aggregate, name);
    const size = sizeBefore(context, aggregate, operation, field);
    const usual = Math.min(Math.max(Number(field.type.min ?? 1), 1), Number(field.type.max ?? 1));
    return size === usual ? [] : [`${name}: [${elements(context, aggregate, field, size, imports).join(', ')}]`];
  });
  const changes = [...status, ...lists];
  return changes.length === 0 ? `${first}()` : `${first}({ ${changes.join(', ')} })`;
}

function outcomes(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): Outcome[] {
  const chooses = operation.to.length > 1;
  const targets = chooses ? operation.to : [operation.to[0]];
  return targets.map((target) => {
    const ids = idCounter();
    return {
      title: stringLiteral(outcomeTitle(aggregate, operation, target)),
      choose:
        chooses && target !== undefined
          ? `vi.mocked(rules.${functions.name({ kind: 'target', operation: operation.name })}).mockReturnValueOnce(${stringLiteral(target)});`
          : undefined,
      changes: expectedChanges(context, aggregate, operation, target, ids, imports),
      events: expectedEvents(context, aggregate, operation, target, ids, imports),
    };
  });
}

function outcomeTitle({ lifecycle }: AggregateModel, operation: OperationModel, target: string | undefined): string {
  if (operation.kind === 'create') return 'starts with what it is given, its defaults and one new identity';
  if (operation.kind === 'delete') return 'changes nothing';
  const fields = [...operation.assignments, ...operation.additions, ...operation.removals].map(({ field }) => field);
  const changes = fields.length === 0 ? [] : [`changes ${[...new Set(fields)].join(', ')}`];
  const leads = target === undefined ? [] : [`leads to ${lifecycle?.name ?? 'state'} ${target}`];
  const what = [...changes, ...leads].join(' and ');
  return what === '' ? 'changes only the time of the last update' : `${what}, and nothing else`;
}

function ruleCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  functions: RuleFunctions,
  imports: ImportSet,
): RuleCase[] {
  const errors = context.names.aggregate(aggregate.name).ruleErrors;
  const ruleCase = (name: string, rule: string): RuleCase[] => {
    const error = errors.get(name);
    return error === undefined
      ? []
      : [
          {
            title: stringLiteral(`is refused when it breaks ${name}`),
            rule,
            error: imports.value(error),
            code: stringLiteral(name),
          },
        ];
  };
  const invariants = operation.kind === 'delete' ? [] : aggregate.invariants;
  return [
    ...operation.requires.flatMap(({ name }) =>
      ruleCase(name, functions.name({ kind: 'requirement', operation: operation.name, rule: name })),
    ),
    ...invariants.flatMap(({ name }) => ruleCase(name, functions.name({ kind: 'invariant', rule: name }))),
  ];
}

/** The field that takes the value of a parameter. */
export function assignedField(operation: OperationModel, { name }: ParameterModel): string | undefined {
  return operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name)?.field;
}

function cleared(operation: OperationModel): OperationTests['cleared'] {
  return operation.parameters.flatMap((parameter) => {
    const field = assignedField(operation, parameter);
    if (!parameter.optional || field === undefined) return [];
    return [{ title: stringLiteral(`clears ${field} when it is left out`), parameter: parameter.name, field }];
  });
}

function defaults(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): OperationTests['defaults'] {
  return operation.parameters.flatMap((parameter) => {
    const field = assignedField(operation, parameter);
    const model = aggregate.fields.find(({ name }) => name === field);
    if (parameter.default === undefined || field === undefined || model === undefined) return [];
    const title = stringLiteral(`takes the default for ${field} when it is left out`);
    return [
      {
        title,
        parameter: parameter.name,
        field,
        value: defaultData(context, parameter.type, parameter.default, imports),
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
  imports: ImportSet,
): OperationTests['computed'] {
  return operation.assignments.flatMap(({ field, value }) => {
    const model = aggregate.fields.find(({ name }) => name === field);
    if (value.kind !== 'computed' || model === undefined) return [];
    const rule = functions.name({ kind: 'computed', operation: operation.name, field });
    return refusedSamples(context, model.type, imports).map((sample) => ({
      title: stringLiteral(`takes no computed value that breaks ${codeOf(aggregate.name, field, sample)}`),
      rule,
      value: sample.value,
      code: stringLiteral(codeOf(aggregate.name, field, sample)),
    }));
  });
}

import type { AggregateModel, OperationModel, UseCaseModel } from '@planner/model';
import {
  aggregateOf,
  fieldNamed,
  holdsEntity,
  operationScenario,
  parameterNamed,
  type RenderedFile,
  requestVariant,
} from '@planner/target';
import { stateSamples } from '../../domain/tests/sample-values';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/support';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { requestAttribute } from '../use-cases/input';
import { requestMembers, requestSample } from './request-samples';
import { type Member, presentOf, type Scenario, scenarioOf, stateMember } from './scenario';
import { call, type Constant, renderTest, requestConstant, testNames } from './set-up';

/** Tests of a use case that runs an operation of the root, against the unit of work in memory. */
export function renderOperationTest(
  context: RenderContext,
  useCase: UseCaseModel,
  operation: OperationModel,
): RenderedFile {
  return operation.kind === 'create'
    ? renderCreateTest(context, useCase, operation)
    : renderChangeTest(context, useCase, operation);
}

function renderCreateTest(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  const { test, imports, names, scenario, aggregate } = begin(context, useCase, operation);
  const isUnique = !scenario.isUnfinished && takesSomethingUnique(aggregate, operation);
  if (isUnique) imports.kernel('errors', 'AlreadyExistsError');
  const times = scenario.isUnfinished ? [] : timestamps(['created_at', 'updated_at'], imports);
  const view = {
    ...test,
    freshCall: call(context, useCase, `${test.stored}()`),
    expected: memberList([{ name: 'version', value: '1' }, ...times, ...scenario.expected]),
    defaults: scenario.isUnfinished
      ? undefined
      : defaultsView(context, useCase, operation, `${test.stored}()`, imports),
    isUnique,
  };
  const constants = requestConstant(
    context,
    useCase,
    requestMembers(context, useCase, scenario.variants, imports),
    imports,
  );
  const prepare = [`${names.many} = ${test.stored}()`];
  return renderTest(context, useCase, { template: 'create', constants, takesUnitOfWork: true, view, prepare }, imports);
}

function renderChangeTest(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  const { test, imports, names, scenario, aggregate } = begin(context, useCase, operation);
  imports.kernel('errors', 'NotFoundError');
  imports.kernel('errors', 'ConcurrencyError');
  const runs = scenario.isFeasible && !scenario.isUnfinished;
  const times = runs && operation.kind === 'change' ? timestamps(['updated_at'], imports) : [];
  const sample = `${imports.value(stateSamples(context, aggregate).first)}()`;
  const before: Constant = {
    name: names.one,
    value: scenario.before.length === 0 ? sample : `replace(${sample}, ${memberList(scenario.before)})`,
  };
  const view = {
    ...test,
    deletes: operation.kind === 'delete',
    makesEntities: operation.kind === 'change' && operation.parameters.some(({ type }) => holdsEntity(type)),
    isFeasible: scenario.isFeasible,
    expected: memberList([{ name: 'version', value: '2' }, ...times, ...scenario.expected]),
    sizes: scenario.sizes,
    defaults:
      runs && operation.kind === 'change' ? defaultsView(context, useCase, operation, names.many, imports) : undefined,
    anyVersionCall: call(context, useCase, names.many, `replace(${names.request}, expected_version=None)`),
    conflictCall: call(context, useCase, names.many, `replace(${names.request}, expected_version=expected_version)`),
    refusedStates: refusedStates(context, aggregate, operation, imports),
  };
  const members = [
    { name: 'id', value: `${names.one}.id` },
    { name: 'expected_version', value: '1' },
    ...requestMembers(context, useCase, scenario.variants, imports),
  ];
  const constants = [before, ...requestConstant(context, useCase, members, imports)];
  const prepare = [`${names.many} = ${test.stored}()`, `await ${names.many}.put(${names.one})`];
  return renderTest(context, useCase, { template: 'change', constants, takesUnitOfWork: true, view, prepare }, imports);
}

function begin(context: RenderContext, useCase: UseCaseModel, operation: OperationModel) {
  const { application } = context;
  const aggregate = aggregateOf(useCase, context.model);
  const imports = context.imports(application.useCase(useCase.name).testFile);
  const names = testNames(context, useCase);
  const { variants } = operationScenario(context, aggregate, operation);
  const given = (parameter: string) => {
    const slot = parameterNamed(operation, parameter);
    return requestSample(context, slot, variants.get(parameter) ?? requestVariant(operation.parameters, slot), imports);
  };
  const scenario = scenarioOf(context, aggregate, operation, given, imports);
  const stored = imports.value(application.aggregate(aggregate.name).stored);
  if (scenario.isUnfinished) imports.kernel('errors', 'UnimplementedError');
  else if (scenario.isFeasible) imports.value({ name: 'Interrupted', file: application.surroundings });
  const test = {
    stored,
    happySentence: happySentence(aggregate, operation, scenario),
    isUnfinished: scenario.isUnfinished,
    events: tuple(scenario.events.map(({ type }) => type)),
    interruptedCall: call(context, useCase, `${names.many}, Interrupted(${names.many}.unit_of_work)`),
  };
  return { test, imports, names, scenario, aggregate };
}

function happySentence({ name }: AggregateModel, { kind }: OperationModel, { events }: Scenario): string {
  const done = {
    create: `it answers the new ${name}`,
    change: `it answers the changed ${name}`,
    delete: `it removes the ${name}`,
  }[kind];
  return events.length === 0 ? done : `${done} and records ${events.map((event) => event.name).join(' and ')}`;
}

function timestamps(fields: readonly string[], imports: ImportSet): Member[] {
  const value = imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  return fields.map((name) => ({ name, value }));
}

/** A second run of the same request would take an identity or something else unique again. */
function takesSomethingUnique(aggregate: AggregateModel, operation: OperationModel): boolean {
  const given = new Set(
    operation.assignments.flatMap(({ field, value }) => (value.kind === 'parameter' ? [field] : [])),
  );
  return (
    aggregate.identity.kind === 'given' || aggregate.unique.some((paths) => paths.every((path) => given.has(path)))
  );
}

/** What a request leaves out gets its default. Undefined where nothing can be left out. */
function defaultsView(
  context: RenderContext,
  useCase: UseCaseModel,
  operation: OperationModel,
  stored: string,
  imports: ImportSet,
) {
  const aggregate = aggregateOf(useCase, context.model);
  const shown = operation.parameters.flatMap((parameter) => {
    const { name, type, default: fallback } = parameter;
    const assigned = operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === name);
    if (fallback === undefined || assigned === undefined || holdsEntity(type)) return [];
    const plain =
      fallback.kind === 'now'
        ? presentOf(fieldNamed(aggregate, assigned.field).type, context, imports)
        : context.types.toDto({ type, optional: false }, context.types.literal(type, fallback.text, imports), imports);
    const omitted = `${requestAttribute(context, useCase, name)}=None`;
    return [{ omitted, member: { name: attribute(assigned.field), value: plain } }];
  });
  if (shown.length === 0) return undefined;
  const names = testNames(context, useCase);
  return {
    call: call(
      context,
      useCase,
      stored,
      `replace(${names.request}, ${shown.map(({ omitted }) => omitted).join(', ')})`,
    ),
    expected: memberList(shown.map(({ member }) => member)),
  };
}

function refusedStates(
  context: RenderContext,
  aggregate: AggregateModel,
  { from }: OperationModel,
  imports: ImportSet,
) {
  const { name, lifecycle } = aggregate;
  const refused = lifecycle?.states.filter((state) => from !== undefined && !from.includes(state)) ?? [];
  if (lifecycle === undefined || refused.length === 0) return undefined;
  return {
    type: imports.value(context.names.enum(lifecycle.enum).type),
    states: refused
      .flatMap((state) => stateMember(context, aggregate, state, imports).map(({ value }) => value))
      .join(', '),
    field: attribute(lifecycle.name),
    error: imports.value(context.names.aggregate(name).transitionError),
  };
}

function memberList(members: readonly Member[]): string {
  return members.map(({ name, value }) => `${name}=${value}`).join(', ');
}

function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
}

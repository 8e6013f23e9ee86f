import type { AggregateModel, OperationModel, UseCaseModel } from '@planner/model';
import { aggregateOf, fieldNamed, holdsEntity, type RenderedFile, stringLiteral } from '@planner/target';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { requestName } from '../use-cases/header';
import { property } from '../use-cases/input';
import { aggregateData } from './aggregate-samples';
import { requestMembers } from './request-samples';
import { type Member, presentOf, type Scenario, scenarioOf } from './scenario';
import { call, type Constant, refusals, requestConstant, setUp, type TestNames, testNames } from './set-up';

/** Tests of a use case that runs an operation of the root, against the unit of work in memory. */
export function renderOperationTest(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  return operation.kind === 'create' ? renderCreateTest(context, useCase, operation) : renderChangeTest(context, useCase, operation);
}

function renderCreateTest(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  const { test, imports, names, scenario } = begin(context, useCase, operation);
  const { aggregate, stored } = test;
  const isUnique = !scenario.isUnfinished && takesSomethingUnique(aggregate, operation);
  if (isUnique) imports.kernel('AlreadyExistsError');
  const expected = [{ name: 'version', value: '1' }, ...timestamps(['createdAt', 'updatedAt'], imports), ...scenario.expected];
  const view = {
    ...test,
    freshCall: call(context, useCase, `new ${stored}()`),
    expected: memberList(expected),
    defaults: defaultsView(context, useCase, operation, `new ${stored}()`, imports),
    isUnique,
    made: `${names.factory}(${names.many})`,
    argument: requestName(context, useCase) === undefined ? '' : names.request,
    refusals: refusals(context, useCase, [`const ${names.many} = new ${stored}();`], imports),
  };
  const constants = requestConstant(context, useCase, requestMembers(context, useCase, scenario.variants, imports), imports);
  return finish(context, useCase, 'create', view, constants, imports);
}

function renderChangeTest(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  const { test, imports, names, scenario } = begin(context, useCase, operation);
  const { aggregate, stored } = test;
  imports.kernel('NotFoundError');
  imports.kernel('ConcurrencyError');
  const runs = scenario.isFeasible && !scenario.isUnfinished;
  const expected = [{ name: 'version', value: '2' }, ...(runs && operation.kind === 'change' ? timestamps(['updatedAt'], imports) : []), ...scenario.expected];
  const data = aggregateData(context, aggregate.name);
  const before: Constant = {
    name: names.one,
    type: imports.type(context.names.aggregate(aggregate.name).data),
    value: scenario.before.length === 0 ? `${imports.value(data)}()` : `{ ...${imports.value(data)}(), ${memberList(scenario.before)} }`,
  };
  const view = {
    ...test,
    before: names.one,
    deletes: operation.kind === 'delete',
    makesEntities: operation.kind === 'change' && operation.parameters.some(({ type }) => holdsEntity(type)),
    isFeasible: scenario.isFeasible,
    expected: memberList(expected),
    sizes: scenario.sizes,
    defaults: runs && operation.kind === 'change' ? defaultsView(context, useCase, operation, names.many, imports) : undefined,
    anyVersionCall: call(context, useCase, names.many, `{ ...${names.request}, expectedVersion: undefined }`),
    conflictCall: call(context, useCase, names.many, `{ ...${names.request}, expectedVersion }`),
    refusedStates: refusedStates(context, aggregate, operation, names, imports),
    refusals: refusals(context, useCase, [`const ${names.many} = new ${stored}();`, `await ${names.many}.put(${names.one});`], imports),
  };
  const members = [{ name: 'id', value: `${names.one}.id` }, { name: 'expectedVersion', value: '1' }, ...requestMembers(context, useCase, scenario.variants, imports)];
  return finish(context, useCase, 'change', view, [before, ...requestConstant(context, useCase, members, imports)], imports);
}

function begin(context: RenderContext, useCase: UseCaseModel, operation: OperationModel) {
  const { application } = context;
  const aggregate = aggregateOf(useCase, context.model);
  const imports = context.imports(application.useCase(useCase.name).testFile);
  const names = testNames(context, useCase);
  const given = (parameter: string) => `${names.request}.${property(context, useCase, parameter)}`;
  const scenario = scenarioOf(context, aggregate, operation, given, imports);
  const stored = imports.value(application.aggregate(aggregate.name).stored);
  if (scenario.isUnfinished) imports.kernel('NotImplementedError');
  else if (scenario.isFeasible) imports.value({ name: 'interrupted', file: application.surroundings });
  const test = {
    aggregate,
    stored,
    many: names.many,
    title: stringLiteral(useCase.name),
    happyTitle: stringLiteral(happyTitle(aggregate, operation, scenario)),
    isUnfinished: scenario.isUnfinished,
    events: `[${scenario.events.map(({ type }) => type).join(', ')}]`,
    call: call(context, useCase, names.many),
    interruptedCall: call(context, useCase, `${names.many}, interrupted(${names.many}.unitOfWork)`),
  };
  return { test, imports, names, scenario };
}

function finish(context: RenderContext, useCase: UseCaseModel, template: 'create' | 'change', view: object, constants: readonly Constant[], imports: ImportSet): RenderedFile {
  const { testFile } = context.application.useCase(useCase.name);
  const head = setUp(context, useCase, { constants, takesUnitOfWork: true, usesMocks: useCase.requires.length > 0 }, imports);
  return context.file(6, testFile, context.templates.render(`application/tests/${template}.test.ts`, { ...view, setUp: head }));
}

function happyTitle({ name }: AggregateModel, { kind }: OperationModel, { events }: Scenario): string {
  const done = { create: `answers the new ${name}`, change: `answers the changed ${name}`, delete: `removes the ${name}` }[kind];
  return events.length === 0 ? done : `${done} and records ${events.map((event) => event.name).join(' and ')}`;
}

function timestamps(fields: readonly string[], imports: ImportSet): Member[] {
  const value = imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  return fields.map((name) => ({ name, value }));
}

/** A second run of the same request would take an identity or something else unique again. */
function takesSomethingUnique(aggregate: AggregateModel, operation: OperationModel): boolean {
  const given = new Set(operation.assignments.flatMap(({ field, value }) => (value.kind === 'parameter' ? [field] : [])));
  return aggregate.identity.kind === 'given' || aggregate.unique.some((paths) => paths.every((path) => given.has(path)));
}

/** A run that leaves out every parameter with a default; undefined if no answer shows one. */
function defaultsView(context: RenderContext, useCase: UseCaseModel, operation: OperationModel, stored: string, imports: ImportSet) {
  const aggregate = aggregateOf(useCase, context.model);
  const shown = operation.parameters.flatMap((parameter) => {
    const assignment = operation.assignments.find(({ value }) => value.kind === 'parameter' && value.parameter === parameter.name);
    if (parameter.default === undefined || assignment === undefined || holdsEntity(parameter.type)) return [];
    const type = fieldNamed(aggregate, assignment.field).type;
    const value = parameter.default.kind === 'now' ? presentOf(type, context, imports) : context.types.dataLiteral(type, parameter.default.text, imports);
    return [{ omitted: `${property(context, useCase, parameter.name)}: undefined`, member: { name: assignment.field, value } }];
  });
  if (shown.length === 0) return undefined;
  if (shown.some(({ member }) => member.value.includes('NOW'))) timestamps([], imports);
  const names = testNames(context, useCase);
  return {
    call: call(context, useCase, stored, `{ ...${names.request}, ${shown.map(({ omitted }) => omitted).join(', ')} }`),
    expected: memberList(shown.map(({ member }) => member)),
  };
}

function refusedStates(context: RenderContext, { name, lifecycle }: AggregateModel, { from }: OperationModel, { many }: TestNames, imports: ImportSet) {
  const refused = lifecycle?.states.filter((state) => from !== undefined && !from.includes(state)) ?? [];
  if (lifecycle === undefined || refused.length === 0) return undefined;
  const local = binding(lifecycle.name, [many, 'expect']);
  return {
    type: imports.type(context.names.enum(lifecycle.enum).type),
    states: `[${refused.map(stringLiteral).join(', ')}]`,
    local,
    member: local === lifecycle.name ? local : `${lifecycle.name}: ${local}`,
    error: imports.value(context.names.aggregate(name).transitionError),
  };
}

function memberList(members: readonly Member[]): string {
  return members.map(({ name, value }) => `${name}: ${value}`).join(', ');
}

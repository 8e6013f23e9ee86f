import { type UseCaseModel, upperSnakeCase } from '@planner/model';
import { remembered, stringLiteral, todoText, useCaseStubs } from '@planner/target';
import { dataFunctions } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { dependencies } from '../dependencies';
import { requestName } from '../use-cases/header';
import { ruleError, rulesAsk } from '../use-cases/rules';
import { wrongRequests } from './request-samples';
import type { Member } from './scenario';

/** The local names of a generated test. */
export interface TestNames {
  /** Variable of the stored aggregates: `orders`. */
  readonly many: string;
  /** Constant of one aggregate: `ORDER`. */
  readonly one: string;
  /** Constant of the request: `COMMAND`. */
  readonly request: string;
  /** Function that makes the use case: `cancelOrder`. */
  readonly factory: string;
}

const IN_SCOPE = [
  ...['afterEach', 'describe', 'expect', 'it', 'vi', 'interrupted', 'violatedPaths', 'fixedClock', 'rules', 'utcDate'],
  ...['answer', 'path', 'wrong', 'violated', 'page', 'find', 'useCase', 'unitOfWork', 'COMMAND', 'QUERY', 'NOW'],
];

export function testNames(context: RenderContext, useCase: UseCaseModel): TestNames {
  const { application } = context;
  const ports = application.aggregate(useCase.aggregate);
  const many = binding(ports.repositories, IN_SCOPE);
  const samples = sampleNames(context);
  return {
    many,
    one: binding(upperSnakeCase(useCase.aggregate), IN_SCOPE),
    request: useCase.kind === 'command' ? 'COMMAND' : 'QUERY',
    factory: binding(application.useCase(useCase.name).property, [...IN_SCOPE, many, ...samples]),
  };
}

const sampleNames = remembered((context: RenderContext) => context.model.aggregates.map((aggregate) => dataFunctions(context, aggregate).first));

/** A constant at the head of a test. */
export interface Constant {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export function requestConstant(context: RenderContext, useCase: UseCaseModel, members: readonly Member[], imports: ImportSet): Constant[] {
  if (requestName(context, useCase) === undefined) return [];
  const { request } = context.application.useCase(useCase.name);
  const lines = members.map(({ name, value }) => `  ${name}: ${value},\n`).join('');
  return [{ name: testNames(context, useCase).request, type: imports.type(request), value: `{\n${lines}}` }];
}

/** `takesUnitOfWork`: the function that makes the use case can be given another unit of work. */
export interface SetUp {
  readonly constants: readonly Constant[];
  readonly takesUnitOfWork: boolean;
  readonly usesMocks: boolean;
}

/** Imports, constants and the function that makes the use case; comes last, when every import is known. */
export function setUp(context: RenderContext, useCase: UseCaseModel, { constants, takesUnitOfWork, usesMocks }: SetUp, imports: ImportSet): string {
  const names = testNames(context, useCase);
  const { application } = context;
  const vitest = ['describe', 'expect', 'it', ...(usesMocks ? ['afterEach', 'vi'] : [])];
  for (const name of vitest) imports.package('vitest', name);
  const stored = imports.type(application.aggregate(useCase.aggregate).stored);
  const unitOfWork = takesUnitOfWork ? [`unitOfWork: ${imports.type(application.unitOfWork)} = ${names.many}.unitOfWork`] : [];
  const view = {
    constants,
    restoresMocks: usesMocks,
    factory: names.factory,
    parameters: [`${names.many}: ${stored}`, ...unitOfWork].join(', '),
    useCase: imports.value(application.useCase(useCase.name).type),
    arguments: constructorArguments(context, useCase, takesUnitOfWork, imports).join(', '),
  };
  return context.templates.render('application/tests/set-up.ts', { ...view, imports: imports.print() });
}

function constructorArguments(context: RenderContext, useCase: UseCaseModel, takesUnitOfWork: boolean, imports: ImportSet): string[] {
  const { application, names, infrastructure } = context;
  const { many } = testNames(context, useCase);
  const surroundings = (name: string) => imports.value({ name, file: application.surroundings });
  return dependencies(useCase, application).map((need) => {
    switch (need.kind) {
      case 'unitOfWork':
        return takesUnitOfWork ? 'unitOfWork' : `${many}.unitOfWork`;
      case 'clock':
        return surroundings('fixedClock');
      case 'ids':
        return `new ${surroundings('SequentialIds')}()`;
      case 'queries':
        return need.aggregate === useCase.aggregate ? `${many}.queries` : `new ${imports.value(application.aggregate(need.aggregate).stored)}().queries`;
      case 'service':
        return `new ${imports.value(names.service(need.service))}()`;
      case 'adapter':
        return `new ${imports.value(infrastructure.adapter(need.adapter).injected)}()`;
    }
  });
}

/** Source of a call: `cancelOrder(orders).execute(COMMAND)`. `request` replaces the whole argument. */
export function call(context: RenderContext, useCase: UseCaseModel, stored: string, request?: string): string {
  const names = testNames(context, useCase);
  const argument = requestName(context, useCase) === undefined ? '' : (request ?? names.request);
  return `${names.factory}(${stored}).execute(${argument})`;
}

/** Tests of what is refused whatever is stored, and what is pending. `prepare`: lines in front of a call on `many`. */
export function refusals(context: RenderContext, useCase: UseCaseModel, prepare: readonly string[], imports: ImportSet): string {
  const names = testNames(context, useCase);
  const { application } = context;
  const { type, rules, request } = application.useCase(useCase.name);
  const invalid = wrongRequests(context, useCase, imports);
  if (invalid.length > 0) imports.value({ name: 'violatedPaths', file: application.surroundings });
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const stubs = useCaseStubs(useCase, application.useCase(useCase.name));
  const ruleViews = useCase.requires.flatMap(({ name }) => {
    const rule = rules.get(name);
    if (rule === undefined) return [];
    return [{
      title: stringLiteral(`is refused without ${name}`),
      function: stringLiteral(rule.function),
      mock: rulesAsk(context, useCase) ? 'mockResolvedValue' : 'mockReturnValue',
      error: ruleError(context, useCase, rule, imports),
    }];
  });
  return context.templates.render('application/tests/refusals.ts', {
    invalid,
    kind: useCase.kind,
    request: names.request,
    requestType: invalid.length > 0 ? imports.type(request) : type.name,
    wrongCall: call(context, useCase, `new ${stored}()`, 'wrong'),
    rules: ruleViews,
    prepare,
    call: call(context, useCase, names.many),
    todos: stubs.map((stub) => stringLiteral(todoText(stub))),
  });
}

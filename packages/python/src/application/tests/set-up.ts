import { type UseCaseModel, upperSnakeCase } from '@planner/model';
import { type RenderedFile, useCaseStubs } from '@planner/target';
import { pendingTests } from '../../domain/tests/pending';
import { Titles } from '../../domain/tests/titles';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { dependencies } from '../dependencies';
import { takesRequest } from '../use-cases/header';
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
  /** Function that makes the use case: `cancel_order`. */
  readonly factory: string;
}

const IN_SCOPE = [
  ...['pytest', 'replace', 'rules', 'interrupted', 'violated_paths', 'utc_date', 'monkeypatch', 'dt', 're'],
  ...['answer', 'page', 'asked', 'unit_of_work', 'use_case', 'refuse', 'request', 'COMMAND', 'QUERY', 'NOW'],
];

export function testNames({ application, model }: RenderContext, useCase: UseCaseModel): TestNames {
  const ports = application.aggregate(useCase.aggregate);
  const many = binding(ports.repositories, IN_SCOPE);
  const functions = model.aggregates.flatMap(({ name }) => {
    const { local } = application.aggregate(name);
    return [`${local}_state`, `another_${local}_state`];
  });
  return {
    many,
    one: binding(useCase.aggregate, []).toUpperCase() === 'NOW' ? 'ONE' : constantOf(useCase.aggregate),
    request: useCase.kind === 'command' ? 'COMMAND' : 'QUERY',
    factory: binding(application.useCase(useCase.name).snake, [...IN_SCOPE, many, ...functions]),
  };
}

function constantOf(aggregate: string): string {
  const name = upperSnakeCase(aggregate);
  return IN_SCOPE.includes(name) || name === aggregate ? `${name}_` : name;
}

/** A constant at the head of a test. */
export interface Constant {
  readonly name: string;
  readonly value: string;
}

export function requestConstant(
  context: RenderContext,
  useCase: UseCaseModel,
  members: readonly Member[],
  imports: ImportSet,
): Constant[] {
  if (!takesRequest(context, useCase)) return [];
  const { request } = context.application.useCase(useCase.name);
  const given = members.map(({ name, value }) => `${name}=${value}`).join(', ');
  return [{ name: testNames(context, useCase).request, value: `${imports.value(request)}(${given})` }];
}

/** What every test of use cases has. */
export interface TestParts {
  readonly template: string;
  readonly constants: readonly Constant[];
  /** The function that makes the use case can be given another unit of work. */
  readonly takesUnitOfWork: boolean;
  readonly view: object;
  /** Lines in front of a call that the rules refuse. */
  readonly prepare: readonly string[];
}

/** The module: imports, constants, the function that makes the use case, its tests, what is refused, what is pending. */
export function renderTest(
  context: RenderContext,
  useCase: UseCaseModel,
  parts: TestParts,
  imports: ImportSet,
): RenderedFile {
  const { application, templates, file } = context;
  const names = testNames(context, useCase);
  const stored = imports.value(application.aggregate(useCase.aggregate).stored);
  const titles = new Titles();
  const view = {
    title: (sentence: string) => titles.name(sentence),
    many: names.many,
    one: names.one,
    request: names.request,
    stored,
    call: call(context, useCase, names.many),
    ...parts.view,
  };
  const body = templates.render(`application/tests/${parts.template}.py`, view);
  const head = {
    constants: parts.constants,
    factory: names.factory,
    parameters: [
      `${names.many}: ${stored}`,
      ...(parts.takesUnitOfWork ? [`unit_of_work: ${imports.value(application.unitOfWork)} | None = None`] : []),
    ].join(', '),
    useCase: imports.value(application.useCase(useCase.name).type),
    arguments: constructorArguments(context, useCase, parts.takesUnitOfWork, imports).join(', '),
  };
  const start = templates.render('application/tests/head.py', head);
  const end = refusals(context, useCase, parts.prepare, titles, imports);
  const text = start + body + end;
  if (/\bpytest\./.test(text)) imports.module('pytest');
  if (/(?<![\w.])replace\(/.test(text)) imports.from('dataclasses', 'replace');
  return file(6, application.useCase(useCase.name).testFile, `${imports.print()}\n${text}`);
}

function constructorArguments(
  context: RenderContext,
  useCase: UseCaseModel,
  takesUnitOfWork: boolean,
  imports: ImportSet,
): string[] {
  const { application, names, infrastructure } = context;
  const { many } = testNames(context, useCase);
  const surroundings = (name: string) => imports.value({ name, file: application.surroundings });
  return dependencies(useCase, application).map((need) => {
    switch (need.kind) {
      case 'unitOfWork':
        return takesUnitOfWork ? `unit_of_work or ${many}.unit_of_work` : `${many}.unit_of_work`;
      case 'clock':
        return `${surroundings('FixedClock')}()`;
      case 'ids':
        return `${surroundings('SequentialIds')}()`;
      case 'queries':
        return need.aggregate === useCase.aggregate
          ? `${many}.queries`
          : `${imports.value(application.aggregate(need.aggregate).stored)}().queries`;
      case 'service':
        return `${imports.value(names.service(need.service))}()`;
      case 'adapter':
        return `${imports.value(infrastructure.adapter(need.adapter).injected)}()`;
    }
  });
}

/** Source of a call: `cancel_order(orders).execute(COMMAND)`. `request` replaces the whole argument. */
export function call(context: RenderContext, useCase: UseCaseModel, stored: string, request?: string): string {
  const names = testNames(context, useCase);
  const argument = takesRequest(context, useCase) ? (request ?? names.request) : '';
  return `${names.factory}(${stored}).execute(${argument})`;
}

/** Tests of what is refused whatever is stored, and what is pending. */
function refusals(
  context: RenderContext,
  useCase: UseCaseModel,
  prepare: readonly string[],
  titles: Titles,
  imports: ImportSet,
): string {
  const names = testNames(context, useCase);
  const { application, templates } = context;
  const { rules } = application.useCase(useCase.name);
  const invalid = wrongRequests(context, useCase, imports);
  if (invalid.length > 0) imports.value({ name: 'violated_paths', file: application.surroundings });
  const stubs = useCaseStubs(useCase, application.useCase(useCase.name));
  const ruleViews = useCase.requires.flatMap(({ name }) => {
    const rule = rules.get(name);
    if (rule === undefined) return [];
    return [
      {
        title: titles.name(`it is refused without ${name}`),
        function: pyString(rule.function),
        refusal: imports.value({
          name: rulesAsk(context, useCase) ? 'refuse_later' : 'refuse',
          file: application.surroundings,
        }),
        error: ruleError(context, useCase, rule, imports),
      },
    ];
  });
  return templates.render('application/tests/refusals.py', {
    invalid,
    invalidTitle: invalid.length > 0 ? titles.name(`it reports what is wrong with the ${useCase.kind}`) : '',
    request: names.request,
    rules: ruleViews,
    prepare,
    call: call(context, useCase, names.many),
    pending: pendingTests(stubs, titles),
  });
}

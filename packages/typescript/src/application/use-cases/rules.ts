import { lowerFirst, type RuleModel, type UseCaseModel } from '@planner/model';
import { askedAggregates, operationOf, type RenderedFile, stringLiteral, todoComment } from '@planner/target';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { dependencies } from '../dependencies';
import type { UseCaseRuleNames } from '../names';
import { repositoryOf } from '../ports/repositories';
import { needType, requestName, requestParameter } from './header';

/** One argument of the rules of a use case: where the use case has it from, and how a rule declares it. */
interface Fact {
  /** In the body of `execute`. */
  readonly expression: string;
  readonly parameter: string;
  readonly type: (imports: ImportSet) => string;
  /** Asks the outside world, so that the rule answers a promise. */
  readonly asks: boolean;
}

export interface RuleCheck {
  readonly condition: string;
  readonly error: string;
}

/** The checks in the body of `execute`, in the order of the plan. */
export function ruleChecks(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): RuleCheck[] {
  if (useCase.requires.length === 0) return [];
  const facts = ruleFacts(context, useCase);
  const list = facts.map(({ expression }) => expression).join(', ');
  return useCase.requires.map((rule) => {
    const names = ruleNames(context, useCase, rule);
    const call = `${rulesNamespace(context, useCase, imports)}.${names.function}(${list})`;
    return { condition: rulesAsk(context, useCase) ? `(await ${call})` : call, error: ruleError(context, useCase, names, imports) };
  });
}

/** The error of a rule in a file that knows the rules as a namespace. */
export function ruleError(context: RenderContext, useCase: UseCaseModel, { error }: UseCaseRuleNames, imports: ImportSet): string {
  const rules = rulesNamespace(context, useCase, imports);
  return error.file === context.application.useCase(useCase.name).rulesFile ? `${rules}.${error.name}` : imports.value(error);
}

function rulesNamespace({ application }: RenderContext, { name }: UseCaseModel, imports: ImportSet): string {
  return imports.packageNamespace(imports.specifier(application.useCase(name).rulesFile), 'rules');
}

/** The requirements of a use case: a function each, and the errors that nothing else declares. Undefined if it has none. */
export function renderRules(context: RenderContext, useCase: UseCaseModel): RenderedFile | undefined {
  if (useCase.requires.length === 0) return undefined;
  const { rulesFile } = context.application.useCase(useCase.name);
  const imports = context.imports(rulesFile);
  const facts = ruleFacts(context, useCase);
  const asks = rulesAsk(context, useCase);
  const rules = useCase.requires.map((rule) => ({
    name: ruleNames(context, useCase, rule).function,
    parameters: facts.map(({ parameter, type }) => `${parameter}: ${type(imports)}`),
    answer: asks ? 'Promise<boolean>' : 'boolean',
    value: asks ? 'Promise.resolve(true)' : 'true',
    todo: todoComment(rule, '  // '),
  }));
  const errors = useCase.requires
    .map((rule) => ({ error: ruleNames(context, useCase, rule).error, code: stringLiteral(rule.name), message: stringLiteral(rule.text) }))
    .filter(({ error }) => error.file === rulesFile)
    .map(({ error, code, message }) => ({ name: error.name, base: imports.kernel('RuleError'), code, message }));
  return context.file(3, rulesFile, context.templates.render('application/use-cases/rules.ts', { rules, errors, imports: imports.print() }));
}

/** Whether the rules ask the outside world, so that they answer promises. */
export function rulesAsk(context: RenderContext, useCase: UseCaseModel): boolean {
  return ruleFacts(context, useCase).some(({ asks }) => asks);
}

function ruleFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  const facts = [...requestFact(context, useCase), ...aggregateFact(context, useCase), ...repositoryFacts(context, useCase), ...dependencyFacts(context, useCase), ...timeFact(useCase)];
  const taken: string[] = [];
  return facts.map((fact) => {
    const parameter = binding(fact.parameter, taken);
    taken.push(parameter);
    return { ...fact, parameter };
  });
}

function requestFact(context: RenderContext, useCase: UseCaseModel): Fact[] {
  if (requestName(context, useCase) === undefined) return [];
  const { request } = context.application.useCase(useCase.name);
  const parameter = requestParameter(useCase);
  return [{ expression: parameter, parameter, type: (imports) => imports.type(request), asks: false }];
}

/** The aggregate that a change or a deletion has loaded. */
function aggregateFact(context: RenderContext, useCase: UseCaseModel): Fact[] {
  const { action, aggregate } = useCase;
  if (action.kind !== 'operation' || operationOf(useCase, context.model, action.operation).kind === 'create') return [];
  const { local } = context.application.aggregate(aggregate);
  return [{ expression: local, parameter: local, type: (imports) => imports.type(context.names.aggregate(aggregate).root), asks: false }];
}

function repositoryFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  return askedAggregates(useCase).map((aggregate) => {
    const { repositories } = context.application.aggregate(aggregate);
    return { expression: repositories, parameter: repositories, type: (imports) => imports.type(repositoryOf(context, aggregate)), asks: true };
  });
}

function dependencyFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  return dependencies(useCase, context.application)
    .filter(({ kind }) => kind === 'queries' || kind === 'service' || kind === 'adapter')
    .map((need) => ({
      expression: `this.${need.parameter}`,
      parameter: need.parameter,
      type: (imports) => needType(context, need, imports),
      asks: need.kind !== 'service',
    }));
}

function timeFact({ kind }: UseCaseModel): Fact[] {
  if (kind === 'query') return [];
  return [{ expression: 'now', parameter: 'now', type: (imports) => `${imports.kernelType('Temporal')}.Instant`, asks: false }];
}

function ruleNames(context: RenderContext, useCase: UseCaseModel, { name }: RuleModel): UseCaseRuleNames {
  const names = context.application.useCase(useCase.name).rules.get(name);
  if (names === undefined) throw new Error(`the use case ${lowerFirst(useCase.name)} has no rule ${name}`);
  return names;
}

import type { RuleModel, UseCaseModel } from '@planner/model';
import { askedAggregates, operationOf, type RenderedFile, todoComment } from '@planner/target';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { dependencies } from '../dependencies';
import type { UseCaseRuleNames } from '../names';
import { needType, requestParameter, takesRequest } from './header';

/** One argument of the rules of a use case: where the use case has it from, and how a rule declares it. */
interface Fact {
  /** In the body of `execute`. */
  readonly expression: string;
  readonly parameter: string;
  readonly type: (imports: ImportSet) => string;
  /** Asks the outside world, so that the rule is a coroutine. */
  readonly asks: boolean;
}

export interface RuleCheck {
  readonly condition: string;
  readonly error: string;
}

/** The checks in the body of `execute`, in the order of the plan. */
export function ruleChecks(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): RuleCheck[] {
  if (useCase.requires.length === 0) return [];
  const list = ruleFacts(context, useCase)
    .map(({ expression }) => expression)
    .join(', ');
  return useCase.requires.map((rule) => {
    const names = ruleNames(context, useCase, rule);
    const call = `${rulesModule(context, useCase, imports)}.${names.function}(${list})`;
    const condition = rulesAsk(context, useCase) ? `await ${call}` : call;
    return { condition, error: ruleError(context, useCase, names, imports) };
  });
}

/** The error of a rule in a module that knows the rules as `rules`. */
export function ruleError(
  context: RenderContext,
  useCase: UseCaseModel,
  { error }: UseCaseRuleNames,
  imports: ImportSet,
): string {
  const isOwn = error.file === context.application.useCase(useCase.name).rulesFile;
  return isOwn ? `${rulesModule(context, useCase, imports)}.${error.name}` : imports.value(error);
}

function rulesModule({ application }: RenderContext, { name }: UseCaseModel, imports: ImportSet): string {
  return imports.projectModule(application.useCase(name).rulesFile, 'rules');
}

/** The requirements of a use case: a function each, and the errors that nothing else declares. None if it has none. */
export function renderRules(context: RenderContext, useCase: UseCaseModel): RenderedFile[] {
  if (useCase.requires.length === 0) return [];
  const { rulesFile } = context.application.useCase(useCase.name);
  const imports = context.imports(rulesFile);
  const facts = ruleFacts(context, useCase);
  const asks = rulesAsk(context, useCase);
  const rules = useCase.requires.map((rule) => ({
    name: ruleNames(context, useCase, rule).function,
    definition: asks ? 'async def' : 'def',
    parameters: facts.map(({ parameter, type }) => `${parameter}: ${type(imports)}`).join(', '),
    todo: todoComment(rule, '    # '),
  }));
  const errors = useCase.requires
    .map((rule) => ({
      error: ruleNames(context, useCase, rule).error,
      code: pyString(rule.name),
      message: pyString(rule.text),
    }))
    .filter(({ error }) => error.file === rulesFile)
    .map(({ error, code, message }) => ({
      name: error.name,
      base: imports.kernel('errors', 'RuleError'),
      code,
      message,
    }));
  const view = { rules, errors, imports: imports.print() };
  return [context.file(3, rulesFile, context.templates.render('application/use_cases/rules.py', view))];
}

/** Whether the rules ask the outside world, so that they are coroutines. */
export function rulesAsk(context: RenderContext, useCase: UseCaseModel): boolean {
  return ruleFacts(context, useCase).some(({ asks }) => asks);
}

function ruleFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  const facts = [
    ...requestFact(context, useCase),
    ...aggregateFact(context, useCase),
    ...repositoryFacts(context, useCase),
    ...dependencyFacts(context, useCase),
    ...timeFact(useCase),
  ];
  const taken: string[] = [];
  return facts.map((fact) => {
    const parameter = binding(fact.parameter, taken);
    taken.push(parameter);
    return { ...fact, parameter };
  });
}

/** The rules do not import the module of their use case, which imports them: only annotations name the request. */
function requestFact(context: RenderContext, useCase: UseCaseModel): Fact[] {
  if (!takesRequest(context, useCase)) return [];
  const { request } = context.application.useCase(useCase.name);
  const parameter = requestParameter(useCase);
  return [{ expression: parameter, parameter, type: (imports) => imports.typeOnly(request), asks: false }];
}

/** The aggregate that a change or a deletion has loaded. */
function aggregateFact(context: RenderContext, useCase: UseCaseModel): Fact[] {
  const { action, aggregate } = useCase;
  if (action.kind !== 'operation' || operationOf(useCase, context.model, action.operation).kind === 'create') return [];
  const { local } = context.application.aggregate(aggregate);
  const { root } = context.names.aggregate(aggregate);
  return [{ expression: local, parameter: local, type: (imports) => imports.value(root), asks: false }];
}

function repositoryFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  return askedAggregates(useCase).map((aggregate) => {
    const { repositories } = context.application.aggregate(aggregate);
    const { repository } = context.repository.aggregate(aggregate);
    return {
      expression: `work.${repositories}`,
      parameter: repositories,
      type: (imports) => imports.value(repository),
      asks: true,
    };
  });
}

function dependencyFacts(context: RenderContext, useCase: UseCaseModel): Fact[] {
  return dependencies(useCase, context.application)
    .filter(({ kind }) => kind === 'queries' || kind === 'service' || kind === 'adapter')
    .map((need) => ({
      expression: `self._${need.parameter}`,
      parameter: need.parameter,
      type: (imports) => needType(context, need, imports),
      asks: need.kind !== 'service',
    }));
}

function timeFact({ kind }: UseCaseModel): Fact[] {
  if (kind === 'query') return [];
  return [
    {
      expression: 'now',
      parameter: 'now',
      type: (imports) => `${imports.module('datetime', 'dt')}.datetime`,
      asks: false,
    },
  ];
}

function ruleNames(context: RenderContext, useCase: UseCaseModel, { name }: RuleModel): UseCaseRuleNames {
  const names = context.application.useCase(useCase.name).rules.get(name);
  if (names === undefined) throw new Error(`the use case ${useCase.name} has no rule ${name}`);
  return names;
}

import type { ContextModel } from '@planner/model';
import { bullets, code, codes, compose, type Markdown } from '../markdown';
import {
  callSignature,
  operationSignature,
  querySignatures,
  repositorySignatures,
  useCaseSignature,
} from '../model-facts';
import type { PlanContext } from '../plan-context';
import { referencesBetween } from '../references';
import { usedNames } from '../tasks/application-tasks';

/** The five steps: files, method signatures, and how the patterns apply to this model. */
export function renderSteps(plan: PlanContext): Markdown[] {
  const { headings, model } = plan;
  return [
    compose`## ${headings.sections.steps[0] as Markdown}`,
    ...step(plan, 1, model?.aggregates.map((aggregate) => aggregate.name) ?? [], model ? domainStep(model, plan) : []),
    ...step(plan, 2, [], repositoryStep(plan)),
    ...step(plan, 3, [], model ? applicationStep(model, plan) : []),
    ...step(plan, 4, [], integrationStep(plan)),
    ...step(plan, 5, [], model ? presentationStep(model, plan) : []),
  ];
}

/** **Files to create** with the paths of a phase. */
export function renderFiles({ input, headings, say }: PlanContext, phase: number): Markdown[] {
  const paths = input.filesByPhase.get(phase) ?? [];
  const label = compose`**${headings.filesToCreate[0] as Markdown}:**`;
  return paths.length === 0 ? [label, say.steps.noFiles()] : [compose`${label}\n${bullets(paths.map(code))}`];
}

function step(plan: PlanContext, number: number, names: readonly string[], notes: readonly Markdown[]): Markdown[] {
  const { headings } = plan;
  const name = (headings.steps[number - 1] ?? '') as Markdown;
  return [
    compose`### ${headings.step[0] as Markdown} ${number}: ${name}${names.length === 0 || names.length > 6 ? compose`` : compose` - ${codes(names)}`}`,
    ...renderFiles(plan, number),
    ...notes,
  ];
}

function list(label: string, items: readonly Markdown[]): Markdown[] {
  return items.length === 0 ? [] : [compose`**${label as Markdown}:**\n${bullets(items)}`];
}

function signatures(plan: PlanContext, texts: readonly string[]): Markdown[] {
  return list(plan.say.steps.signatures(), texts.map(code));
}

function domainStep(model: ContextModel, plan: PlanContext): Markdown[] {
  const { say } = plan;
  const roots = model.aggregates.map((aggregate) => aggregate.name);
  const owners = model.aggregates.flatMap((aggregate) => [aggregate, ...aggregate.entities]);
  const invariants = [...owners, ...model.valueObjects].flatMap((owner) =>
    'invariants' in owner ? owner.invariants.map((rule) => `${owner.name}.${rule.name}`) : [],
  );
  const references = referencesBetween(model);
  return [
    ...list(say.steps.patterns(), [
      say.domainStep.identity(
        named(owners.filter(({ identity }) => identity.kind === 'generated')),
        named(owners.filter(({ identity }) => identity.kind === 'given')),
      ),
      say.domainStep.invariants(invariants),
      say.domainStep.valueObjects(named(model.valueObjects)),
      ...model.aggregates.map((aggregate) =>
        say.domainStep.root(aggregate.name, named(aggregate.entities), [
          ...new Set(references.filter((each) => each.aggregate === aggregate.name).map((each) => each.target)),
        ]),
      ),
    ]),
    ...signatures(plan, [
      ...model.aggregates.flatMap((aggregate) =>
        aggregate.operations.map(
          (operation) =>
            `${operationSignature(aggregate, operation)}: ${operation.kind === 'create' ? aggregate.name : 'void'}`,
        ),
      ),
      ...model.services.flatMap((service) => service.methods.map((method) => callSignature(service.name, method))),
    ]),
    ...list(say.steps.solid(), [
      say.domainStep.srp(roots),
      say.domainStep.ocp(named(model.enums.filter((each) => each.origin === 'declared'))),
      say.domainStep.dip(roots.map((name) => `${name}Repository`)),
    ]),
  ];
}

function repositoryStep(plan: PlanContext): Markdown[] {
  const { say, model, tools, variables, input } = plan;
  const names = variables.map((variable) => variable.name).filter((name) => name.startsWith('DATABASE_'));
  const pattern = model && [
    say.repositoryStep.abstract(model.aggregates.map((aggregate) => `${aggregate.name}Repository`)),
    say.repositoryStep.concrete(tools.sql, tools.drivers[input.database]),
    ...model.aggregates.map((aggregate) =>
      aggregate.persistence === 'events'
        ? say.repositoryStep.events(aggregate.name)
        : say.repositoryStep.loading(aggregate.name, named(aggregate.entities)),
    ),
    say.repositoryStep.boundaries(),
  ];
  return [
    ...list(say.steps.repositoryPattern(), pattern ?? []),
    ...signatures(plan, model?.aggregates.flatMap(repositorySignatures) ?? []),
    ...list(say.steps.databaseConfig(), [
      say.databaseRules.useEnv(),
      say.databaseRules.load(tools.dotenv, tools.loadCall),
      say.databaseRules.validate(names),
      say.databaseRules.noCredentials(),
      say.databaseRules.connectionErrors(),
    ]),
  ];
}

function applicationStep(model: ContextModel, plan: PlanContext): Markdown[] {
  const { say } = plan;
  const commands = model.useCases.filter((useCase) => useCase.kind === 'command').length;
  return [
    ...list(say.steps.applicationDesign(), [
      say.applicationStep.orchestration(model.useCases.length),
      ...model.useCases
        .filter((useCase) => useCase.uses.length > 0)
        .map((useCase) => say.applicationStep.uses(useCase.name, usedNames(useCase))),
      say.applicationStep.transactions(commands),
      say.applicationStep.errors(),
      say.applicationStep.dtos(named(model.aggregates)),
    ]),
    ...signatures(plan, [
      ...model.aggregates.flatMap(querySignatures),
      ...model.useCases.map((useCase) => useCaseSignature(plan.whole ?? model, useCase)),
    ]),
  ];
}

function integrationStep(plan: PlanContext): Markdown[] {
  const { say, model, tools, variables } = plan;
  const adapters = model?.adapters ?? [];
  return [
    ...list(say.steps.integration(), [
      ...adapters.map((adapter) => say.integrationStep.antiCorruption(adapter.name, adapter.select)),
      ...(adapters.length === 0 ? [say.integrationStep.noAdapters()] : []),
      say.integrationStep.container(),
      say.integrationStep.environment(),
    ]),
    ...signatures(
      plan,
      adapters.flatMap((adapter) => adapter.operations.map((operation) => callSignature(adapter.name, operation))),
    ),
    ...list(say.steps.criticalDatabase(), [
      say.databaseRules.load(tools.dotenv, tools.loadCall),
      say.databaseRules.neverHardcode(),
      say.databaseRules.validateAll(variables.length, plan.headings.sections.database[0]),
      say.databaseRules.connectionErrors(),
      say.databaseRules.document(),
    ]),
  ];
}

function presentationStep(model: ContextModel, plan: PlanContext): Markdown[] {
  const { say, tools } = plan;
  return list(say.steps.grpcDesign(), [
    say.grpcStep.mapping(named(model.aggregates)),
    ...model.grpcServices.map((service) => say.grpcStep.service(service.name, service.useCases)),
    say.grpcStep.statuses(),
    say.grpcStep.validation(tools.inputValidation),
    say.grpcStep.responses(),
  ]);
}

function named(elements: readonly { readonly name: string }[]): string[] {
  return elements.map((element) => element.name);
}

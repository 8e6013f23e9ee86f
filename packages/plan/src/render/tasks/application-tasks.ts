import type { ContextModel, UseCaseModel } from '@planner/model';
import type { Phrases } from '../phrases';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 3: ports, DTOs, use cases, transactions, errors, policies. */
export function applicationTasks(model: ContextModel, followUp: boolean, say: Phrases): PlannedTask[] {
  const commands = model.useCases.filter((useCase) => useCase.kind === 'command');
  return [
    ...(followUp ? [] : [task('application/ports', say.application.ports(), EFFORT.port)]),
    ...model.adapters.map((adapter) =>
      task(
        `application/port/${adapter.name}`,
        say.application.port(
          adapter.name,
          adapter.operations.map((operation) => operation.name),
        ),
        EFFORT.port,
      ),
    ),
    ...model.aggregates.map((aggregate) =>
      task(`application/dto/${aggregate.name}`, say.application.dto(aggregate.name), EFFORT.dto),
    ),
    ...model.useCases.map((useCase) => useCaseTask(useCase, say)),
    ...(commands.length === 0
      ? []
      : [task('application/transactions', say.application.transactions(commands.length), EFFORT.transactions)]),
    task('application/error-handling', say.application.errors(), EFFORT.transactions),
    ...model.policies.map((policy) =>
      task(
        `application/policy/${policy.name}`,
        say.application.policy(policy.name, eventName(policy.on), policy.run),
        EFFORT.policy,
      ),
    ),
  ];
}

/** `accounts.AccountFrozen`, or `OrderPlaced` of this context. */
export function eventName(on: { readonly context?: string; readonly event: string }): string {
  return on.context === undefined ? on.event : `${on.context}.${on.event}`;
}

/** What a use case reaches for: `Account`, `FeePolicy`, `BrokerGateway.submit`. */
export function usedNames(useCase: UseCaseModel): string[] {
  return useCase.uses.map((use) =>
    use.kind === 'aggregate' ? use.aggregate : use.kind === 'service' ? use.service : `${use.adapter}.${use.operation}`,
  );
}

function useCaseTask(useCase: UseCaseModel, say: Phrases): PlannedTask {
  const uses = usedNames(useCase);
  return task(`application/use-case/${useCase.name}`, useCaseText(useCase, say), useCaseEffort(useCase), [
    ...(uses.length === 0
      ? []
      : [task(`application/uses/${useCase.name}`, say.application.uses(uses), EFFORT.useCase)]),
    ...useCase.requires.map((rule) =>
      task(
        `application/requirement/${useCase.name}.${rule.name}`,
        say.application.requirement(rule.name, rule.text),
        EFFORT.requirement,
      ),
    ),
  ]);
}

function useCaseText({ name, aggregate, action, kind }: UseCaseModel, say: Phrases) {
  if (action.kind === 'custom') return say.application.custom(name, aggregate);
  if (action.kind === 'operation') return say.application.useCase(name, aggregate, action.operation);
  return kind === 'query'
    ? say.application.query(name, aggregate)
    : say.application.useCase(name, aggregate, action.kind);
}

function useCaseEffort({ action, kind }: UseCaseModel): number {
  if (action.kind === 'custom') return EFFORT.custom;
  return kind === 'query' ? EFFORT.query : EFFORT.useCase;
}

import type { AggregateModel, ContextModel } from '@planner/model';
import { DATABASE_FACTS } from '../database-facts';
import type { Phrases } from '../phrases';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 6: unit tests per rule, repository contracts, integration, adapters, end to end, environment. */
export function testingTasks(model: ContextModel, say: Phrases): PlannedTask[] {
  return [
    ...valueObjectTests(model, say),
    ...model.aggregates.map((aggregate) => aggregateTests(aggregate, say)),
    ...model.services.map((service) =>
      task(`testing/service/${service.name}`, say.testing.service(service.name), EFFORT.testSuite),
    ),
    ...model.aggregates.map((aggregate) => contractTests(aggregate, model, say)),
    ...model.aggregates.flatMap((aggregate) => integrationTests(aggregate, model, say)),
    ...model.adapters.map((adapter) =>
      task(`testing/adapter/${adapter.name}`, say.testing.adapter(adapter.name), EFFORT.testSuite),
    ),
    ...model.policies.map((policy) =>
      task(`testing/policy/${policy.name}`, say.testing.policy(policy.name), EFFORT.testSuite),
    ),
    ...model.grpcServices.map((service) =>
      task(
        `testing/end-to-end/${service.name}`,
        say.testing.endToEnd(service.name, service.useCases.length),
        EFFORT.testSuite,
      ),
    ),
    task('testing/migrations', say.testing.migrations(), EFFORT.testCase),
    environmentTests(say),
  ];
}

export function environmentTests(say: Phrases): PlannedTask {
  return task('testing/environment', say.testing.environment(), EFFORT.testSuite);
}

function valueObjectTests(model: ContextModel, say: Phrases): PlannedTask[] {
  if (model.valueObjects.length === 0) return [];
  const cases = model.valueObjects.map((each) =>
    task(`testing/value-object/${each.name}`, say.testing.valueObject(each.name), EFFORT.testCase),
  );
  return [task('testing/value-objects', say.testing.valueObjects(cases.length), EFFORT.testCase, cases)];
}

function aggregateTests(aggregate: AggregateModel, say: Phrases): PlannedTask {
  const { name } = aggregate;
  const created = aggregate.operations.find((operation) => operation.kind === 'create')?.emissions[0]?.event;
  const rules = [
    ...aggregate.invariants.map((rule) => ({ owner: name, rule })),
    ...aggregate.entities.flatMap((entity) => entity.invariants.map((rule) => ({ owner: entity.name, rule }))),
  ];
  return task(`testing/domain/${name}`, say.testing.aggregate(name), EFFORT.testSuite, [
    ...(created === undefined ? [] : [task(`testing/created/${name}`, say.testing.created(created), EFFORT.testCase)]),
    ...aggregate.operations.flatMap((operation) => [
      task(
        `testing/operation/${name}.${operation.name}`,
        operation.from ? say.testing.transition(operation.name, operation.from) : say.testing.operation(operation.name),
        EFFORT.testCase,
      ),
      ...operation.requires.map((rule) =>
        task(
          `testing/requirement/${name}.${operation.name}.${rule.name}`,
          say.testing.requirement(operation.name, rule.name),
          EFFORT.testCase,
        ),
      ),
    ]),
    ...rules.map(({ owner, rule }) =>
      task(`testing/invariant/${owner}.${rule.name}`, say.testing.invariant(rule.name), EFFORT.testCase),
    ),
  ]);
}

function contractTests(aggregate: AggregateModel, model: ContextModel, say: Phrases): PlannedTask {
  const { name } = aggregate;
  return task(
    `testing/contract/${name}`,
    say.testing.contract(name, DATABASE_FACTS[model.database].title),
    EFFORT.testSuite,
    [
      ...aggregate.finders.map((finder) =>
        task(`testing/finder/${name}.${finder.name}`, say.testing.contractFinder(finder.name), EFFORT.testCase),
      ),
      task(`testing/conflict/${name}`, say.testing.conflict(name), EFFORT.testCase),
    ],
  );
}

function integrationTests(aggregate: AggregateModel, model: ContextModel, say: Phrases): PlannedTask[] {
  const useCases = model.useCases.filter((useCase) => useCase.aggregate === aggregate.name);
  if (useCases.length === 0) return [];
  return [
    task(
      `testing/integration/${aggregate.name}`,
      say.testing.integration(aggregate.name, useCases.length),
      EFFORT.testCase * useCases.length,
    ),
  ];
}

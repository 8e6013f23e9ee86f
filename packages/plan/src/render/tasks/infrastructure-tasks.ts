import type { AdapterModel, ContextModel } from '@planner/model';
import {
  adapterVariables,
  DATABASE_FACTS,
  databaseVariables,
  serviceVariables,
  type EnvVariable,
} from '../database-facts';
import { callSignature } from '../model-facts';
import type { Phrases } from '../phrases';
import type { Toolchain } from '../toolchain';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 4: adapters, composition root, environment, health, logging. */
export function infrastructureTasks(
  model: ContextModel,
  followUp: boolean,
  tools: Toolchain,
  say: Phrases,
): PlannedTask[] {
  return [
    ...model.adapters.map((adapter) => adapterTask(adapter, say)),
    task(
      'infrastructure/container',
      say.infrastructure.container(model.context, model.useCases.length),
      EFFORT.container,
    ),
    environmentTask(allVariables(model), tools, say),
    ...(followUp ? [] : operationTasks(model, tools, say)),
  ];
}

/** What a service needs once, however many plans it has. */
function operationTasks(model: ContextModel, tools: Toolchain, say: Phrases): PlannedTask[] {
  return [
    task('infrastructure/health', say.infrastructure.health(DATABASE_FACTS[model.database].title), EFFORT.health),
    task('infrastructure/logging', say.infrastructure.logging(tools.logging), EFFORT.logging),
    task('infrastructure/shutdown', say.infrastructure.shutdown(), EFFORT.shutdown),
  ];
}

/** Every variable of `.env`: database, service, adapters. */
export function allVariables({
  database,
  context,
  adapters,
}: Pick<ContextModel, 'database' | 'context' | 'adapters'>): EnvVariable[] {
  const all = [...databaseVariables(database, context), ...serviceVariables(), ...adapters.flatMap(adapterVariables)];
  return [...new Map(all.map((variable) => [variable.name, variable])).values()];
}

export function environmentTask(variables: readonly EnvVariable[], tools: Toolchain, say: Phrases): PlannedTask {
  return task(
    'infrastructure/environment',
    say.infrastructure.environment(variables.length, tools.validation),
    EFFORT.environment,
    [
      task(
        'infrastructure/environment-variables',
        say.repository.variable(variables.map((variable) => variable.name)),
        EFFORT.constraint,
      ),
      task('infrastructure/environment-example', say.infrastructure.example(), EFFORT.constraint),
    ],
  );
}

function adapterTask(adapter: AdapterModel, say: Phrases): PlannedTask {
  const { name } = adapter;
  return task(`infrastructure/adapter/${name}`, say.infrastructure.adapter(name), EFFORT.adapter, [
    ...(adapter.select === undefined ? [] : Object.entries(adapter.env)).map(([member, variables]) =>
      task(
        `infrastructure/adapter/${name}.${member}`,
        say.infrastructure.adapterMember(member, variables),
        EFFORT.adapterMember,
      ),
    ),
    ...adapter.operations.map((operation) =>
      task(
        `infrastructure/adapter-operation/${name}.${operation.name}`,
        say.infrastructure.adapterOperation(callSignature(name, operation)),
        EFFORT.adapterOperation,
      ),
    ),
    task(`infrastructure/fake/${name}`, say.infrastructure.adapterFake(name), EFFORT.fake),
  ]);
}

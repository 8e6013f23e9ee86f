import type { AggregateModel, ContextModel } from '@planner/model';
import { DATABASE_FACTS, databaseVariables } from '../database-facts';
import type { Focus } from '../focus';
import { REPOSITORY_METHODS } from '../model-facts';
import type { Phrases } from '../phrases';
import type { Toolchain } from '../toolchain';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 2: per aggregate interface and implementations, then migration, transactions and the database's configuration. */
export function repositoryTasks({ model, extended, followUp }: Focus, tools: Toolchain, say: Phrases): PlannedTask[] {
  return [
    ...model.aggregates.flatMap((aggregate) =>
      extended.has(aggregate.name) ? extensionTasks(aggregate, say) : newTasks(aggregate, model, tools, say),
    ),
    migrationTask(model, followUp, tools, say),
    ...(followUp ? [] : [task('repository/unit-of-work', say.repository.unitOfWork(), EFFORT.unitOfWork)]),
    ...(model.events.length === 0
      ? []
      : [task('repository/outbox', say.repository.outbox(model.events.length), EFFORT.outbox)]),
    ...databaseTasks(model, tools, say),
  ];
}

/** The database's configuration, which a plan without a model needs as well. */
export function databaseTasks(
  { database, context }: Pick<ContextModel, 'database' | 'context'>,
  tools: Toolchain,
  say: Phrases,
): PlannedTask[] {
  const names = databaseVariables(database, context).map((variable) => variable.name);
  const driver = tools.drivers[database];
  const open = DATABASE_FACTS[database].server ? say.repository.pool(driver) : say.repository.embeddedFile(driver);
  return [
    task('repository/database-configuration', say.repository.configuration(tools.dotenv), EFFORT.configuration, [
      task('repository/database-variables', say.repository.variable(names), EFFORT.constraint),
    ]),
    task('repository/connection-pool', open, EFFORT.pool),
  ];
}

function newTasks(aggregate: AggregateModel, model: ContextModel, tools: Toolchain, say: Phrases): PlannedTask[] {
  return [
    interfaceTask(aggregate, say),
    implementationTask(aggregate, model, tools, say),
    inMemoryTask(aggregate, say),
  ];
}

/** What a plan adds to the repository that an earlier plan made. */
function extensionTasks(aggregate: AggregateModel, say: Phrases): PlannedTask[] {
  const { name } = aggregate;
  const finders = aggregate.finders.map((finder) => finder.name);
  const extendInterface = say.repository.extendInterface(name, finders);
  return [
    ...(finders.length === 0
      ? []
      : [task(`repository/interface/${name}`, extendInterface, EFFORT.repositoryMethod * finders.length)]),
    task(
      `repository/implementation/${name}`,
      say.repository.extendImplementation(name),
      EFFORT.extension,
      indexTasks(aggregate, say),
    ),
  ];
}

function interfaceTask(aggregate: AggregateModel, say: Phrases): PlannedTask {
  return task(
    `repository/interface/${aggregate.name}`,
    say.repository.interface(aggregate.name, REPOSITORY_METHODS),
    EFFORT.repositoryInterface + EFFORT.repositoryMethod * REPOSITORY_METHODS.length,
  );
}

function implementationTask(
  aggregate: AggregateModel,
  model: ContextModel,
  tools: Toolchain,
  say: Phrases,
): PlannedTask {
  const { name, entities } = aggregate;
  return task(
    `repository/implementation/${name}`,
    say.repository.implementation(name, tools.sql, DATABASE_FACTS[model.database].title),
    EFFORT.repository,
    [
      task(`repository/mapping/${name}`, say.repository.mapping(name), EFFORT.mapping),
      ...(entities.length === 0
        ? []
        : [
            task(
              `repository/children/${name}`,
              say.repository.loading(
                name,
                entities.map((entity) => entity.name),
              ),
              EFFORT.children * entities.length,
            ),
          ]),
      ...(aggregate.persistence === 'events'
        ? [task(`repository/events/${name}`, say.repository.events(name), EFFORT.eventStore)]
        : []),
      task(`repository/version/${name}`, say.repository.version(name), EFFORT.version),
      ...indexTasks(aggregate, say),
    ],
  );
}

function indexTasks({ name, finders, unique }: AggregateModel, say: Phrases): PlannedTask[] {
  return [
    ...unique.map((paths) =>
      task(`repository/unique/${name}.${paths.join('-')}`, say.repository.uniqueIndex(paths), EFFORT.index),
    ),
    ...finders
      .filter((finder) => finder.by.length > 0 && !finder.single)
      .map((finder) =>
        task(
          `repository/index/${name}.${finder.name}`,
          say.repository.finderIndex(
            finder.name,
            finder.by.map((filter) => filter.path.join('.')),
          ),
          EFFORT.index,
        ),
      ),
  ];
}

function inMemoryTask(aggregate: AggregateModel, say: Phrases): PlannedTask {
  return task(`repository/in-memory/${aggregate.name}`, say.repository.inMemory(aggregate.name), EFFORT.inMemory);
}

function migrationTask(model: ContextModel, followUp: boolean, tools: Toolchain, say: Phrases): PlannedTask {
  const tables = model.aggregates.flatMap((aggregate) => [aggregate, ...aggregate.entities].map((each) => each.name));
  const write = followUp ? say.repository.nextMigration : say.repository.migration;
  return task(
    'repository/migration',
    write(model.context, tables, tools.migrations),
    EFFORT.migration + EFFORT.table * tables.length,
  );
}

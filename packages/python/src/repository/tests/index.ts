import { canStoreTwo, type RenderedFile } from '@planner/target';
import { stateSamples } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { ENVIRONMENT } from '../../infrastructure/tests';
import { pyString } from '../../text';
import { inPersistence } from '../names';
import { contractOf, PERSISTENCE_FILE, queriesOf, renderContract } from './contract';

const DATABASES_FILE = 'tests/support/databases.py';
const UNIT = 'tests/unit/infrastructure/persistence';
const INTEGRATION = 'tests/integration/persistence';

/** Tests of persistence, all of phase 6: one contract for every store, and what is special about each. */
export function renderRepositoryTests(context: RenderContext): RenderedFile[] {
  return [
    ...context.model.aggregates.map((aggregate) => renderContract(context, aggregate)),
    renderLists(context),
    renderPersistence(context),
    renderDatabases(context),
    renderFixtures(context),
    ...(context.model.aggregates.length > 0 ? [renderInMemory(context)] : []),
    renderDatabase(context),
    renderTransactions(context),
    renderEmbedded(context),
    renderMigrations(context),
    renderMigrateCommand(context),
    renderTypes(context),
    ...[
      'test_errors',
      'test_in_memory_database',
      'test_in_memory_table',
      'test_page_token',
      'test_sorting',
      'test_stored_values',
    ].map((name) =>
      withImports(context, name, `${UNIT}/${name}.py`, (imports) => {
        if (name === 'test_page_token')
          for (const exported of [context.application.invalidPageTokenError, context.application.pageRequest])
            imports.value(exported);
        return {};
      }),
    ),
  ];
}

function withImports(
  context: RenderContext,
  template: string,
  path: string,
  view: (imports: ImportSet) => object,
): RenderedFile {
  const imports = context.imports(path);
  const computed = view(imports);
  const server = context.model.database !== 'sqlite';
  const text = context.templates.render(`repository/tests/${template}.py`, {
    ...computed,
    server,
    imports: imports.print(),
  });
  return context.file(6, path, text);
}

function use(imports: ImportSet, file: string, ...names: string[]): void {
  for (const name of names) imports.value({ name, file });
}

function renderLists(context: RenderContext): RenderedFile {
  return withImports(context, 'lists', 'tests/support/lists.py', (imports) => {
    imports.value(context.application.page);
    imports.value(context.application.pageRequest);
    return {};
  });
}

function renderPersistence(context: RenderContext): RenderedFile {
  const { application, model, repository } = context;
  return withImports(context, 'persistence', PERSISTENCE_FILE, (imports) => {
    for (const exported of [repository.database, repository.inMemoryDatabase]) imports.value(exported);
    imports.value(inPersistence('EventRecord', 'events'));
    imports.value(inPersistence('OutboxRow', 'outbox'));
    imports.value(inPersistence('Base', 'tables'));
    return {
      unitOfWork: imports.value(application.unitOfWork),
      inMemoryUnitOfWork: imports.value(repository.inMemoryUnitOfWork),
      sqlAlchemyUnitOfWork: imports.value(repository.unitOfWork),
      aggregates: model.aggregates.map((aggregate) => ({
        queries: queriesOf(context, aggregate),
        port: imports.value(application.aggregate(aggregate.name).queries),
        inMemory: imports.value(repository.aggregate(aggregate.name).inMemoryQueries),
        implementation: imports.value(repository.aggregate(aggregate.name).queries),
      })),
    };
  });
}

function renderDatabases(context: RenderContext): RenderedFile {
  const { infrastructure, model, repository } = context;
  return withImports(context, 'databases', DATABASES_FILE, (imports) => {
    for (const exported of [
      repository.database,
      repository.connect,
      repository.statement,
      inPersistence('EMBEDDED', 'database'),
    ])
      imports.value(exported);
    const common = {
      databaseConfig: imports.value(infrastructure.databaseConfig),
      migrateToLatest: imports.value(repository.migrateToLatest),
    };
    if (model.database === 'sqlite') return common;
    return {
      ...common,
      parseDatabaseUrl: imports.value(infrastructure.parseDatabaseUrl),
      readEnvironment: imports.value(infrastructure.readEnvironment),
    };
  });
}

/** For the tests of persistence on databases. */
function renderFixtures(context: RenderContext): RenderedFile {
  return withImports(context, 'conftest', `${INTEGRATION}/conftest.py`, (imports) => {
    imports.value(context.repository.database);
    imports.value(inPersistence('EMBEDDED', 'database'));
    use(
      imports,
      DATABASES_FILE,
      'STORES',
      'migrate',
      'open_database',
      ...(context.model.database === 'sqlite' ? [] : ['empty_database']),
    );
    use(imports, PERSISTENCE_FILE, 'Persistence', 'clear', 'database_persistence');
    return {};
  });
}

function contracts(context: RenderContext, imports: ImportSet): object[] {
  return context.model.aggregates.map((aggregate) => ({
    test: `Test${aggregate.name}`,
    contract: imports.value(contractOf(context, aggregate)),
  }));
}

function renderInMemory(context: RenderContext): RenderedFile {
  return withImports(context, 'test_in_memory', `${UNIT}/test_in_memory.py`, (imports) => {
    use(imports, PERSISTENCE_FILE, 'Persistence', 'in_memory_persistence');
    return { contracts: contracts(context, imports) };
  });
}

function renderDatabase(context: RenderContext): RenderedFile {
  const { application, model, names, repository } = context;
  return withImports(context, 'test_database', `${INTEGRATION}/test_database.py`, (imports) => {
    const [first] = model.aggregates;
    const lists = pagedLists(context, imports);
    imports.module('pytest');
    for (const name of ['Connection', 'inspect']) imports.from('sqlalchemy', name);
    imports.kernel('errors', 'UnavailableError');
    imports.value(repository.database);
    imports.value(inPersistence('OutboxRow', 'outbox'));
    imports.value(inPersistence('Base', 'tables'));
    if (first !== undefined) {
      imports.module('asyncio');
      imports.from('dataclasses', 'replace');
      imports.kernel('errors', 'ConcurrencyError');
      use(imports, PERSISTENCE_FILE, 'Persistence', ...(lists.length > 0 ? ['clear', 'database_persistence'] : []));
    }
    if (lists.length > 0 || model.database !== 'sqlite') use(imports, DATABASES_FILE, 'open_database');
    return {
      contracts: contracts(context, imports),
      constraints: model.aggregates.map(({ name }) => imports.value(repository.aggregate(name).constraints)),
      ...(first !== undefined && {
        writers: {
          root: imports.value(names.aggregate(first.name).root),
          sample: imports.value(stateSamples(context, first).first),
          repositories: application.aggregate(first.name).repositories,
          queries: queriesOf(context, first),
        },
      }),
      lists,
    };
  });
}

/** Aggregates with children, two of which can be stored, with a list that needs no filter. */
function pagedLists(context: RenderContext, imports: ImportSet): object[] {
  const { application, model, names } = context;
  return model.aggregates.flatMap((aggregate) => {
    const finder = aggregate.finders.find(({ single, by }) => !single && by.every(({ optional }) => optional));
    const ports = application.aggregate(aggregate.name);
    const found = finder && ports.finders.get(finder.name);
    if (
      finder === undefined ||
      found === undefined ||
      aggregate.entities.length === 0 ||
      !canStoreTwo(context, aggregate)
    )
      return [];
    const { first, other } = stateSamples(context, aggregate);
    const attributes = finder.by.map(({ name }) => `${found.attributes.get(name) ?? name}=None`);
    const filter = finder.by.length === 0 ? [] : [`${imports.value(found.filter)}(${attributes.join(', ')})`];
    return [
      {
        name: names.aggregate(aggregate.name).snake,
        root: imports.value(names.aggregate(aggregate.name).root),
        state: imports.value(names.aggregate(aggregate.name).state),
        repositories: ports.repositories,
        queries: queriesOf(context, aggregate),
        call: `${found.method}(${[...filter, `${imports.value(application.pageRequest)}(size=10)`].join(', ')})`,
        sample: imports.value(first),
        other: imports.value(other),
      },
    ];
  });
}

function renderTransactions(context: RenderContext): RenderedFile {
  const { infrastructure, repository } = context;
  return withImports(context, 'test_transactions', `${INTEGRATION}/test_transactions.py`, (imports) => {
    imports.projectModule('src/infrastructure/persistence/engine.py', 'engine');
    for (const exported of [repository.database, repository.connect, repository.statement]) imports.value(exported);
    imports.value(inPersistence('EventRecord', 'events'));
    for (const name of ['Outbox', 'OutboxRow']) imports.value(inPersistence(name, 'outbox'));
    use(imports, DATABASES_FILE, 'open_database', ...(context.model.database === 'sqlite' ? [] : ['STORES']));
    return { databaseConfig: imports.value(infrastructure.databaseConfig) };
  });
}

function renderEmbedded(context: RenderContext): RenderedFile {
  return withImports(context, 'test_embedded', `${INTEGRATION}/test_embedded.py`, (imports) => {
    imports.projectModule(`src/infrastructure/persistence/engine.py`, 'engine');
    imports.value(inPersistence('EMBEDDED', 'database'));
    use(imports, DATABASES_FILE, 'open_database', 'opened');
    imports.value(context.repository.database);
    imports.value(context.repository.migrateToLatest);
    return { inUse: imports.value(context.repository.databaseInUseError) };
  });
}

function renderMigrations(context: RenderContext): RenderedFile {
  const { repository, schema } = context;
  return withImports(context, 'test_migrations', `${INTEGRATION}/test_migrations.py`, (imports) => {
    if (context.model.database !== 'sqlite') imports.module('asyncio');
    imports.module('pytest');
    imports.from('collections.abc', 'Callable');
    imports.from('alembic', 'command');
    imports.from('alembic.config', 'Config');
    for (const name of ['Connection', 'inspect', 'text']) imports.from('sqlalchemy', name);
    imports.from('sqlalchemy.exc', 'SQLAlchemyError');
    imports.from('sqlalchemy.schema', 'CreateTable');
    imports.value(inPersistence('Base', 'tables'));
    for (const exported of [
      repository.database,
      repository.migrateToLatest,
      repository.migrateDown,
      repository.pendingMigrations,
    ])
      imports.value(exported);
    imports.value(inPersistence('ALEMBIC_INI', 'migrations'));
    use(imports, DATABASES_FILE, 'empty_database', 'open_database');
    return { outbox: pyString(schema.outbox.table) };
  });
}

function renderMigrateCommand(context: RenderContext): RenderedFile {
  return withImports(context, 'test_migrate', `${INTEGRATION}/test_migrate.py`, (imports) => {
    imports.value(inPersistence('EMBEDDED', 'database'));
    imports.value(ENVIRONMENT);
    use(imports, DATABASES_FILE, 'open_database', 'opened');
    return { pendingMigrations: imports.value(context.repository.pendingMigrations) };
  });
}

function renderTypes(context: RenderContext): RenderedFile {
  return withImports(context, 'test_types', `${INTEGRATION}/test_types.py`, (imports) => {
    imports.value(context.repository.database);
    for (const name of ['BYTES', 'DOCUMENT', 'TEXT', 'Duration', 'Exact', 'Instant'])
      imports.value(inPersistence(name, 'types'));
    for (const name of ['SortKey', 'behind', 'order_by']) imports.value(inPersistence(name, 'sorting'));
    imports.value(inPersistence('holds', 'list_filters'));
    imports.kernel('time', 'parse_instant');
    imports.projectModule('src/infrastructure/persistence/sorting.py', 'sorting');
    return {};
  });
}

import { canStoreTwo, type Exported, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { dataFunctions, samplesFile } from '../../domain/tests/sample-values';
import { inPersistence } from '../values';
import { contractOf, PERSISTENCE_FILE, renderContract } from './contract';

const TEST_DATABASE_FILE = 'test/support/test-database.ts';
const UNIT = 'test/unit/infrastructure/persistence';
const INTEGRATION = 'test/integration/persistence';

/** Tests of persistence, all of phase 6: one contract for every store, and what is special about each. */
export function renderRepositoryTests(context: RenderContext): RenderedFile[] {
  return [
    ...context.model.aggregates.map((aggregate) => renderContract(context, aggregate)),
    renderLists(context),
    renderPersistence(context),
    renderTestDatabase(context),
    renderInMemory(context),
    renderDatabase(context),
    renderMigrationTest(context),
    ...['stored-values', 'plain-values', 'database-errors', 'in-memory-table', 'sorting'].map((name) => withImports(context, `${name}.test.ts`, `${UNIT}/${name}.test.ts`, () => ({}))),
    renderPageToken(context),
    renderInMemoryDatabase(context),
  ];
}

function withImports(context: RenderContext, template: string, path: string, view: (imports: ImportSet) => object): RenderedFile {
  const imports = context.imports(path);
  const computed = view(imports);
  const text = context.templates.render(`repository/tests/${template}`, { ...computed, kernel: context.project.kernel.packageName, imports: imports.print() });
  return context.file(6, path, text);
}

function vitest(imports: ImportSet, ...names: string[]): void {
  for (const name of names) imports.package('vitest', name);
}

function renderLists(context: RenderContext): RenderedFile {
  return withImports(context, 'lists.ts', 'test/support/lists.ts', (imports) => {
    imports.type(context.application.page);
    imports.type(context.application.pageRequest);
    return {};
  });
}

function renderPersistence(context: RenderContext): RenderedFile {
  const { application, model, repository, schema } = context;
  return withImports(context, 'persistence.ts', PERSISTENCE_FILE, (imports) => {
    imports.package('node:crypto', 'randomUUID');
    for (const type of [application.unitOfWork, repository.database, inPersistence('EventRecord', 'event-sink')]) imports.type(type);
    imports.value(inPersistence('instantFromText', 'stored-values'));
    for (const value of [repository.inMemoryDatabase, repository.inMemoryUnitOfWork, repository.kyselyUnitOfWork]) imports.value(value);
    const aggregates = model.aggregates.map(({ name }) => ({
      queries: application.aggregate(name).queriesProperty,
      port: imports.type(application.aggregate(name).queries),
      inMemory: imports.value(repository.aggregate(name).inMemoryQueries),
      kysely: imports.value(repository.aggregate(name).kyselyQueries),
    }));
    return { aggregates, outbox: schema.outbox.table, tables: schema.tables.filter(({ parent }) => parent === undefined).map(({ name }) => name) };
  });
}

function renderTestDatabase(context: RenderContext): RenderedFile {
  const { infrastructure, repository } = context;
  return withImports(context, 'test-database.ts', TEST_DATABASE_FILE, (imports) => {
    imports.package('node:crypto', 'randomUUID');
    imports.package('kysely', 'sql');
    imports.packageType('kysely', 'RawBuilder');
    imports.type(inPersistence('Statement', 'connect'));
    imports.type(repository.database);
    return {
      connect: imports.value(repository.connect),
      migrateToLatest: imports.value(repository.migrateToLatest),
      readEnvironment: imports.value(infrastructure.readEnvironment),
      isEmbedded: imports.value(infrastructure.isEmbedded),
    };
  });
}

function contracts(context: RenderContext, imports: ImportSet): string[] {
  return context.model.aggregates.map((aggregate) => imports.value(contractOf(context, aggregate)));
}

function renderInMemory(context: RenderContext): RenderedFile {
  return withImports(context, 'in-memory.test.ts', `${UNIT}/in-memory.test.ts`, (imports) => {
    imports.value({ name: 'inMemoryPersistence', file: PERSISTENCE_FILE });
    return { contracts: contracts(context, imports) };
  });
}

function renderDatabase(context: RenderContext): RenderedFile {
  const { repository, schema } = context;
  return withImports(context, 'database.test.ts', `${INTEGRATION}/database.test.ts`, (imports) => {
    vitest(imports, 'afterAll', 'beforeAll', 'describe', 'expect', 'it');
    for (const name of ['Temporal', 'UnavailableError']) imports.kernel(name);
    imports.package('kysely', 'sql');
    imports.packageType('kysely', 'Kysely');
    imports.package('node:crypto', 'randomUUID');
    imports.type(inPersistence('DatabaseSchema', 'database-schema'));
    imports.type(inPersistence('EventRecord', 'event-sink'));
    imports.value(inPersistence('Outbox', 'outbox'));
    imports.value(inPersistence('behindSql', 'sorting'));
    imports.type(inPersistence('SortType', 'sorting'));
    imports.type({ name: 'Persistence', file: PERSISTENCE_FILE });
    imports.value({ name: 'databasePersistence', file: PERSISTENCE_FILE });
    for (const name of ['migratedTestDatabase']) imports.value({ name, file: TEST_DATABASE_FILE });
    imports.type({ name: 'TestDatabase', file: TEST_DATABASE_FILE });
    return {
      contracts: contracts(context, imports),
      connect: imports.value(repository.connect),
      constraints: context.model.aggregates.map(({ name }) => imports.value(repository.aggregate(name).constraints)),
      outbox: schema.outbox.table,
      tables: schema.tables.filter(({ name }) => name !== schema.outbox.table).map(({ name }) => name),
      lists: statementCounts(context, imports),
    };
  });
}

/** Aggregates with children, two of which can be stored, with a list that needs no filter. */
function statementCounts(context: RenderContext, imports: ImportSet): object[] {
  const { application, model, names } = context;
  return model.aggregates.flatMap((aggregate) => {
    const finder = aggregate.finders.find(({ single, by }) => !single && by.every(({ optional }) => optional));
    const ports = application.aggregate(aggregate.name);
    const method = finder && ports.finders.get(finder.name)?.method;
    if (finder === undefined || method === undefined || aggregate.entities.length === 0 || !canStoreTwo(context, aggregate)) return [];
    const { first, other } = dataFunctions(context, aggregate);
    const file = samplesFile(context, aggregate);
    const filter = finder.by.length === 0 ? [] : [`{ ${finder.by.map(({ name }) => `${name}: undefined`).join(', ')} }`];
    return [
      {
        root: imports.value(names.aggregate(aggregate.name).root),
        repositories: ports.repositories,
        queries: ports.queriesProperty,
        call: `${method}(${[...filter, '{ size: 10, token: undefined }'].join(', ')})`,
        sample: imports.value({ name: first, file }),
        other: imports.value({ name: other, file }),
      },
    ];
  });
}

function renderMigrationTest(context: RenderContext): RenderedFile {
  const { repository, schema } = context;
  return withImports(context, 'migrations.test.ts', `${INTEGRATION}/migrations.test.ts`, (imports) => {
    vitest(imports, 'afterEach', 'beforeEach', 'describe', 'expect', 'it');
    imports.package('kysely', 'sql');
    imports.type(repository.database);
    const values: Exported[] = [repository.migrateToLatest, repository.migrateDown, repository.pendingMigrations, inPersistence('migrations', 'migrations/index')];
    for (const value of [...values, { name: 'emptyTestDatabase', file: TEST_DATABASE_FILE }]) imports.value(value);
    imports.type({ name: 'TestDatabase', file: TEST_DATABASE_FILE });
    return { outbox: schema.outbox.table };
  });
}

function renderPageToken(context: RenderContext): RenderedFile {
  return withImports(context, 'page-token.test.ts', `${UNIT}/page-token.test.ts`, (imports) => {
    vitest(imports, 'describe', 'expect', 'it');
    imports.value(context.application.invalidPageTokenError);
    for (const name of ['pageToken', 'positionOf']) imports.value(inPersistence(name, 'page-token'));
    return {};
  });
}

function renderInMemoryDatabase(context: RenderContext): RenderedFile {
  return withImports(context, 'in-memory-database.test.ts', `${UNIT}/in-memory-database.test.ts`, (imports) => {
    vitest(imports, 'describe', 'expect', 'it');
    imports.kernel('Temporal');
    imports.value(context.repository.inMemoryDatabase);
    return {};
  });
}

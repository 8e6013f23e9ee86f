import type { Exported, RenderedFile } from '@planner/target';
import { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { PERSISTENCE } from './names';
import { inPersistence } from './values';

/** What all aggregates share: connection, errors, outbox, migrator, memory, paging. */
export function renderFoundation(context: RenderContext): RenderedFile[] {
  return [
    database(context),
    connect(context),
    plain(context, 'database-errors'),
    plain(context, 'stored-values'),
    plain(context, 'plain-values'),
    plain(context, 'unique-rule'),
    plain(context, 'event-sink'),
    outbox(context),
    migrator(context),
    migrate(context),
    plain(context, 'in-memory-table'),
    inMemoryDatabase(context),
    plain(context, 'sorting', 3),
    pageToken(context),
    paging(context),
  ];
}

/** A file that is the same for every model. */
function plain(context: RenderContext, name: string, phase: 2 | 3 = 2): RenderedFile {
  const view = { kernel: context.project.kernel.packageName };
  return context.file(phase, `${PERSISTENCE}/${name}.ts`, context.templates.render(`repository/${name}.ts`, view));
}

function withImports(context: RenderContext, name: string, phase: 2 | 3, view: (imports: ImportSet) => object): RenderedFile {
  const path = `${PERSISTENCE}/${name}.ts`;
  const imports = context.imports(path);
  const computed = view(imports);
  return context.file(phase, path, context.templates.render(`repository/${name}.ts`, { ...computed, imports: imports.print() }));
}

const SCHEMA: Exported = inPersistence('DatabaseSchema', 'database-schema');

function database(context: RenderContext): RenderedFile {
  return withImports(context, 'database', 2, (imports) => {
    imports.package('node:async_hooks', 'AsyncLocalStorage');
    imports.package('kysely', 'sql');
    for (const type of ['Kysely', 'Transaction']) imports.packageType('kysely', type);
    for (const name of ['guarded', 'translated']) imports.value(inPersistence(name, 'database-errors'));
    imports.type(SCHEMA);
    return {};
  });
}

function connect(context: RenderContext): RenderedFile {
  const { infrastructure, repository } = context;
  return withImports(context, 'connect', 2, (imports) => {
    imports.packageType('@electric-sql/pglite', 'PGliteOptions');
    for (const value of ['Kysely', 'PGliteDialect', 'PostgresDialect']) imports.package('kysely', value);
    imports.packageType('kysely', 'Dialect');
    imports.packageDefault('pg', 'pg');
    imports.value(repository.database);
    imports.type(SCHEMA);
    return {
      databaseConfig: imports.type(infrastructure.databaseConfig),
      lockFolder: imports.value(infrastructure.lockFolder),
      isEmbedded: imports.value(infrastructure.isEmbedded),
      embeddedFolder: imports.value(infrastructure.embeddedFolder),
    };
  });
}

function outbox(context: RenderContext): RenderedFile {
  return withImports(context, 'outbox', 2, (imports) => {
    imports.packageType('kysely', 'Kysely');
    imports.type(SCHEMA);
    for (const name of ['EventRecord', 'EventSink']) imports.type(inPersistence(name, 'event-sink'));
    imports.value(inPersistence('instantToText', 'stored-values'));
    return { table: context.schema.outbox.table };
  });
}

function migrator(context: RenderContext): RenderedFile {
  return withImports(context, 'migrator', 2, (imports) => {
    imports.package('kysely', 'sql');
    imports.package('kysely/migration', 'Migrator');
    imports.packageType('kysely/migration', 'MigrationResultSet');
    imports.type(context.repository.database);
    imports.value(inPersistence('guarded', 'database-errors'));
    imports.value(inPersistence('migrations', 'migrations/index'));
    return {};
  });
}

function migrate(context: RenderContext): RenderedFile {
  const { infrastructure, repository } = context;
  return withImports(context, 'migrate', 2, (imports) => {
    imports.type(repository.database);
    for (const value of [repository.connect, repository.migrateToLatest, repository.migrateDown, repository.migrationStatus]) imports.value(value);
    return { loadConfig: imports.value(infrastructure.loadConfig) };
  });
}

function inMemoryDatabase(context: RenderContext): RenderedFile {
  const { application, model, names, repository } = context;
  return withImports(context, 'in-memory-database', 2, (imports) => {
    imports.package('node:async_hooks', 'AsyncLocalStorage');
    for (const name of ['EventRecord', 'EventSink']) imports.type(inPersistence(name, 'event-sink'));
    imports.value(inPersistence('InMemoryTable', 'in-memory-table'));
    const aggregates = model.aggregates.map(({ name }) => ({
      property: application.aggregate(name).repositories,
      kind: `'${name}'`,
      data: imports.type(names.aggregate(name).data),
      uniques: imports.value(repository.aggregate(name).uniques),
    }));
    return { aggregates };
  });
}

function pageToken(context: RenderContext): RenderedFile {
  return withImports(context, 'page-token', 3, (imports) => {
    imports.package('node:crypto', 'createHash');
    imports.value(inPersistence('keyText', 'plain-values'));
    return { invalidPageTokenError: imports.value(context.application.invalidPageTokenError) };
  });
}

function paging(context: RenderContext): RenderedFile {
  return withImports(context, 'paging', 3, (imports) => {
    for (const name of ['pageToken', 'positionOf']) imports.value(inPersistence(name, 'page-token'));
    for (const name of ['Position', 'TokenScope']) imports.type(inPersistence(name, 'page-token'));
    for (const name of ['comparePositions', 'positionAt']) imports.value(inPersistence(name, 'sorting'));
    imports.type(inPersistence('SortKey', 'sorting'));
    return { page: imports.type(context.application.page), pageRequest: imports.type(context.application.pageRequest) };
  });
}

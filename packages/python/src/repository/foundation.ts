import type { RenderedFile } from '@planner/target';
import { moduleOf } from '../imports';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { inPersistence, PERSISTENCE } from './names';

/** What all aggregates share: engines, errors, outbox, migrations, memory, paging. */
export function renderFoundation(context: RenderContext): RenderedFile[] {
  const { infrastructure, model } = context;
  const converts = context.migrations.some(({ steps }) => steps.some((step) => step.kind === 'changeColumn'));
  const view = {
    converts,
    server: model.database !== 'sqlite',
    config: infrastructure.databaseConfig.name,
    configModule: moduleOf(infrastructure.databaseConfig.file),
  };
  const plain = (name: string, phase: 2 | 3 = 2) =>
    context.file(phase, `${PERSISTENCE}/${name}.py`, context.templates.render(`repository/${name}.py`, view));
  return [
    ...[
      'base',
      'database',
      'database_lock',
      'engine',
      'errors',
      'events',
      'grouping',
      'migrations',
      'stored_values',
      'types',
      'unique_constraints',
      'in_memory/table',
    ].map((name) => plain(name)),
    ...['list_filters', 'sorting'].map((name) => plain(name, 3)),
    ...(converts ? [plain('conversions')] : []),
    outbox(context),
    tables(context),
    inMemoryDatabase(context),
    withImports(context, 'page_token', 3, (imports) => {
      imports.value(context.application.invalidPageTokenError);
      return {};
    }),
    paging(context),
  ];
}

function withImports(
  context: RenderContext,
  name: string,
  phase: 2 | 3,
  view: (imports: ImportSet) => object,
): RenderedFile {
  const path = `${PERSISTENCE}/${name}.py`;
  const imports = context.imports(path);
  const computed = view(imports);
  return context.file(
    phase,
    path,
    context.templates.render(`repository/${name}.py`, { ...computed, imports: imports.print() }),
  );
}

function outbox(context: RenderContext): RenderedFile {
  const { outbox: own, tables: all } = context.schema;
  const table = all.find(({ name }) => name === own.table);
  return withImports(context, 'outbox', 2, () => ({
    table: pyString(own.table),
    primaryKey: pyString(table?.primaryKey.name ?? ''),
    eventKey: pyString(table?.indexes[0]?.name ?? ''),
  }));
}

/** Importing it declares every table. */
function tables(context: RenderContext): RenderedFile {
  return withImports(context, 'tables', 2, (imports) => {
    const rows = [
      ...context.model.aggregates
        .flatMap(({ name, entities }) => [name, ...entities.map((entity) => `${name}.${entity.name}`)])
        .map((origin) => context.repository.row(origin)),
      inPersistence('OutboxRow', 'outbox'),
    ];
    return { exported: [inPersistence('Base', 'base'), ...rows].map((row) => pyString(imports.value(row))).sort() };
  });
}

function inMemoryDatabase(context: RenderContext): RenderedFile {
  const { application, model, names, repository } = context;
  return withImports(context, 'in_memory/database', 2, (imports) => {
    imports.value(inPersistence('EventRecord', 'events'));
    if (model.aggregates.length > 0) imports.value(inPersistence('InMemoryTable', 'in_memory/table'));
    const aggregates = model.aggregates.map(({ name }) => ({
      attribute: application.aggregate(name).repositories,
      kind: pyString(name),
      state: imports.value(names.aggregate(name).state),
      uniques: imports.value(repository.aggregate(name).uniques),
    }));
    return { aggregates };
  });
}

function paging(context: RenderContext): RenderedFile {
  return withImports(context, 'paging', 3, (imports) => {
    for (const exported of [
      context.application.page,
      context.application.pageRequest,
      context.application.invalidPageTokenError,
    ])
      imports.value(exported);
    for (const name of ['page_token', 'position_of']) imports.value(inPersistence(name, 'page_token'));
    for (const name of ['SortKey', 'compare', 'position_at', 'values_at'])
      imports.value(inPersistence(name, 'sorting'));
    return {};
  });
}

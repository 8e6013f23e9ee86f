import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { identityType, idRef, idText, storedAggregate } from './stored-aggregate';
import { inPersistence, Values } from './values';

/** The repository's interface in the domain, and its two implementations. */
export function renderRepositories(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [renderInterface(context, aggregate), renderKysely(context, aggregate), renderInMemory(context, aggregate)];
}

function renderInterface(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { repository } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(repository.file);
  return render(context, imports, 'interface.ts', repository.file, { name: repository.name, ...domainNames(context, aggregate, imports) });
}

/** No statement takes more than 65,535 parameters. */
const MOST_PARAMETERS = 60_000;
const MOST_ROWS = 1000;

function renderKysely(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { kysely, repository, toRows, fromRows, eventToRecord, constraints } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(kysely.file);
  const { schema, entities } = storedAggregate(context, aggregate);
  const values = new Values(context, imports);
  const idData = (domain: string) => context.types.toData({ type: idRef(aggregate), optional: false }, domain, imports);
  const id = (data: string) => values.toColumn(schema.id.type, identityType(aggregate.identity), data);
  imports.packageType('kysely', 'Kysely');
  imports.kernel('ConcurrencyError');
  const view = {
    name: kysely.name,
    interface: imports.type(repository),
    ...domainNames(context, aggregate, imports),
    table: schema.table,
    id: schema.id.column,
    version: schema.version.column,
    lookUp: id(idData('id')),
    lookedUp: idText(context, aggregate, idData('id')),
    ownId: id('data.id'),
    subject: idText(context, aggregate, idData('root.id')),
    root: imports.value(context.names.aggregate(aggregate.name).root),
    toRows: imports.value(toRows),
    fromRows: imports.value(fromRows),
    hasChildren: entities.length > 0,
    children: entities.map(({ table, property, schema: entity }) => ({ table, property, root: entity.root.column, batch: batchSize(context, table) })),
    toRecord: imports.value(eventToRecord),
    constraints: imports.value(constraints),
    guarded: imports.value(inPersistence('guarded', 'database-errors')),
    schema: imports.type(inPersistence('DatabaseSchema', 'database-schema')),
    sink: imports.type(inPersistence('EventSink', 'event-sink')),
    ...(entities.length > 0 && { batches: imports.value(inPersistence('batches', 'plain-values')) }),
  };
  return render(context, imports, 'kysely-repository.ts', kysely.file, view);
}

function batchSize({ schema }: RenderContext, table: string): number {
  const columns = schema.tables.find(({ name }) => name === table)?.columns.length ?? 1;
  return Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns));
}

function renderInMemory(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { inMemory, repository, eventToRecord } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(inMemory.file);
  const view = {
    name: inMemory.name,
    interface: imports.type(repository),
    ...domainNames(context, aggregate, imports),
    root: imports.value(context.names.aggregate(aggregate.name).root),
    property: context.application.aggregate(aggregate.name).repositories,
    lookUp: context.types.toData({ type: idRef(aggregate), optional: false }, 'id', imports),
    toRecord: imports.value(eventToRecord),
    memory: imports.type(context.repository.inMemoryDatabase),
    sink: imports.type(inPersistence('EventSink', 'event-sink')),
  };
  return render(context, imports, 'in-memory-repository.ts', inMemory.file, view);
}

function domainNames({ names }: RenderContext, { name }: AggregateModel, imports: ImportSet): object {
  const { root, id } = names.aggregate(name);
  return { aggregate: name, type: imports.type(root), idType: imports.type(id) };
}

function render({ templates, file }: RenderContext, imports: ImportSet, template: string, path: string, view: object): RenderedFile {
  return file(2, path, templates.render(`repository/${template}`, { ...view, imports: imports.print() }));
}

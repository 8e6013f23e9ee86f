import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { inPersistence } from './names';
import { idRef, idText, storedAggregate } from './stored-aggregate';
import { Values } from './values';

/** The repository's protocol in the domain, and its two implementations. */
export function renderRepositories(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [
    renderInterface(context, aggregate),
    renderImplementation(context, aggregate),
    renderInMemory(context, aggregate),
  ];
}

function renderInterface(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { repository } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(repository.file);
  imports.from('typing', 'Protocol');
  return render(context, imports, 'interface.py', repository.file, {
    name: repository.name,
    ...domainNames(context, aggregate, imports),
  });
}

function renderImplementation(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { implementation, toRows, rows, fromRows, eventRecord, constraints } = context.repository.aggregate(
    aggregate.name,
  );
  const imports = context.imports(implementation.file);
  const stored = storedAggregate(context, aggregate);
  const { schema, entities } = stored;
  const values = new Values(context, imports);
  const id = (domain: string) => values.toColumn(schema.id.type, idRef(aggregate), domain);
  for (const name of ['insert', 'select', 'update', 'delete']) imports.from('sqlalchemy', name);
  imports.from('sqlalchemy.ext.asyncio', 'AsyncSession');
  imports.kernel('errors', 'ConcurrencyError');
  for (const name of ['Subject', 'guarded']) imports.value(inPersistence(name, 'errors'));
  imports.value(inPersistence('EventSink', 'events'));
  imports.from('contextlib', 'AbstractContextManager');
  const view = {
    name: implementation.name,
    kind: pyString(aggregate.name),
    ...domainNames(context, aggregate, imports),
    row: imports.value(context.repository.row(aggregate.name)),
    id: stored.attribute(schema.id.column),
    version: stored.attribute(schema.version.column),
    lookUp: id('id'),
    lookedUp: idText(context, aggregate, 'id'),
    ownId: id('root.state.id'),
    subject: idText(context, aggregate, 'root.state.id'),
    toRows: imports.value(toRows),
    fromRows: imports.value(fromRows),
    rows: entities.length > 0 ? imports.value(rows) : '',
    children: entities.map(({ model, property, attribute, schema: entity }) => ({
      row: imports.value(context.repository.row(`${aggregate.name}.${model.name}`)),
      property,
      root: attribute(entity.root.column),
    })),
    record: imports.value(eventRecord),
    constraints: imports.value(constraints),
  };
  return render(context, imports, 'repository_impl.py', implementation.file, view);
}

function renderInMemory(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { inMemory, eventRecord } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(inMemory.file);
  imports.from('dataclasses', 'replace');
  const view = {
    name: inMemory.name,
    ...domainNames(context, aggregate, imports),
    property: context.application.aggregate(aggregate.name).repositories,
    record: imports.value(eventRecord),
    memory: imports.value(inPersistence('InMemoryState', 'in_memory/database')),
  };
  return render(context, imports, 'in_memory/repository.py', inMemory.file, view);
}

function domainNames({ names }: RenderContext, { name }: AggregateModel, imports: ImportSet): object {
  const { root, id } = names.aggregate(name);
  return { aggregate: name, type: imports.value(root), idType: imports.value(id) };
}

function render(
  { templates, file }: RenderContext,
  imports: ImportSet,
  template: string,
  path: string,
  view: object,
): RenderedFile {
  return file(2, path, templates.render(`repository/${template}`, { ...view, imports: imports.print() }));
}

import { type AggregateModel, lowerFirst, upperFirst } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { RowReader } from './row-reader';
import { linkColumns, RowWriter } from './row-writer';
import { hasChildren, storedAggregate } from './stored-aggregate';
import { inPersistence, Values } from './values';

/** Between the data of an aggregate and its rows: `order-rows.ts`. */
export function renderRows(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { names, repository, templates } = context;
  const { rows, toRows, fromRows } = repository.aggregate(aggregate.name);
  const imports = context.imports(rows.file);
  const values = new Values(context, imports);
  const stored = storedAggregate(context, aggregate);
  const writer = new RowWriter(stored, values);
  const reader = new RowReader(context, stored, values);
  const entities = stored.entities.map((entity) => {
    const { model, schema, property, table } = entity;
    return {
      property,
      table,
      type: imports.type(repository.table(`${aggregate.name}.${model.name}`)),
      data: imports.type(names.entity(aggregate.name, model.name).data),
      root: schema.root.column,
      of: `${property}Of`,
      order: [schema.slot, schema.position, schema.key].flatMap((link) => (link ? [link.column] : [])),
      links: linkColumns(schema),
      add: `add${upperFirst(model.name)}`,
      toRow: writer.entity(entity),
      children: writer.children(schema.fields, entity),
      read: `${lowerFirst(model.name)}FromRow`,
      fromRow: reader.entity(entity),
      hasChildren: hasChildren(entity),
    };
  });
  const view = {
    aggregate: aggregate.name,
    rows: rows.name,
    toRows: toRows.name,
    fromRows: fromRows.name,
    read: `${lowerFirst(aggregate.name)}FromRow`,
    data: imports.type(names.aggregate(aggregate.name).data),
    type: imports.type(repository.table(aggregate.name)),
    id: stored.schema.id.column,
    toRow: writer.root(),
    children: writer.children(stored.schema.fields),
    fromRow: reader.root(),
    entities,
  };
  for (const type of ['Insertable', 'Selectable', ...(entities.length > 0 ? ['Kysely'] : [])]) imports.packageType('kysely', type);
  if (entities.length > 0) {
    imports.type(inPersistence('DatabaseSchema', 'database-schema'));
    imports.value(inPersistence('grouped', 'plain-values'));
  }
  return context.file(2, rows.file, templates.render('repository/rows.ts', { ...view, imports: imports.print() }));
}

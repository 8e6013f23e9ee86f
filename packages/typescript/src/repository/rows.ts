import { type AggregateModel, lowerFirst, upperFirst } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { RowReader } from './row-reader';
import { linkColumns, RowWriter } from './row-writer';
import { hasChildren, heldEntities, storedAggregate, type StoredEntity } from './stored-aggregate';
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
  const table = ({ model }: StoredEntity) => imports.type(repository.table(`${aggregate.name}.${model.name}`));
  const entities = stored.entities.map((entity) => ({
    property: entity.property,
    table: entity.table,
    type: table(entity),
    root: entity.schema.root.column,
    of: `${entity.property}Of`,
    order: [entity.schema.slot, entity.schema.position, entity.schema.key].flatMap((link) => (link ? [link.column] : [])),
  }));
  const held = heldEntities(stored).map((entity) => ({
    property: entity.property,
    type: table(entity),
    data: imports.type(names.entity(aggregate.name, entity.model.name).data),
    links: linkColumns(entity.schema),
    add: `add${upperFirst(entity.model.name)}`,
    toRow: writer.entity(entity),
    children: writer.children(entity.schema.fields, entity),
    read: `${lowerFirst(entity.model.name)}FromRow`,
    fromRow: reader.entity(entity),
    hasChildren: hasChildren(entity),
  }));
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
    held,
  };
  for (const type of ['Insertable', 'Selectable', ...(entities.length > 0 ? ['Kysely'] : [])]) imports.packageType('kysely', type);
  if (entities.length > 0) {
    imports.type(inPersistence('DatabaseSchema', 'database-schema'));
    imports.value(inPersistence('grouped', 'plain-values'));
  }
  return context.file(2, rows.file, templates.render('repository/rows.ts', { ...view, imports: imports.print() }));
}

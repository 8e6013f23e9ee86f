import type { AggregateModel, EntityModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import { moduleName } from '../names';
import type { RenderContext } from '../render-context';
import { inPersistence } from './names';
import { readFunction, RowReader } from './row-reader';
import { addFunction, linkColumns, RowWriter } from './row-writer';
import { hasChildren, storedAggregate } from './stored-aggregate';
import { type Side, Values } from './values';

/** Between the state of an aggregate and its rows (`order_mapper.py`), and from rows to what is answered (`order_dto_mapper.py`). */
export function renderMappers(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [renderMapper(context, aggregate), renderDtoMapper(context, aggregate)];
}

function renderMapper(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { names, repository, templates } = context;
  const { rows, toRows, fromRows, childRows, readChildren } = repository.aggregate(aggregate.name);
  const imports = context.imports(rows.file);
  const values = new Values(context, imports);
  const stored = storedAggregate(context, aggregate);
  const writer = new RowWriter(stored, values);
  const row = imports.value(repository.row(aggregate.name));
  const entities = stored.entities.map((entity) => ({
    property: entity.property,
    row: imports.value(repository.row(`${aggregate.name}.${entity.model.name}`)),
    type: imports.value(names.entity(aggregate.name, entity.model.name).type),
    root: entity.attribute(entity.schema.root.column),
    order: [entity.schema.slot, entity.schema.position, entity.schema.key].flatMap((link) =>
      link ? [entity.attribute(link.column)] : [],
    ),
    add: addFunction(entity),
    hasLinks: linkColumns(entity.schema).length > 0,
    toRow: writer.entity(entity),
    children: writer.children(entity.schema.fields, entity),
  }));
  imports.from('dataclasses', 'dataclass');
  imports.from('collections.abc', 'Sequence');
  imports.from('sqlalchemy.ext.asyncio', 'AsyncSession');
  if (entities.length > 0) {
    imports.from('dataclasses', 'field');
    imports.from('sqlalchemy', 'select');
    imports.value(inPersistence('grouped', 'grouping'));
  }
  const view = {
    aggregate: aggregate.name,
    rows: rows.name,
    toRows: toRows.name,
    fromRows: fromRows.name,
    childRows: childRows.name,
    readChildren: readChildren.name,
    state: imports.value(names.aggregate(aggregate.name).state),
    row,
    id: stored.attribute(stored.schema.id.column),
    toRow: writer.root(),
    children: writer.children(stored.schema.fields),
    entities,
    ...readers(context, aggregate, values, imports, 'domain'),
  };
  return context.file(2, rows.file, templates.render('repository/mapper.py', { ...view, imports: imports.print() }));
}

function renderDtoMapper(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { repository, templates } = context;
  const { dtosFromRows, childRows, readChildren } = repository.aggregate(aggregate.name);
  const imports = context.imports(dtosFromRows.file);
  const values = new Values(context, imports);
  imports.from('collections.abc', 'Sequence');
  imports.from('sqlalchemy.ext.asyncio', 'AsyncSession');
  const view = {
    fromRows: dtosFromRows.name,
    row: imports.value(repository.row(aggregate.name)),
    hasChildren: aggregate.entities.length > 0,
    ...(aggregate.entities.length > 0 && {
      childRows: imports.value(childRows),
      readChildren: imports.value(readChildren),
    }),
    ...readers(context, aggregate, values, imports, 'dto'),
  };
  return context.file(
    3,
    dtosFromRows.file,
    templates.render('repository/dto_mapper.py', { ...view, imports: imports.print() }),
  );
}

function readers(
  context: RenderContext,
  aggregate: AggregateModel,
  values: Values,
  imports: ImportSet,
  side: Side,
): object {
  const { names, repository } = context;
  const stored = storedAggregate(context, aggregate);
  const reader = new RowReader(context, stored, values, imports, side);
  const made = (entity: EntityModel) => {
    const { type, dto } = names.entity(aggregate.name, entity.name);
    return imports.value(side === 'dto' ? dto : type);
  };
  return {
    read: `_${moduleName(aggregate.name)}${side === 'dto' ? '_dto' : '_state'}`,
    made: imports.value(side === 'dto' ? names.aggregate(aggregate.name).dto : names.aggregate(aggregate.name).state),
    fromRow: reader.root(),
    readers: stored.entities.map((entity) => ({
      read: readFunction(entity, side),
      row: imports.value(repository.row(`${aggregate.name}.${entity.model.name}`)),
      made: made(entity.model),
      fromRow: reader.entity(entity),
      hasChildren: hasChildren(entity),
    })),
  };
}

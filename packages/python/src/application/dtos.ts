import type { AggregateModel, CompositeValueObjectModel, EntityModel, FieldModel, TypeModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring } from '../text';
import type { Slot } from '../types';
import { ownReference } from './identity';

/** What callers see of an aggregate and of the entities in it. */
export function renderDto(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { dto, state } = context.names.aggregate(aggregate.name);
  const imports = context.imports(dto.file);
  const entities = inDependencyOrder(aggregate);
  const classes = [
    ...entities.order.map((entity) => entityClass(context, aggregate, entity, imports)),
    {
      name: dto.name,
      comment: pyDocstring(`What callers see of ${aggregate.name}.`, '    '),
      parameter: 'state',
      source: imports.value(state),
      fields: aggregateFields(aggregate).map((field) => fieldView(context, field, 'state', imports)),
    },
  ];
  return renderClasses(context, dto.file, classes, imports, entities.isCircular);
}

/** What callers see of a composite value object. */
export function renderValueObjectDto(context: RenderContext, valueObject: CompositeValueObjectModel): RenderedFile {
  const { dto, type } = context.names.valueObject(valueObject.name);
  const imports = context.imports(dto.file);
  const view = {
    name: dto.name,
    comment: pyDocstring(`What callers see of ${valueObject.name}.`, '    '),
    parameter: 'value',
    source: imports.value(type),
    fields: valueObject.fields.map((field) => fieldView(context, field, 'value', imports)),
  };
  return renderClasses(context, dto.file, [view], imports, false);
}

interface DtoClass {
  readonly name: string;
  readonly comment: string;
  /** Of `of`, and its type. */
  readonly parameter: string;
  readonly source: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly comment: string;
  }[];
}

function renderClasses(
  context: RenderContext,
  file: string,
  classes: readonly DtoClass[],
  imports: ImportSet,
  isCircular: boolean,
): RenderedFile {
  imports.from('dataclasses', 'dataclass');
  imports.from('typing', 'Self');
  const future = isCircular ? 'from __future__ import annotations\n\n' : '';
  const view = { classes, imports: future + imports.print() };
  return context.file(3, file, context.templates.render('application/dto.py', view));
}

function entityClass(
  context: RenderContext,
  { name }: AggregateModel,
  entity: EntityModel,
  imports: ImportSet,
): DtoClass {
  const names = context.names.entity(name, entity.name);
  const id = {
    name: 'id',
    type: { kind: 'ref', target: { kind: 'entity', aggregate: name, entity: entity.name } },
    optional: false,
  } as const;
  return {
    name: names.dto.name,
    comment: pyDocstring(`What callers see of ${entity.name}.`, '    '),
    parameter: 'entity',
    source: imports.value(names.type),
    fields: [id, ...entity.fields].map((field) => fieldView(context, field, 'entity', imports)),
  };
}

type DtoField = Slot & Pick<FieldModel, 'name'> & Partial<Pick<FieldModel, 'description'>>;

/** In the order of the state. */
function aggregateFields(aggregate: AggregateModel): DtoField[] {
  const { lifecycle } = aggregate;
  const field = (name: string, type: TypeModel): DtoField => ({ name, type, optional: false });
  const datetime: TypeModel = { kind: 'scalar', scalar: 'datetime' };
  return [
    field('id', ownReference(aggregate)),
    ...aggregate.fields,
    ...(lifecycle === undefined ? [] : [field(lifecycle.name, { kind: 'enum', name: lifecycle.enum })]),
    field('version', { kind: 'scalar', scalar: 'bigint' }),
    field('createdAt', datetime),
    field('updatedAt', datetime),
  ];
}

function fieldView({ types }: RenderContext, field: DtoField, owner: string, imports: ImportSet) {
  const name = attribute(field.name);
  return {
    name,
    type: types.dto(field, imports),
    value: types.toDto(field, `${owner}.${name}`, imports),
    comment: pyDocstring(field.description, '    '),
  };
}

/** Entities after those that they hold; where they hold each other in a circle, as the plan has them. */
function inDependencyOrder({ entities }: AggregateModel): { order: EntityModel[]; isCircular: boolean } {
  const order: EntityModel[] = [];
  let isCircular = false;
  const visit = (entity: EntityModel, above: readonly EntityModel[]): void => {
    if (above.includes(entity)) isCircular = true;
    if (order.includes(entity) || above.includes(entity)) return;
    for (const name of entity.fields.flatMap(({ type }) => heldEntities(type))) {
      const held = entities.find((each) => each.name === name);
      if (held !== undefined) visit(held, [...above, entity]);
    }
    order.push(entity);
  };
  for (const entity of entities) visit(entity, []);
  return { order, isCircular };
}

function heldEntities(type: TypeModel): string[] {
  if (type.kind === 'list') return heldEntities(type.element);
  if (type.kind === 'map') return heldEntities(type.value);
  return type.kind === 'entity' ? [type.name] : [];
}

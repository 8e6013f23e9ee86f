import type { StoredField } from '@planner/target';
import { attribute, moduleName } from '../names';
import { pyString } from '../text';
import { type Children, entityIdRef, idRef, type StoredAggregate, type StoredEntity } from './stored-aggregate';
import { unlessAbsent, type Values } from './values';

/** Source text of rows made from the state of an aggregate. In it `rows` is what is being made. */
export class RowWriter {
  constructor(
    private readonly aggregate: StoredAggregate,
    private readonly values: Values,
  ) {}

  /** Entries of the row of the root; `state` is what is stored. */
  root(): string[] {
    const { model, schema } = this.aggregate;
    const entry = (column: string, value: string) => `${pyString(this.aggregate.attribute(column))}: ${value}`;
    return [
      entry(schema.id.column, this.values.toColumn(schema.id.type, idRef(model), 'state.id')),
      ...schema.fields.flatMap((field) => this.columns(field, 'state', [], this.aggregate.attribute)),
      ...(schema.lifecycle
        ? [entry(schema.lifecycle.column, `state.${attribute(model.lifecycle?.name ?? '')}.value`)]
        : []),
      entry(schema.version.column, 'version'),
      entry(schema.createdAt.column, 'state.created_at'),
      entry(schema.updatedAt.column, 'state.updated_at'),
    ];
  }

  /** Entries of the row of an entity, which is in the variable `entity`. */
  entity(entity: StoredEntity): string[] {
    const { model, schema } = entity;
    return [
      `${pyString(entity.attribute(schema.root.column))}: rows.root[${pyString(this.aggregate.attribute(this.aggregate.schema.id.column))}]`,
      ...(linkColumns(schema).length > 0 ? ['**links'] : []),
      `${pyString(entity.attribute(schema.id.column))}: ${this.values.toColumn(schema.id.type, entityIdRef(this.aggregate.model.name, model.name), 'entity.id')}`,
      ...schema.fields.flatMap((field) => this.columns(field, 'entity', [], entity.attribute)),
    ];
  }

  /** Statements that add the rows of the entities that a root or an entity holds. */
  children(fields: readonly StoredField[], owner?: StoredEntity): string[] {
    const holder = owner === undefined ? 'state' : 'entity';
    const entities = new Set(fields.flatMap(({ storage }) => (storage.kind === 'children' ? [storage.entity] : [])));
    // A variable has one type for the whole function.
    const item = (entity: string) => (entities.size > 1 ? `${moduleName(entity)}_item` : 'item');
    return fields.flatMap(({ field, storage }) =>
      storage.kind === 'children'
        ? [this.added(storage, `${holder}.${attribute(field.name)}`, item(storage.entity), field.optional, owner)]
        : [],
    );
  }

  private added(
    storage: Children,
    value: string,
    item: string,
    optional: boolean,
    owner: StoredEntity | undefined,
  ): string {
    const child = this.aggregate.entity(storage.entity);
    const add = (added: string, own?: string) =>
      `${addFunction(child)}(${['rows', added, ...linksOf(storage, child, own, owner)].join(', ')})`;
    const link = (name: 'position' | 'key') =>
      `${pyString(child.attribute(child.schema[name]?.column ?? ''))}: ${name}`;
    switch (storage.shape) {
      case 'list':
        return `for position, ${item} in enumerate(${value}):\n    ${add(item, link('position'))}`;
      case 'map':
        return `for key, ${item} in ${value}.items():\n    ${add(item, link('key'))}`;
      case 'one':
        return optional ? `if ${value} is not None:\n    ${add(value)}` : add(value);
    }
  }

  /** Entries for one field; `absent`: what has to be there for the field to be. */
  private columns(
    { field, storage }: StoredField,
    owner: string,
    absent: readonly string[],
    nameOf: (column: string) => string,
  ): string[] {
    const value = `${owner}.${attribute(field.name)}`;
    if (storage.kind === 'children') return [];
    const needed = field.optional ? [...absent, value] : absent;
    if (storage.kind === 'columns')
      return storage.fields.flatMap((inner) => this.columns(inner, value, needed, nameOf));
    return [
      `${pyString(nameOf(storage.column))}: ${unlessAbsent(needed, this.values.toColumn(storage.type, field.type, value))}`,
    ];
  }
}

/** `_add_fill`. */
export function addFunction({ model }: StoredEntity): string {
  return `_add_${moduleName(model.name)}`;
}

/** Columns that tell where in its aggregate an entity stands. */
export function linkColumns({ owner, slot, position, key }: StoredEntity['schema']): string[] {
  return [owner, slot, position, key].flatMap((link) => (link ? [link.column] : []));
}

/** The last argument of an `_add` function; none where the entity type has a single, unordered place. */
function linksOf(
  { slot }: Children,
  child: StoredEntity,
  own: string | undefined,
  owner: StoredEntity | undefined,
): string[] {
  const { schema } = child;
  const members = [
    ...(schema.owner && owner
      ? [`${pyString(child.attribute(schema.owner.column))}: ${ownerLink(schema.owner.type.kind, owner)}`]
      : []),
    ...(schema.slot && slot !== undefined
      ? [`${pyString(child.attribute(schema.slot.column))}: ${pyString(slot)}`]
      : []),
    ...(own === undefined ? [] : [own]),
  ];
  return linkColumns(schema).length === 0 ? [] : [`{${members.join(', ')}}`];
}

/** The owner's identity, from its row: owners with different types of identity are told apart by text. */
function ownerLink(column: string, owner: StoredEntity): string {
  const id = `row[${pyString(owner.attribute(owner.schema.id.column))}]`;
  return column === 'text' && owner.schema.id.type.kind !== 'text' ? `str(${id})` : id;
}

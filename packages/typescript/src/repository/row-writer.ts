import { upperFirst } from '@planner/model';
import { stringLiteral, type StoredField } from '@planner/target';
import { type Children, identityType, type StoredAggregate, type StoredEntity } from './stored-aggregate';
import { converter, type Values } from './values';

/** Source text of rows made from data. In it `data` is what is stored, `rows` what is being made. */
export class RowWriter {
  constructor(
    private readonly aggregate: StoredAggregate,
    private readonly values: Values,
  ) {}

  /** Members of the row of the root. */
  root(): string[] {
    const { model, schema } = this.aggregate;
    const instant = this.values.stored('instantToText');
    return [
      `${schema.id.column}: ${this.values.toColumn(schema.id.type, identityType(model.identity), 'data.id')}`,
      ...schema.fields.flatMap((field) => this.columns(field, 'data', false)),
      ...(schema.lifecycle ? [`${schema.lifecycle.column}: data.${model.lifecycle?.name ?? ''}`] : []),
      `${schema.version.column}: BigInt(data.version)`,
      `${schema.createdAt.column}: ${instant}(data.createdAt)`,
      `${schema.updatedAt.column}: ${instant}(data.updatedAt)`,
    ];
  }

  /** Members of the row of an entity, without its links. */
  entity({ model, schema }: StoredEntity): string[] {
    return [
      `${schema.root.column}: rows.root.${this.aggregate.schema.id.column}`,
      ...(linkColumns(schema).length > 0 ? ['...links'] : []),
      `${schema.id.column}: ${this.values.toColumn(schema.id.type, identityType(model.identity), 'data.id')}`,
      ...schema.fields.flatMap((field) => this.columns(field, 'data', false)),
    ];
  }

  /** Statements that add the rows of the entities that a root or an entity holds. */
  children(fields: readonly StoredField[], owner?: StoredEntity): string[] {
    return fields.flatMap(({ field, storage }) => (storage.kind === 'children' ? [this.added(storage, `data.${field.name}`, field.optional, owner)] : []));
  }

  private added(storage: Children, value: string, optional: boolean, owner: StoredEntity | undefined): string {
    const child = this.aggregate.entity(storage.entity);
    const add = (item: string, own = '') => `add${upperFirst(child.model.name)}(${['rows', item, ...linksOf(storage, child, own, owner)].join(', ')});`;
    switch (storage.shape) {
      case 'list':
        return `${value}.forEach((item, ${child.schema.position?.column === 'position' ? 'position' : 'index'}) => {\n${add('item', positionLink(child))}\n});`;
      case 'map':
        return `for (const [key, item] of ${value}) ${add('item', keyLink(child))}`;
      case 'one':
        return optional ? `if (${value} !== undefined) ${add(value)}` : add(value);
    }
  }

  /** Members for one field; `optional`: the owner may be absent. */
  private columns({ field, storage }: StoredField, owner: string, optional: boolean): string[] {
    const value = `${owner}${optional ? '?.' : '.'}${field.name}`;
    if (storage.kind === 'children') return [];
    if (storage.kind === 'columns') return storage.fields.flatMap((inner) => this.columns(inner, value, field.optional));
    if (!field.optional && !value.includes('?.')) return [`${storage.column}: ${this.values.toColumn(storage.type, field.type, value)}`];
    const converted = this.values.toColumn(storage.type, field.type, 'value');
    return [`${storage.column}: ${converted === 'value' ? `${value} ?? null` : `${this.values.stored('orNull')}(${value}, ${converter(converted)})`}`];
  }
}

/** Columns that tell where in its aggregate an entity stands. */
export function linkColumns({ owner, slot, position, key }: StoredEntity['schema']): string[] {
  return [owner, slot, position, key].flatMap((link) => (link ? [link.column] : []));
}

function positionLink({ schema }: StoredEntity): string {
  const column = schema.position?.column ?? '';
  return column === 'position' ? column : `${column}: index`;
}

function keyLink({ schema }: StoredEntity): string {
  const column = schema.key?.column ?? '';
  return column === 'key' ? column : `${column}: key`;
}

/** The last argument of an `add` function; none where the entity type has a single, unordered place. */
function linksOf({ slot }: Children, { schema }: StoredEntity, own: string, owner: StoredEntity | undefined): string[] {
  const members = [
    ...(schema.owner && owner ? [`${schema.owner.column}: ${ownerId(schema.owner.type.kind, owner)}`] : []),
    ...(schema.slot && slot !== undefined ? [`${schema.slot.column}: ${stringLiteral(slot)}`] : []),
    ...(own === '' ? [] : [own]),
  ];
  return linkColumns(schema).length === 0 ? [] : [members.length === 0 ? '{}' : `{ ${members.join(', ')} }`];
}

/** The owner's identity, from its row: owners with different types of identity are told apart by text. */
export function ownerId(column: string, { schema }: StoredEntity, row = 'row'): string {
  const id = `${row}.${schema.id.column}`;
  return column === 'text' && schema.id.type.kind !== 'text' ? `String(${id})` : id;
}

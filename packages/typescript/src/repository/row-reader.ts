import { lowerFirst } from '@planner/model';
import { isNullable, type StoredField, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';
import { ownerId } from './row-writer';
import { type Children, hasChildren, identityType, type StoredAggregate, type StoredEntity } from './stored-aggregate';
import { converter, type Values } from './values';

/** Where a field is read: in an optional value object its columns may be null, but for the one that tells its presence. */
interface Place {
  readonly isOptional: boolean;
  readonly presence?: string;
  readonly owner?: StoredEntity;
}

/** Source text of data made from rows. In it `row` is what is read, `children` are the rows of all entities of the aggregate. */
export class RowReader {
  constructor(
    private readonly context: RenderContext,
    private readonly aggregate: StoredAggregate,
    private readonly values: Values,
  ) {}

  root(): string[] {
    const { model, schema } = this.aggregate;
    const instant = this.values.stored('instantFromText');
    return [
      `id: ${this.values.fromColumn(schema.id.type, identityType(model.identity), `row.${schema.id.column}`)}`,
      ...schema.fields.map((field) => this.member(field, { isOptional: false })),
      ...(schema.lifecycle && model.lifecycle ? [`${model.lifecycle.name}: row.${schema.lifecycle.column}`] : []),
      `version: Number(row.${schema.version.column})`,
      `createdAt: ${instant}(row.${schema.createdAt.column})`,
      `updatedAt: ${instant}(row.${schema.updatedAt.column})`,
    ];
  }

  entity(entity: StoredEntity): string[] {
    const { model, schema } = entity;
    return [
      `id: ${this.values.fromColumn(schema.id.type, identityType(model.identity), `row.${schema.id.column}`)}`,
      ...schema.fields.map((field) => this.member(field, { isOptional: false, owner: entity })),
    ];
  }

  private member(stored: StoredField, place: Place): string {
    return `${stored.field.name}: ${this.value(stored, place)}`;
  }

  private value({ field, storage }: StoredField, place: Place): string {
    if (storage.kind === 'children') return this.children(storage, field.optional, place.owner);
    if (storage.kind === 'columns') {
      const presence = storage.presence ?? place.presence;
      const inside: Place = { isOptional: place.isOptional || storage.presence !== undefined, ...(presence !== undefined && { presence }) };
      const literal = `{ ${storage.fields.map((inner) => this.member(inner, inside)).join(', ')} }`;
      return storage.presence === undefined ? literal : `row.${storage.presence} === null ? undefined : ${literal}`;
    }
    const column = `row.${storage.column}`;
    if (field.optional) {
      const converted = this.values.fromColumn(storage.type, field.type, 'value');
      return converted === 'value' ? `${column} ?? undefined` : `${this.values.stored('orAbsent')}(${column}, ${converter(converted)})`;
    }
    const isThere = !place.isOptional || storage.column === place.presence;
    return this.values.fromColumn(storage.type, field.type, isThere ? column : this.required(column, storage.column));
  }

  private children(storage: Children, optional: boolean, owner: StoredEntity | undefined): string {
    const child = this.aggregate.entity(storage.entity);
    const rows = this.rowsOf(storage, child, owner);
    const read = `${lowerFirst(child.model.name)}FromRow(item${hasChildren(child) ? ', children' : ''})`;
    if (storage.shape === 'list') return `${rows}.map((item) => ${read})`;
    if (storage.shape === 'map') return `new Map(${rows}.map((item) => [${this.key(child)}, ${read}] as const))`;
    const first = `${rows}.map((item) => ${read})[0]`;
    return optional ? first : this.required(first, lowerFirst(child.model.name));
  }

  /** The rows of one place, in its order. */
  private rowsOf({ slot }: Children, { schema, property }: StoredEntity, owner: StoredEntity | undefined): string {
    const conditions = [
      ...(schema.owner ? [`item.${schema.owner.column} === ${owner ? ownerId(schema.owner.type.kind, owner) : 'null'}`] : []),
      ...(schema.slot && slot !== undefined ? [`item.${schema.slot.column} === ${stringLiteral(slot)}`] : []),
    ];
    return conditions.length === 0 ? `children.${property}` : `children.${property}.filter((item) => ${conditions.join(' && ')})`;
  }

  private key({ schema, table }: StoredEntity): string {
    const name = schema.key?.column ?? '';
    const column = this.context.schema.tables.find((item) => item.name === table)?.columns.find((item) => item.name === name);
    return column && isNullable(column) ? this.required(`item.${name}`, name) : `item.${name}`;
  }

  private required(value: string, name: string): string {
    return `${this.values.stored('required')}(${value}, ${stringLiteral(name)})`;
  }
}

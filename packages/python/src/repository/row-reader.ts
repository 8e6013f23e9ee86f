import { isNullable, type StoredField } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, moduleName } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import {
  type Children,
  entityIdRef,
  hasChildren,
  idRef,
  type StoredAggregate,
  type StoredEntity,
} from './stored-aggregate';
import { type Side, unlessAbsent, type Values } from './values';

/** Where a field is read: in an optional value object its columns may be null, but for the one that tells its presence. */
interface Place {
  readonly isOptional: boolean;
  readonly presence?: string;
  readonly owner?: StoredEntity;
  readonly attribute: (column: string) => string;
}

/** Source text of states or DTOs made from rows. In it `row` is what is read, `children` are the rows of all entities of the aggregate. */
export class RowReader {
  constructor(
    private readonly context: RenderContext,
    private readonly aggregate: StoredAggregate,
    private readonly values: Values,
    private readonly imports: ImportSet,
    private readonly side: Side,
  ) {}

  /** Keyword arguments of the state or the DTO. */
  root(): string[] {
    const { model, schema } = this.aggregate;
    const column = (name: string) => `row.${this.aggregate.attribute(name)}`;
    const { lifecycle } = model;
    return [
      `id=${this.values.fromColumn(schema.id.type, idRef(model), column(schema.id.column), this.side)}`,
      ...schema.fields.map((field) => this.member(field, { isOptional: false, attribute: this.aggregate.attribute })),
      ...(lifecycle && schema.lifecycle
        ? [
            `${attribute(lifecycle.name)}=${this.values.fromColumn(schema.lifecycle.type, { kind: 'enum', name: lifecycle.enum }, column(schema.lifecycle.column), this.side)}`,
          ]
        : []),
      `version=${column(schema.version.column)}`,
      `created_at=${column(schema.createdAt.column)}`,
      `updated_at=${column(schema.updatedAt.column)}`,
    ];
  }

  entity(entity: StoredEntity): string[] {
    const { model, schema } = entity;
    const id = entityIdRef(this.aggregate.model.name, model.name);
    return [
      `id=${this.values.fromColumn(schema.id.type, id, `row.${entity.attribute(schema.id.column)}`, this.side)}`,
      ...schema.fields.map((field) =>
        this.member(field, { isOptional: false, owner: entity, attribute: entity.attribute }),
      ),
    ];
  }

  private member(stored: StoredField, place: Place): string {
    return `${attribute(stored.field.name)}=${this.value(stored, place)}`;
  }

  private value({ field, storage }: StoredField, place: Place): string {
    if (storage.kind === 'children') return this.children(storage, field.optional, place.owner);
    if (storage.kind === 'columns') {
      const presence = storage.presence ?? place.presence;
      const inside: Place = {
        ...place,
        isOptional: place.isOptional || storage.presence !== undefined,
        ...(presence !== undefined && { presence }),
      };
      const made = `${this.composite(storage.valueObject)}(${storage.fields.map((inner) => this.member(inner, inside)).join(', ')})`;
      return storage.presence === undefined ? made : unlessAbsent([`row.${place.attribute(storage.presence)}`], made);
    }
    const column = `row.${place.attribute(storage.column)}`;
    if (field.optional)
      return unlessAbsent([column], this.values.fromColumn(storage.type, field.type, column, this.side));
    const isThere = !place.isOptional || storage.column === place.presence;
    return this.values.fromColumn(
      storage.type,
      field.type,
      isThere ? column : this.required(column, storage.column),
      this.side,
    );
  }

  private composite(name: string): string {
    const { type, dto } = this.context.names.valueObject(name);
    if (this.side === 'dto') return this.imports.value(dto);
    return `${this.imports.kernel('rehydration', 'rehydrated')}(${this.imports.value(type)})`;
  }

  private children(storage: Children, optional: boolean, owner: StoredEntity | undefined): string {
    const child = this.aggregate.entity(storage.entity);
    const rows = this.rowsOf(storage, child, owner);
    const read = `${readFunction(child, this.side)}(item${hasChildren(child) ? ', children' : ''})`;
    if (storage.shape === 'list') return `tuple(${read} for item in ${rows})`;
    if (storage.shape === 'map') {
      const frozen = this.imports.kernel('collections', 'FrozenDict');
      return `${frozen}({${this.key(child)}: ${read} for item in ${rows}})`;
    }
    const first = `next((${read} for item in ${rows}), None)`;
    return optional ? first : this.required(first, moduleName(child.model.name));
  }

  /** The rows of one place, in its order. */
  private rowsOf({ slot }: Children, child: StoredEntity, owner: StoredEntity | undefined): string {
    const { schema, property } = child;
    const conditions = [
      ...(schema.owner
        ? [
            `item.${child.attribute(schema.owner.column)}${owner ? ` == ${ownerId(schema.owner.type.kind, owner)}` : ' is None'}`,
          ]
        : []),
      ...(schema.slot && slot !== undefined
        ? [`item.${child.attribute(schema.slot.column)} == ${pyString(slot)}`]
        : []),
    ];
    return `children.${property}${conditions.length === 0 ? '' : ` if ${conditions.join(' and ')}`}`;
  }

  private key(child: StoredEntity): string {
    const name = child.schema.key?.column ?? '';
    const value = `item.${child.attribute(name)}`;
    const column = this.context.schema.tables
      .find((item) => item.name === child.table)
      ?.columns.find((item) => item.name === name);
    return column && isNullable(column) ? this.required(value, name) : value;
  }

  private required(value: string, name: string): string {
    return `${this.values.stored('required')}(${value}, ${pyString(name)})`;
  }
}

/** `_fill`: from the row of an entity. */
export function readFunction({ model }: StoredEntity, side: Side): string {
  return `_${moduleName(model.name)}${side === 'dto' ? '_dto' : ''}`;
}

/** The identity of the entity that is being read, as its children refer to it. */
function ownerId(column: string, owner: StoredEntity): string {
  const id = `row.${owner.attribute(owner.schema.id.column)}`;
  return column === 'text' && owner.schema.id.type.kind !== 'text' ? `str(${id})` : id;
}

import { type FieldModel, type IdentityModel, snakeCase } from '@planner/model';
import type { ColumnModel, InitialValue, StoredField, TableModel } from './schema-model';
import { columnScope } from './schema-names';
import type { StoredTypes } from './stored-types';

/** A column before it has its name. */
export interface PlannedColumn extends Omit<ColumnModel, 'name'> {
  /** What the name is joined from. */
  readonly parts: readonly string[];
  /** Where two want one name, the higher rank gives way: implied columns, fields, parts of value objects, links between tables. */
  readonly rank: 0 | 1 | 2 | 3;
  readonly widest: number;
}

export interface Place {
  readonly path: readonly string[];
  readonly within?: string;
}

/** Columns of fields, value objects flattened. Fields of entity types have none: they are rows elsewhere. */
export function fieldColumns(fields: readonly FieldModel[], types: StoredTypes, place: Place = { path: [] }): PlannedColumn[] {
  return fields.flatMap((field) => {
    if (isChild(field)) return [];
    const path = [...place.path, field.name];
    const composite = types.composite(field.type);
    if (composite) return fieldColumns(composite.fields, types, { path, ...withinOf(field, path, place) });
    const initial = types.initial(field.type, field.default);
    return [
      planned({
        origin: path.join('.'),
        parts: path.map(snakeCase),
        rank: path.length === 1 ? 1 : 2,
        type: types.column(field.type),
        required: !field.optional,
        widest: types.widest(field.type),
        ...(place.within !== undefined && { within: place.within }),
        ...(initial && { initial }),
      }),
    ];
  });
}

function withinOf({ optional }: FieldModel, path: readonly string[], { within }: Place): { within?: string } {
  if (optional) return { within: path.join('.') };
  return within === undefined ? {} : { within };
}

export function planned(column: PlannedColumn): PlannedColumn {
  return column;
}

export function identityColumn(identity: IdentityModel, types: StoredTypes): PlannedColumn {
  return { origin: '#id', parts: ['id'], rank: 0, type: types.identity(identity), required: true, widest: types.widestOf(identity) };
}

/** A column that the toolkit adds: `#created_at` becomes `created_at`. */
export function impliedColumn(name: string, kind: 'bigint' | 'instant', initial?: InitialValue): PlannedColumn {
  return { origin: `#${name}`, parts: [name], rank: 0, type: { kind }, required: true, widest: 8, ...(initial && { initial }) };
}

export function isChild({ type }: FieldModel): boolean {
  return childEntity({ type }) !== undefined;
}

/** The entity type and the shape of a field that holds entities. */
export function childEntity({ type }: Pick<FieldModel, 'type'>): { entity: string; shape: 'one' | 'list' | 'map' } | undefined {
  if (type.kind === 'entity') return { entity: type.name, shape: 'one' };
  if (type.kind === 'list' && type.element.kind === 'entity') return { entity: type.element.name, shape: 'list' };
  if (type.kind === 'map' && type.value.kind === 'entity') return { entity: type.value.name, shape: 'map' };
  return undefined;
}

/** Columns with their names: those given out before stay, the others are claimed by rank. In the order of `columns`. */
export function nameColumns(columns: readonly PlannedColumn[], before: TableModel | undefined): NamedColumns {
  const scope = columnScope();
  const names = new Map<string, string>();
  const origins = new Set(columns.map(({ origin }) => origin));
  for (const { name, origin } of before?.columns ?? []) if (origins.has(origin)) names.set(origin, scope.keep(name));
  for (const { origin, parts } of [...columns].sort((a, b) => a.rank - b.rank)) if (!names.has(origin)) names.set(origin, scope.claim(parts));
  return new NamedColumns(columns, names);
}

export class NamedColumns {
  readonly columns: readonly ColumnModel[];
  readonly #widest: ReadonlyMap<string, number>;

  constructor(
    planned: readonly PlannedColumn[],
    private readonly names: ReadonlyMap<string, string>,
  ) {
    this.columns = planned.map(({ parts: _parts, rank: _rank, widest: _widest, ...column }) => ({ name: this.name(column.origin), ...column }));
    this.#widest = new Map(planned.map(({ origin, widest }) => [this.name(origin), widest]));
  }

  name(origin: string): string {
    const name = this.names.get(origin);
    if (name === undefined) throw new Error(`no column is planned for ${origin}`);
    return name;
  }

  get(name: string): ColumnModel {
    const found = this.columns.find((column) => column.name === name);
    if (found === undefined) throw new Error(`no column ${name}`);
    return found;
  }

  stored(origin: string): { column: string; type: ColumnModel['type'] } {
    const column = this.name(origin);
    return { column, type: this.get(column).type };
  }

  widest(name: string): number {
    return this.#widest.get(name) ?? Infinity;
  }

  /** Where fields are stored, by the same walk as `fieldColumns`. `slot` names the place of a child. */
  fields(fields: readonly FieldModel[], types: StoredTypes, slot: (field: FieldModel) => string | undefined, path: readonly string[] = []): StoredField[] {
    return fields.map((field) => {
      const child = childEntity(field);
      if (child) {
        const place = slot(field);
        return { field, storage: { kind: 'children', ...child, ...(place !== undefined && { slot: place }) } };
      }
      const here = [...path, field.name];
      const composite = types.composite(field.type);
      if (!composite) return { field, storage: { kind: 'column', ...this.stored(here.join('.')) } };
      const inner = this.fields(composite.fields, types, slot, here);
      const presence = field.optional ? { presence: firstRequired(inner) } : {};
      return { field, storage: { kind: 'columns', valueObject: composite.name, fields: inner, ...presence } };
    });
  }
}

/** A value object has a field that is not optional, so one of its columns tells whether it is there. */
function firstRequired(fields: readonly StoredField[]): string {
  const found = requiredColumn(fields);
  if (found === undefined) throw new Error(`a value object needs a field that is not optional: ${fields.map(({ field }) => field.name).join(', ')}`);
  return found;
}

function requiredColumn(fields: readonly StoredField[]): string | undefined {
  for (const { field, storage } of fields) {
    if (field.optional) continue;
    if (storage.kind === 'column') return storage.column;
    if (storage.kind === 'columns') {
      const inner = requiredColumn(storage.fields);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

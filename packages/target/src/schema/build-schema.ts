import { type AggregateModel, type ContextModel, type EntityModel, type FieldModel, snakeCase } from '@planner/model';
import { IndexPlan, uniquePaths, uniqueSchemas } from './indexes';
import type { IssuedMigration } from './issued-migration';
import { issuedTables } from './issued-tables';
import { type PlannedColumn, type NamedColumns, childEntity, fieldColumns, identityColumn, impliedColumn, nameColumns } from './planned-columns';
import type { AggregateSchema, CheckModel, ColumnModel, EntitySchema, KeyModel, ParentModel, SchemaModel, TableModel } from './schema-model';
import { NameScope, relationScope } from './schema-names';
import { OUTBOX, outboxTable } from './outbox-table';
import { StoredTypes } from './stored-types';

/**
 * The tables of a context. Names given out by `issued` migrations stay with what they name; new ones give way where they
 * clash. The same arguments give the same schema.
 */
export function schemaModel(model: ContextModel, issued: readonly IssuedMigration[] = []): SchemaModel {
  return new SchemaBuilder(model, issuedTables(issued)).build();
}

/** Where an entity type stands inside its aggregate. `owner`: the entity that holds it; the root without it. */
interface EntityPlace {
  readonly owner?: EntityModel;
  readonly field: FieldModel;
  readonly shape: 'one' | 'list' | 'map';
}

class SchemaBuilder {
  readonly #types: StoredTypes;
  readonly #relations = relationScope();
  readonly #before: ReadonlyMap<string, TableModel>;
  readonly #tables = new Map<string, string>();

  constructor(
    private readonly model: ContextModel,
    before: readonly TableModel[],
  ) {
    this.#types = new StoredTypes(model);
    this.#before = new Map(before.map((table) => [table.origin, table]));
  }

  build(): SchemaModel {
    this.nameTables();
    const built = this.model.aggregates.map((aggregate) => this.aggregate(aggregate));
    const outbox = outboxTable(this.tableName(OUTBOX), this.#relations, this.#before.get(OUTBOX));
    return {
      tables: [...built.flatMap(({ tables }) => tables), outbox],
      aggregates: built.map(({ schema }) => schema),
      outbox: { table: outbox.name },
    };
  }

  /** What was given out first, then the outbox, then aggregates, then entities: in this order they have the plain names. */
  private nameTables(): void {
    const wanted: [origin: string, parts: string[]][] = [
      [OUTBOX, ['outbox']],
      ...this.model.aggregates.map(({ name }): [string, string[]] => [name, [snakeCase(name)]]),
      ...this.model.aggregates.flatMap(({ name, entities }) => entities.map((entity): [string, string[]] => [entityOrigin(name, entity.name), entityParts(name, entity.name)])),
    ];
    for (const [origin] of wanted) this.keepNames(origin);
    for (const [origin, parts] of wanted) if (!this.#tables.has(origin)) this.#tables.set(origin, this.#relations.claim(parts));
  }

  private keepNames(origin: string): void {
    const before = this.#before.get(origin);
    if (before === undefined) return;
    this.#tables.set(origin, this.#relations.keep(before.name));
    this.#relations.keep(before.primaryKey.name);
    for (const { name } of before.indexes) this.#relations.keep(name);
  }

  private tableName(origin: string): string {
    const name = this.#tables.get(origin);
    if (name === undefined) throw new Error(`no table is planned for ${origin}`);
    return name;
  }

  private aggregate(aggregate: AggregateModel): { schema: AggregateSchema; tables: TableModel[] } {
    const { name: origin, identity, fields, lifecycle } = aggregate;
    const status = lifecycle ? [lifecycleColumn(lifecycle.name, lifecycle.initial)] : [];
    const times = [impliedColumn('created_at', 'instant', { kind: 'now' }), impliedColumn('updated_at', 'instant', { kind: 'now' })];
    const version = impliedColumn('version', 'bigint', { kind: 'literal', text: '1' });
    const columns = this.columns(origin, [identityColumn(identity, this.#types), ...fieldColumns(fields, this.#types), ...status, version, ...times]);
    const places = entityPlaces(aggregate);
    const stored = columns.fields(fields, this.#types, (field) => slotOf(places, undefined, field));

    const plan = new IndexPlan(this.tableName(origin), columns, stored);
    const paths = uniquePaths(aggregate);
    for (const set of paths) plan.unique(set);
    plan.references();
    for (const finder of aggregate.finders) plan.finder(finder);
    const enums = [...enumColumns(fields, this.#types), ...(lifecycle ? [{ origin: lifecycle.name, enum: lifecycle.enum }] : [])];
    const table = this.table(origin, columns, ['#id'], plan, enums);

    const entities = aggregate.entities.map((entity) => this.entity(aggregate, entity, places, table, columns));
    return {
      tables: [table, ...entities.map((entity) => entity.table)],
      schema: {
        aggregate: origin,
        table: table.name,
        id: columns.stored('#id'),
        fields: stored,
        ...(lifecycle && { lifecycle: columns.stored(lifecycle.name) }),
        version: columns.stored('#version'),
        createdAt: columns.stored('#created_at'),
        updatedAt: columns.stored('#updated_at'),
        uniques: uniqueSchemas(paths, table.indexes),
        entities: entities.map(({ schema }) => schema),
      },
    };
  }

  private entity(aggregate: AggregateModel, entity: EntityModel, places: ReadonlyMap<string, readonly EntityPlace[]>, parent: TableModel, parentColumns: NamedColumns): { schema: EntitySchema; table: TableModel } {
    const origin = entityOrigin(aggregate.name, entity.name);
    const here = places.get(entity.name) ?? [];
    const links = this.links(aggregate, here, parentColumns);
    const columns = this.columns(origin, [...links.slice(0, 1), identityColumn(entity.identity, this.#types), ...links.slice(1), ...fieldColumns(entity.fields, this.#types)]);
    const stored = columns.fields(entity.fields, this.#types, (field) => slotOf(places, entity, field));
    const root = columns.stored('#root');

    const plan = new IndexPlan(this.tableName(origin), columns, stored);
    const paths = uniquePaths(entity);
    for (const set of paths) plan.unique(set, [root.column]);
    plan.references();
    const parentKey: Omit<ParentModel, 'name'> = { column: root.column, table: parent.name, references: parentColumns.name('#id') };
    const table = this.table(origin, columns, ['#root', '#id'], plan, enumColumns(entity.fields, this.#types), parentKey);
    const link = (name: string) => (links.some((column) => column.origin === name) ? columns.stored(name) : undefined);
    const [owner, slot, position, key] = ['#owner', '#slot', '#position', '#key'].map(link);
    return {
      table,
      schema: {
        entity: entity.name,
        table: table.name,
        root,
        id: columns.stored('#id'),
        ...(owner && { owner }),
        ...(slot && { slot }),
        ...(position && { position }),
        ...(key && { key }),
        fields: stored,
        uniques: uniqueSchemas(paths, table.indexes),
      },
    };
  }

  /** Columns that tie the row of an entity to its place; only those that its places need. */
  private links(aggregate: AggregateModel, places: readonly EntityPlace[], parent: NamedColumns): PlannedColumn[] {
    const root: PlannedColumn = { origin: '#root', parts: [snakeCase(aggregate.name), 'id'], rank: 3, type: parent.stored('#id').type, required: true, widest: parent.widest(parent.name('#id')) };
    const owners = [...new Map(places.flatMap(({ owner }) => (owner ? [[owner.name, owner] as const] : []))).values()];
    const links = [root];
    const add = (column: Omit<PlannedColumn, 'rank'>) => links.push({ rank: 3, ...column });
    if (owners.length > 0) {
      const types = owners.map(({ identity }) => this.#types.identity(identity));
      const type = types.every(({ kind }) => kind === types[0]?.kind) ? (types[0] ?? TEXT) : TEXT;
      const parts = owners.length === 1 && owners[0] ? [snakeCase(owners[0].name), 'id'] : ['owner', 'id'];
      const required = places.every(({ owner }) => owner !== undefined);
      add({ origin: '#owner', parts, type, required, widest: Math.max(...owners.map(({ identity }) => this.#types.widestOf(identity))) });
    }
    if (places.length > 1) add({ origin: '#slot', parts: ['slot'], type: TEXT, required: true, widest: 255 });
    const isIn = (shape: EntityPlace['shape']) => places.filter((place) => place.shape === shape).length;
    if (isIn('list') > 0) add({ origin: '#position', parts: ['position'], type: { kind: 'integer' }, required: isIn('list') === places.length, widest: 4 });
    if (isIn('map') > 0) add({ origin: '#key', parts: ['key'], type: TEXT, required: isIn('map') === places.length, widest: 1024 });
    return links;
  }

  private columns(origin: string, columns: readonly PlannedColumn[]): NamedColumns {
    return nameColumns(columns, this.#before.get(origin));
  }

  private table(origin: string, columns: NamedColumns, key: readonly string[], plan: IndexPlan, enums: readonly EnumColumn[], parent?: Omit<ParentModel, 'name'>): TableModel {
    const name = this.tableName(origin);
    const before = this.#before.get(origin);
    const constraints = new NameScope();
    const primaryKey: KeyModel = { name: before?.primaryKey.name ?? this.#relations.claim([name], '_pkey'), columns: key.map((item) => columns.name(item)) };
    constraints.keep(primaryKey.name);
    return {
      name,
      origin,
      columns: columns.columns,
      primaryKey,
      ...(parent && { parent: { name: constraints.claim([name, parent.column], '_fkey'), ...parent } }),
      checks: [...this.memberChecks(name, columns, enums, constraints), ...togetherChecks(name, columns.columns, constraints)],
      indexes: plan.named(this.#relations, before),
    };
  }

  private memberChecks(table: string, columns: NamedColumns, enums: readonly EnumColumn[], scope: NameScope): CheckModel[] {
    return enums.map(({ origin, enum: name }) => {
      const column = columns.name(origin);
      return { kind: 'members', name: scope.claim([table, column], '_check'), column, members: this.#types.enumMembers(name) };
    });
  }
}

const TEXT = { kind: 'text' } as const;

export function entityOrigin(aggregate: string, entity: string): string {
  return `${aggregate}.${entity}`;
}

/** `order_fill`; an entity that bears its aggregate's name already (`OrderLine`) does not bear it twice. */
function entityParts(aggregate: string, entity: string): string[] {
  const [owner, own] = [snakeCase(aggregate), snakeCase(entity)];
  return own.startsWith(`${owner}_`) ? [owner, own.slice(owner.length + 1)] : [owner, own];
}

function lifecycleColumn(name: string, initial: string): PlannedColumn {
  return { origin: name, parts: [snakeCase(name)], rank: 1, type: TEXT, required: true, widest: 255, initial: { kind: 'literal', text: initial } };
}

interface EnumColumn {
  readonly origin: string;
  readonly enum: string;
}

/** Columns that hold one member of an enum, those of value objects included. */
function enumColumns(fields: readonly FieldModel[], types: StoredTypes, path: readonly string[] = []): EnumColumn[] {
  return fields.flatMap(({ name, type }) => {
    const here = [...path, name];
    if (type.kind === 'enum') return [{ origin: here.join('.'), enum: type.name }];
    return enumColumns(types.composite(type)?.fields ?? [], types, here);
  });
}

/** An optional value object is there with all that it requires, or not at all. */
function togetherChecks(table: string, columns: readonly ColumnModel[], scope: NameScope): CheckModel[] {
  const groups = new Map<string, string[]>();
  for (const { name, within, required } of columns) if (within !== undefined && required) groups.set(within, [...(groups.get(within) ?? []), name]);
  return [...groups].filter(([, names]) => names.length > 1).map(([within, names]) => ({
    kind: 'together',
    name: scope.claim([table, ...within.split('.').map(snakeCase)], '_check'),
    columns: names,
  }));
}

/** The places of every entity type, the root's first. */
function entityPlaces(aggregate: AggregateModel): ReadonlyMap<string, readonly EntityPlace[]> {
  const places = new Map<string, EntityPlace[]>();
  const visit = (fields: readonly FieldModel[], owner?: EntityModel) => {
    for (const field of fields) {
      const child = childEntity(field);
      if (child) places.set(child.entity, [...(places.get(child.entity) ?? []), { field, shape: child.shape, ...(owner && { owner }) }]);
    }
  };
  visit(aggregate.fields);
  for (const entity of aggregate.entities) visit(entity.fields, entity);
  return places;
}

/** `fills` at the root, `Leg.fills` in an entity; nothing where the entity type has only this place. */
function slotOf(places: ReadonlyMap<string, readonly EntityPlace[]>, owner: EntityModel | undefined, field: FieldModel): string | undefined {
  const child = childEntity(field);
  if (!child || (places.get(child.entity) ?? []).length < 2) return undefined;
  return owner === undefined ? field.name : `${owner.name}.${field.name}`;
}

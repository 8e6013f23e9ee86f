import type { AggregateModel, TypeModel } from '@planner/model';
import type { AggregateSchema, EntitySchema, RenderedFile, StoredColumn, StoredField, TableModel } from '@planner/target';
import { isNullable } from '@planner/target';
import type { RenderContext } from '../render-context';
import { SCHEMA_FILE } from './names';
import { Values } from './values';

/** Row types of all tables, as Kysely wants them. */
export function renderDatabaseSchema(context: RenderContext): RenderedFile {
  const { schema, repository, templates } = context;
  const imports = context.imports(SCHEMA_FILE);
  imports.packageType('kysely', 'Generated');
  imports.packageType('kysely', 'ColumnType');
  const values = new Values(context, imports);
  const tables = schema.tables.filter(({ name }) => name !== schema.outbox.table).map((table) => ({
    name: table.name,
    type: repository.table(table.origin).name,
    columns: columnTypes(context, table).map(({ column, type }) => ({
      name: column,
      type: rowType(values, table, column, type),
    })),
  }));
  const text = templates.render('repository/database-schema.ts', { tables, outbox: schema.outbox.table, imports: imports.print() });
  return context.file(2, SCHEMA_FILE, text);
}

function rowType(values: Values, { columns }: TableModel, name: string, model: TypeModel): string {
  const column = columns.find((item) => item.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  const orNull = isNullable(column) ? ' | null' : '';
  const type = values.columnType(column.type, model) + orNull;
  return column.type.kind === 'json' ? `ColumnType<${type}, string${orNull}, string${orNull}>` : type;
}

interface TypedColumn {
  readonly column: string;
  readonly type: TypeModel;
}

/** The columns of a table in their order, each with the type of the value behind it. */
function columnTypes({ model, schema }: RenderContext, table: TableModel): TypedColumn[] {
  const aggregate = schema.aggregates.find((item) => item.table === table.name);
  const found = aggregate
    ? aggregateColumns(aggregate, aggregateModel(model.aggregates, aggregate.aggregate))
    : schema.aggregates.flatMap((item) => item.entities.filter((entity) => entity.table === table.name).flatMap((entity) => entityColumns(item, entity, aggregateModel(model.aggregates, item.aggregate))));
  const types = new Map(found.map(({ column, type }) => [column, type]));
  return table.columns.map(({ name }) => ({ column: name, type: types.get(name) ?? TEXT }));
}

function aggregateModel(aggregates: readonly AggregateModel[], name: string): AggregateModel {
  const found = aggregates.find((item) => item.name === name);
  if (found === undefined) throw new Error(`the model has no aggregate ${name}`);
  return found;
}

/** Stands for a column whose type says all: only enums and documents need more. */
const TEXT: TypeModel = { kind: 'scalar', scalar: 'text' };

function aggregateColumns(aggregate: AggregateSchema, { identity, lifecycle }: AggregateModel): TypedColumn[] {
  const id = identity.kind === 'given' ? identity.type : TEXT;
  const status = aggregate.lifecycle && lifecycle ? [typed(aggregate.lifecycle, { kind: 'enum', name: lifecycle.enum })] : [];
  return [typed(aggregate.id, id), ...fieldTypes(aggregate.fields), ...status];
}

function entityColumns(aggregate: AggregateSchema, entity: EntitySchema, { identity, entities }: AggregateModel): TypedColumn[] {
  const own = entities.find(({ name }) => name === entity.entity)?.identity;
  return [
    typed(entity.root, identity.kind === 'given' ? identity.type : TEXT),
    typed(entity.id, own?.kind === 'given' ? own.type : TEXT),
    ...fieldTypes(entity.fields),
  ];
}

function fieldTypes(fields: readonly StoredField[]): TypedColumn[] {
  return fields.flatMap(({ field, storage }) => {
    if (storage.kind === 'columns') return fieldTypes(storage.fields);
    return storage.kind === 'column' ? [typed(storage, field.type)] : [];
  });
}

function typed({ column }: StoredColumn, type: TypeModel): TypedColumn {
  return { column, type };
}

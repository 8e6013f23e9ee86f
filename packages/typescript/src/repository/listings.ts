import type { AggregateModel, FilterModel, FinderModel, ScalarType, TypeModel } from '@planner/model';
import { type ColumnType, isNullable, type RenderedFile, type StoredField, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';
import { reached } from './constraints';
import { identityType, type StoredAggregate, storedAggregate } from './stored-aggregate';
import { converter, inPersistence, Values } from './values';

/** A column at the end of a path. */
export interface Leaf {
  readonly column: string;
  readonly type: ColumnType;
  readonly model: TypeModel;
  readonly nullable: boolean;
}

/** Sort keys of the finders that page: `order-listings.ts`, for the database and for memory. */
export function renderListings(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const { listings } = context.repository.aggregate(aggregate.name);
  const paged = aggregate.finders.filter(({ single }) => !single);
  const [first] = paged.flatMap(({ name }) => listings.get(name) ?? []);
  if (first === undefined) return [];
  const imports = context.imports(first.file);
  const values = new Values(context, imports);
  const stored = storedAggregate(context, aggregate);
  const view = {
    data: imports.type(context.names.aggregate(aggregate.name).data),
    sortKey: imports.type(inPersistence('SortKey', 'sorting')),
    listings: paged.map((finder) => ({ name: listings.get(finder.name)?.name ?? '', keys: sortKeys(context, stored, finder, values) })),
  };
  return [context.file(3, first.file, context.templates.render('repository/listings.ts', { ...view, imports: imports.print() }))];
}

/** The plan's order, then the identity in the direction of the last key. */
function sortKeys(context: RenderContext, stored: StoredAggregate, { sort }: FinderModel, values: Values): string[] {
  const withId = [...sort, { path: ['id'], direction: sort.at(-1)?.direction ?? 'asc' }];
  const distinct = withId.filter(({ path }, place) => withId.findIndex((other) => other.path.join('.') === path.join('.')) === place);
  return distinct.map(({ path, direction }) => {
    const leaf = leafAt(context, stored, path);
    const value = reached(stored.model, path, context);
    const optional = leaf.nullable;
    const text = sortText(leaf, optional ? 'value' : value, values);
    const read = !optional ? text : text === 'value' ? `${value} ?? null` : `${values.stored('orNull')}(${value}, ${converter(text)})`;
    return `{ column: ${stringLiteral(leaf.column)}, type: '${sortType(leaf.type)}', direction: '${direction}', nullable: ${String(leaf.nullable)}, text: (data) => ${read} }`;
  });
}

function sortType(type: ColumnType): string {
  switch (type.kind) {
    case 'decimal':
      return 'numeric';
    case 'float':
      return 'float8';
    case 'instant':
      return 'timestamptz';
    case 'duration':
      return 'bigint';
    case 'bytes':
      return 'bytea';
    default:
      return type.kind;
  }
}

/** A value as PostgreSQL reads it from text. */
function sortText({ type }: Leaf, value: string, values: Values): string {
  switch (type.kind) {
    case 'uuid':
    case 'text':
      return value;
    case 'instant':
      return `${values.stored('instantToText')}(${value})`;
    case 'duration':
      return `${values.stored('durationToMicroseconds')}(${value}).toString()`;
    case 'bytes':
      return `\`\\\\x\${Buffer.from(${value}).toString('hex')}\``;
    default:
      return `String(${value})`;
  }
}

/** A filter on a list of such values compares them as documents hold them. */
export function elementLiteral(values: Values, { type }: FilterModel, value: string): string {
  return `JSON.stringify([${values.toDocument(type, value)}])`;
}

export function leafAt({ model, schema }: RenderContext, { model: aggregate, schema: own }: StoredAggregate, path: readonly string[]): Leaf {
  const table = schema.tables.find(({ name }) => name === own.table);
  const found = fieldLeaf(own.fields, path) ?? impliedLeaf(own, aggregate, path[0] ?? '');
  const column = table?.columns.find(({ name }) => name === found?.column);
  if (found === undefined || column === undefined) throw new Error(`${aggregate.name} in ${model.context} has no column for ${path.join('.')}`);
  return { ...found, nullable: isNullable(column) };
}

function fieldLeaf(fields: readonly StoredField[], [first, ...rest]: readonly string[]): Omit<Leaf, 'nullable'> | undefined {
  const found = fields.find(({ field }) => field.name === first);
  if (found?.storage.kind === 'column') return { column: found.storage.column, type: found.storage.type, model: found.field.type };
  return found?.storage.kind === 'columns' ? fieldLeaf(found.storage.fields, rest) : undefined;
}

const DATETIME: ScalarType = { kind: 'scalar', scalar: 'datetime' };

function impliedLeaf(own: StoredAggregate['schema'], aggregate: AggregateModel, name: string): Omit<Leaf, 'nullable'> | undefined {
  if (name === 'id') return { ...own.id, model: identityType(aggregate.identity) };
  if (name === 'createdAt') return { ...own.createdAt, model: DATETIME };
  if (name === 'updatedAt') return { ...own.updatedAt, model: DATETIME };
  return own.lifecycle && aggregate.lifecycle?.name === name ? { ...own.lifecycle, model: { kind: 'enum', name: aggregate.lifecycle.enum } } : undefined;
}

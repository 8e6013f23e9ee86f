import type { AggregateModel } from '@planner/model';
import type { RenderedFile, TableModel, UniqueSchema } from '@planner/target';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { inPersistence } from './names';
import { reached } from './paths';
import { storedAggregate } from './stored-aggregate';
import { unlessAbsent } from './values';

/** What is unique in an aggregate's tables, for the database's errors and for the in-memory repository. */
export function renderConstraints(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { uniques, constraints } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(constraints.file);
  const { schema, entities } = storedAggregate(context, aggregate);
  const table = tableOf(context, schema.table);
  const view = {
    unique: imports.value(inPersistence('UniqueConstraint', 'unique_constraints')),
    rule: imports.value(inPersistence('UniqueRule', 'unique_constraints')),
    state: imports.value(context.names.aggregate(aggregate.name).state),
    uniques: uniques.name,
    constraints: constraints.name,
    rules: schema.uniques.map((unique) => ({
      ...ofIndex(table, unique, aggregate.name),
      values: unique.paths.map((path) => {
        const { value, absent } = reached(context, aggregate, path, 'state');
        return unlessAbsent(absent, value);
      }),
    })),
    others: [
      ofPrimaryKey(table, aggregate.name),
      ...entities.flatMap(({ model, schema: entity, table: name }) => {
        const own = tableOf(context, name);
        return [ofPrimaryKey(own, model.name), ...entity.uniques.map((unique) => ofIndex(own, unique, model.name))];
      }),
    ],
  };
  return context.file(
    2,
    constraints.file,
    context.templates.render('repository/constraints.py', { ...view, imports: imports.print() }),
  );
}

/** Keyword arguments of a constraint. */
function constraint(
  name: string,
  table: string,
  columns: readonly string[],
  kind: string,
  fields: readonly string[],
): { arguments: string[] } {
  return {
    arguments: [
      `name=${pyString(name)}`,
      `table=${pyString(table)}`,
      `columns=${tuple(columns.map(pyString))}`,
      `kind=${pyString(kind)}`,
      `fields=${tuple(fields.map(pyString))}`,
    ],
  };
}

function ofPrimaryKey({ name, primaryKey }: TableModel, kind: string): { arguments: string[] } {
  return constraint(primaryKey.name, name, primaryKey.columns, kind, ['id']);
}

function ofIndex({ name, indexes }: TableModel, { index, paths }: UniqueSchema, kind: string): { arguments: string[] } {
  const columns = indexes.find((each) => each.name === index)?.columns ?? [];
  return constraint(
    index,
    name,
    columns.map(({ column }) => column),
    kind,
    paths.map(fieldPath),
  );
}

/** How errors name a field: `limit_price.amount`. */
export function fieldPath(path: readonly string[]): string {
  return path.map(attribute).join('.');
}

/** A tuple of Python: one item needs a comma. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
}

function tableOf({ schema }: RenderContext, name: string): TableModel {
  const found = schema.tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

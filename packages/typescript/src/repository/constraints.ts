import type { AggregateModel } from '@planner/model';
import { type RenderedFile, stringLiteral, type UniqueSchema } from '@planner/target';
import type { RenderContext } from '../render-context';
import { storedAggregate } from './stored-aggregate';
import { inPersistence } from './values';

/** What is unique in an aggregate's tables, for the database's errors and for the in-memory repository. */
export function renderConstraints(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { uniques, constraints } = context.repository.aggregate(aggregate.name);
  const imports = context.imports(constraints.file);
  const { schema, entities } = storedAggregate(context, aggregate);
  const fields = (paths: UniqueSchema['paths']) => `[${paths.map((path) => stringLiteral(path.join('.'))).join(', ')}]`;
  const view = {
    aggregate: stringLiteral(aggregate.name),
    data: imports.type(context.names.aggregate(aggregate.name).data),
    uniques: uniques.name,
    constraints: constraints.name,
    rules: schema.uniques.map(({ index, paths }) => ({
      constraint: stringLiteral(index),
      fields: fields(paths),
      values: paths.map((path) => reached(aggregate, path, context)).join(', '),
    })),
    others: [
      { constraint: stringLiteral(primaryKey(context, schema.table)), kind: stringLiteral(aggregate.name), fields: "['id']" },
      ...entities.flatMap(({ model, schema: entity, table }) => [
        { constraint: stringLiteral(primaryKey(context, table)), kind: stringLiteral(model.name), fields: "['id']" },
        ...entity.uniques.map(({ index, paths }) => ({ constraint: stringLiteral(index), kind: stringLiteral(model.name), fields: fields(paths) })),
      ]),
    ],
  };
  imports.type(inPersistence('UniqueConstraint', 'database-errors'));
  imports.type(inPersistence('UniqueRule', 'unique-rule'));
  const text = context.templates.render('repository/constraints.ts', { ...view, imports: imports.print() });
  return context.file(2, constraints.file, text);
}

function primaryKey({ schema }: RenderContext, table: string): string {
  const found = schema.tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no table ${table}`);
  return found.primaryKey.name;
}

/** `data.limitPrice?.currency`: the value at the end of a path. */
export function reached({ fields }: AggregateModel, path: readonly string[], { model }: RenderContext, root = 'data'): string {
  let known = fields;
  let expression = root;
  let optional = false;
  for (const name of path) {
    expression += `${optional ? '?.' : '.'}${name}`;
    const field = known.find((item) => item.name === name);
    optional = field?.optional ?? false;
    const type = field?.type;
    const composite = type?.kind === 'valueObject' ? model.valueObjects.find((item) => item.name === type.name) : undefined;
    known = composite?.kind === 'composite' ? composite.fields : [];
  }
  return expression;
}

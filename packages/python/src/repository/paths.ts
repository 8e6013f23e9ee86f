import type { AggregateModel, FieldModel, ScalarType, TypeModel } from '@planner/model';
import { type ColumnType, isNullable, type StoredField } from '@planner/target';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { identityType, idRef, type StoredAggregate } from './stored-aggregate';

/** A value at the end of a path. */
export interface Reached {
  /** `state.limit_price.amount`. */
  readonly value: string;
  /** What has to be there for it to be there, from the outside in; the last one may be the value itself. */
  readonly absent: readonly string[];
  readonly type: TypeModel;
}

/** The value at the end of a path through a state or a DTO, which is in the variable `root`. */
export function reached(
  { model }: RenderContext,
  aggregate: AggregateModel,
  path: readonly string[],
  root: string,
): Reached {
  let known: readonly Pick<FieldModel, 'name' | 'type' | 'optional'>[] = members(aggregate);
  let value = root;
  let type: TypeModel | undefined;
  const absent: string[] = [];
  for (const name of path) {
    const field = known.find((item) => item.name === name);
    if (field === undefined) throw new Error(`${aggregate.name} has no ${path.join('.')}`);
    value += `.${attribute(name)}`;
    if (field.optional) absent.push(value);
    type = field.type;
    const inner: TypeModel = field.type;
    const composite =
      inner.kind === 'valueObject' ? model.valueObjects.find((item) => item.name === inner.name) : undefined;
    known = composite?.kind === 'composite' ? composite.fields : [];
  }
  if (type === undefined) throw new Error('an empty path reaches nothing');
  return { value, absent, type };
}

const DATETIME: ScalarType = { kind: 'scalar', scalar: 'datetime' };

/** What a path may begin with. */
function members(aggregate: AggregateModel): Pick<FieldModel, 'name' | 'type' | 'optional'>[] {
  const { fields, lifecycle } = aggregate;
  const implied = (name: string, type: TypeModel) => ({ name, type, optional: false });
  return [
    implied('id', idRef(aggregate)),
    ...fields,
    ...(lifecycle ? [implied(lifecycle.name, { kind: 'enum', name: lifecycle.enum })] : []),
    implied('createdAt', DATETIME),
    implied('updatedAt', DATETIME),
  ];
}

/** A column at the end of a path. */
export interface Leaf {
  readonly column: string;
  /** Of the declarative class. */
  readonly attribute: string;
  readonly type: ColumnType;
  readonly model: TypeModel;
  readonly nullable: boolean;
}

export function leafAt({ model, schema }: RenderContext, stored: StoredAggregate, path: readonly string[]): Leaf {
  const { model: aggregate, schema: own } = stored;
  const table = schema.tables.find(({ name }) => name === own.table);
  const found = fieldLeaf(own.fields, path) ?? impliedLeaf(own, aggregate, path[0] ?? '');
  const column = table?.columns.find(({ name }) => name === found?.column);
  if (found === undefined || column === undefined)
    throw new Error(`${aggregate.name} in ${model.context} has no column for ${path.join('.')}`);
  return { ...found, attribute: stored.attribute(found.column), nullable: isNullable(column) };
}

type Found = Pick<Leaf, 'column' | 'type' | 'model'>;

function fieldLeaf(fields: readonly StoredField[], [first, ...rest]: readonly string[]): Found | undefined {
  const found = fields.find(({ field }) => field.name === first);
  if (found?.storage.kind === 'column')
    return { column: found.storage.column, type: found.storage.type, model: found.field.type };
  return found?.storage.kind === 'columns' ? fieldLeaf(found.storage.fields, rest) : undefined;
}

function impliedLeaf(own: StoredAggregate['schema'], aggregate: AggregateModel, name: string): Found | undefined {
  if (name === 'id') return { ...own.id, model: identityType(aggregate.identity) };
  if (name === 'createdAt') return { ...own.createdAt, model: DATETIME };
  if (name === 'updatedAt') return { ...own.updatedAt, model: DATETIME };
  return own.lifecycle && aggregate.lifecycle?.name === name
    ? { ...own.lifecycle, model: { kind: 'enum', name: aggregate.lifecycle.enum } }
    : undefined;
}

import { type AggregateModel, type EntityModel, type FieldModel, snakeCase, type TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';

/** What has to differ among the entities of one type in an aggregate. */
export interface UniqueView {
  /** Source of all of them. */
  readonly items: string;
  /** Source of the tuple of values that make the key of `each`. */
  readonly key: string;
  readonly kind: string;
  readonly fields: string;
}

export function uniqueChildren(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): UniqueView[] {
  return aggregate.entities.flatMap((entity) => {
    const sets = [...(entity.identity.kind === 'given' ? [['id']] : []), ...entity.unique];
    const items = allOf(aggregate, entity.name);
    if (items === undefined) return [];
    return sets.map((paths) => {
      imports.kernel('collections', 'require_unique');
      return {
        items,
        key: tuple(paths.map((path) => valueAt(context, entity, path.split('.')))),
        kind: pyString(entity.name),
        fields: tuple(paths.map((path) => pyString(wirePath(path)))),
      };
    });
  });
}

function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0] ?? ''},)` : `(${items.join(', ')})`;
}

/** `limitPrice.currency` as errors and the wire have it. */
export function wirePath(path: string): string {
  return path.split('.').map(snakeCase).join('.');
}

/** Source of all entities of that type in the state; undefined if the state has no room for any. */
function allOf(aggregate: AggregateModel, entity: string): string | undefined {
  const root = binding(aggregate.name, ['rules']);
  const lists = aggregate.fields.flatMap((field) =>
    listsIn(aggregate, entity, field, `${root}.${attribute(field.name)}`, []),
  );
  const [first] = lists;
  if (first === undefined) return undefined;
  return lists.length === 1 ? first : `(${lists.map((list) => `*${list}`).join(', ')})`;
}

/** Sources of iterables of such entities in the value of a field. */
function listsIn(
  aggregate: AggregateModel,
  entity: string,
  field: Pick<FieldModel, 'type' | 'optional'>,
  expression: string,
  above: readonly string[],
): string[] {
  const held = heldEntity(field.type);
  if (held === undefined || above.includes(held)) return [];
  const whole = iterable(field, expression);
  if (held === entity) return [whole];
  const parent = aggregate.entities.find(({ name }) => name === held);
  const variable = `each_${binding(held)}`;
  const inner = (parent?.fields ?? []).flatMap((each) =>
    listsIn(aggregate, entity, each, `${variable}.${attribute(each.name)}`, [...above, held]),
  );
  return inner.map((each) => `[found for ${variable} in ${whole} for found in ${each}]`);
}

function heldEntity(type: TypeModel): string | undefined {
  if (type.kind === 'list') return heldEntity(type.element);
  if (type.kind === 'map') return heldEntity(type.value);
  return type.kind === 'entity' ? type.name : undefined;
}

function iterable({ type, optional }: Pick<FieldModel, 'type' | 'optional'>, expression: string): string {
  if (type.kind === 'list') return expression;
  if (type.kind === 'map') return `${expression}.values()`;
  return optional ? `(() if ${expression} is None else (${expression},))` : `(${expression},)`;
}

/** `each.price.currency`, absent where a part of the way is. */
function valueAt(context: RenderContext, entity: EntityModel, path: readonly string[]): string {
  let source = 'each';
  let fields: readonly FieldModel[] = entity.fields;
  const absent: string[] = [];
  path.forEach((name, index) => {
    source += `.${attribute(name)}`;
    const field = fields.find((each) => each.name === name);
    if (field?.optional === true && index < path.length - 1) absent.push(`${source} is None`);
    fields = field === undefined ? [] : fieldsOf(context, field.type);
  });
  return absent.length === 0 ? source : `None if ${absent.join(' or ')} else ${source}`;
}

function fieldsOf({ model }: RenderContext, type: TypeModel): readonly FieldModel[] {
  const found = type.kind === 'valueObject' ? model.valueObjects.find(({ name }) => name === type.name) : undefined;
  return found?.kind === 'composite' ? found.fields : [];
}

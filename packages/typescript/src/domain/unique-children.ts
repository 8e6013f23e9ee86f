import { type AggregateModel, type EntityModel, type FieldModel, lowerFirst, type TypeModel } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding, property } from '../names';
import type { RenderContext } from '../render-context';

/** What has to differ among the entities of one type in an aggregate. */
export interface UniqueView {
  /** Source of the list of all of them. */
  readonly items: string;
  readonly variable: string;
  /** Source of the values that make the key. */
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
      imports.kernel('requireDistinct');
      const variable = binding(lowerFirst(entity.name));
      return {
        items,
        variable,
        key: paths.map((path) => valueAt(context, variable, entity, path.split('.'))).join(', '),
        kind: stringLiteral(entity.name),
        fields: `[${paths.map(stringLiteral).join(', ')}]`,
      };
    });
  });
}

/** Source of a list of all entities of that type in the state; undefined if the state has no room for any. */
function allOf(aggregate: AggregateModel, entity: string): string | undefined {
  const root = binding(lowerFirst(aggregate.name), ['rules']);
  const lists = aggregate.fields.flatMap((field) => listsIn(aggregate, entity, field, `${root}.${field.name}`, []));
  if (lists.length === 0) return undefined;
  return lists.length === 1 && !lists[0]?.startsWith('...')
    ? lists[0]
    : `[${lists.map((list) => (list.startsWith('...') ? list : `...${list}`)).join(', ')}]`;
}

/** Sources of lists of such entities in the value of a field; one that starts with `...` has to be spread. */
function listsIn(
  aggregate: AggregateModel,
  entity: string,
  field: Pick<FieldModel, 'type' | 'optional'>,
  expression: string,
  above: readonly string[],
): string[] {
  const held = heldEntity(field.type);
  if (held === undefined || above.includes(held)) return [];
  const whole = asList(field, expression);
  if (held === entity) return [whole];
  const parent = aggregate.entities.find(({ name }) => name === held);
  const inner = (parent?.fields ?? []).flatMap((each) =>
    listsIn(aggregate, entity, each, `${binding(lowerFirst(held))}.${property(each.name)}`, [...above, held]),
  );
  const list = whole.startsWith('...') ? `[${whole}]` : whole;
  return inner.map(
    (each) => `${list}.flatMap((${binding(lowerFirst(held))}) => ${each.startsWith('...') ? `[${each}]` : each})`,
  );
}

function heldEntity(type: TypeModel): string | undefined {
  if (type.kind === 'list') return heldEntity(type.element);
  if (type.kind === 'map') return heldEntity(type.value);
  return type.kind === 'entity' ? type.name : undefined;
}

function asList({ type, optional }: Pick<FieldModel, 'type' | 'optional'>, expression: string): string {
  if (type.kind === 'list') return expression;
  if (type.kind === 'map') return `...${expression}.values()`;
  return optional ? `...(${expression} === undefined ? [] : [${expression}])` : `[${expression}]`;
}

/** `fill.price?.currency`. */
function valueAt(context: RenderContext, variable: string, entity: EntityModel, path: readonly string[]): string {
  let source = variable;
  let fields: readonly FieldModel[] = entity.fields;
  let optional = false;
  for (const name of path) {
    source += `${optional ? '?' : ''}.${property(name)}`;
    const field = fields.find((each) => each.name === name);
    optional = field?.optional ?? false;
    fields = field === undefined ? [] : fieldsOf(context, field.type);
  }
  return source;
}

function fieldsOf({ model }: RenderContext, type: TypeModel): readonly FieldModel[] {
  const found = type.kind === 'valueObject' ? model.valueObjects.find(({ name }) => name === type.name) : undefined;
  return found?.kind === 'composite' ? found.fields : [];
}

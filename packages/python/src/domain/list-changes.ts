import { type AggregateModel, type FieldModel, type OperationModel, snakeCase, type TypeModel } from '@planner/model';
import { fieldNamed, holdsEntity, type ListField, listNamed } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import { OPERATION_LOCALS } from '../names/reserved';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import type { Given } from './operations';

/** New children and changed lists of an operation. */
export interface ListStatements {
  readonly statements: readonly string[];
  /** The variable that holds the new value of a field. */
  readonly values: ReadonlyMap<string, string>;
  /** The variable that holds the child made of a parameter. */
  readonly children: ReadonlyMap<string, string>;
}

export function listStatements(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  given: Given,
  imports: ImportSet,
): ListStatements {
  const statements: string[] = [];
  const values = new Map<string, string>();
  const children = new Map<string, string>();
  const own = operation.parameters.map(({ name }) => given(name));
  const taken = () => [...OPERATION_LOCALS, 'item', ...own, ...values.values(), ...children.values()];
  const variable = (name: string) =>
    own.includes(binding(name)) ? binding(`new_${name}`, taken()) : binding(name, taken());
  const present = (field: FieldModel) => values.get(field.name) ?? `self.state.${attribute(field.name)}`;
  // What create adds to was not there before.
  const extended = (field: FieldModel, element: string) =>
    operation.kind === 'create' && !values.has(field.name) ? `(${element},)` : `(*${present(field)}, ${element})`;

  for (const { field, value } of operation.assignments) {
    const model = fieldNamed(aggregate, field);
    if (value.kind !== 'parameter' || !holdsEntity(model.type)) continue;
    const name = variable(field);
    statements.push(`${name} = ${context.types.created(model, given(value.parameter), imports)}`);
    values.set(field, name);
    children.set(value.parameter, name);
  }
  for (const { field, parameter } of operation.additions) {
    const model = listNamed(aggregate, field);
    const element = context.types.created({ type: model.type.element, optional: false }, given(parameter), imports);
    const child = holdsEntity(model.type) ? variable(parameter) : undefined;
    if (child !== undefined) {
      statements.push(`${child} = ${element}`);
      children.set(parameter, child);
    }
    const after = extended(model, child ?? element);
    const name = variable(field);
    statements.push(
      `${name} = ${after}`,
      ...sizeCheck(aggregate, model, name, 'max', imports),
      ...distinctCheck(aggregate, model, name, imports),
    );
    values.set(field, name);
  }
  for (const { field, parameter } of operation.removals) {
    const model = listNamed(aggregate, field);
    const before = present(model);
    const name = variable(field);
    statements.push(
      `${name} = ${removal(context, aggregate, model, before, given(parameter), imports)}`,
      ...sizeCheck(aggregate, model, name, 'min', imports),
    );
    values.set(field, name);
  }
  return { statements, values, children };
}

/** What errors call a list: `Order.fills`. */
export function listPath(owner: string, { name }: Pick<FieldModel, 'name'>): string {
  return `${owner}.${snakeCase(name)}`;
}

function sizeCheck(
  { name: owner }: AggregateModel,
  field: ListField,
  variable: string,
  rule: 'min' | 'max',
  imports: ImportSet,
): string[] {
  const limit = field.type[rule];
  if (limit === undefined || (rule === 'min' && limit === '0')) return [];
  const path = pyString(listPath(owner, field));
  return [`${imports.kernel('collections', 'require_size')}(${path}, ${variable}, ${rule}=${limit})`];
}

function distinctCheck(
  { name: owner }: AggregateModel,
  { name, type }: ListField,
  variable: string,
  imports: ImportSet,
): string[] {
  if (!type.distinct) return [];
  const field = pyString(snakeCase(name));
  return [`${imports.kernel('collections', 'require_distinct')}(${pyString(owner)}, ${field}, ${variable})`];
}

/** An entity goes by its id, any other element by its value. */
function removal(
  context: RenderContext,
  { name: owner }: AggregateModel,
  field: ListField,
  list: string,
  given: string,
  imports: ImportSet,
): string {
  const { element } = field.type;
  const without = imports.kernel('collections', 'without');
  if (element.kind !== 'entity')
    return `${without}(${list}, lambda item: item == ${given}, ${pyString(listPath(owner, field))}, ${elementText(context, element, given)})`;
  return `${without}(${list}, lambda item: item.id == ${given}, ${pyString(element.name)}, ${elementText(context, idOf(element), given)})`;
}

function idOf(element: Extract<TypeModel, { kind: 'entity' }>): TypeModel {
  return { kind: 'ref', target: { kind: 'entity', aggregate: element.aggregate, entity: element.name } };
}

/** How an error names the element that is not there. */
function elementText(context: RenderContext, type: TypeModel, expression: string): string {
  if (type.kind === 'enum') return expression;
  if (type.kind === 'valueObject' && !context.types.isSimple(type.name)) return '"with these values"';
  const { scalar } = context.types.scalarOf(type);
  if (scalar === 'bytes' || scalar === 'json') return '"with this content"';
  return context.types.unwrapped({ type, optional: false }, expression);
}

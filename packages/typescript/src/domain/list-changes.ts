import { type AggregateModel, type FieldModel, lowerFirst, type OperationModel, type TypeModel } from '@planner/model';
import { fieldNamed, holdsEntity, type ListField, listNamed, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';

/** New children and changed lists of an operation. */
export interface ListStatements {
  readonly statements: readonly string[];
  /** The variable that holds the new value of a field. */
  readonly values: ReadonlyMap<string, string>;
  /** The variable that holds the child made of a parameter. */
  readonly children: ReadonlyMap<string, string>;
}

/** Names in the scope of an operation that a list of the plan must not hide. */
const IN_SCOPE = [
  ...['input', 'given', 'context', 'changed', 'computed', 'next', 'events', 'rules', 'item'],
  ...['frozenList', 'frozenJson', 'requireSize', 'requireDistinct', 'utcDate', 'valuesEqual', 'without'],
];

export function listStatements(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  given: string,
  imports: ImportSet,
): ListStatements {
  const statements: string[] = [];
  const values = new Map<string, string>();
  const children = new Map<string, string>();
  const variable = (name: string) => binding(name, [...IN_SCOPE, ...values.values(), ...children.values()]);
  const present = (field: FieldModel) => values.get(field.name) ?? `this.state.${field.name}`;
  // What create adds to was not there before.
  const extended = (field: FieldModel, element: string) =>
    operation.kind === 'create' && !values.has(field.name) ? `[${element}]` : `[...${present(field)}, ${element}]`;

  for (const { field, value } of operation.assignments) {
    const model = fieldNamed(aggregate, field);
    if (value.kind !== 'parameter' || !holdsEntity(model.type)) continue;
    const name = variable(field);
    statements.push(`const ${name} = ${context.types.created(model, `${given}.${value.parameter}`, imports)};`);
    values.set(field, name);
    children.set(value.parameter, name);
  }
  for (const { field, parameter } of operation.additions) {
    const model = listNamed(aggregate, field);
    const element = context.types.created(
      { type: model.type.element, optional: false },
      `${given}.${parameter}`,
      imports,
    );
    const child = holdsEntity(model.type) ? variable(parameter) : undefined;
    if (child !== undefined) {
      statements.push(`const ${child} = ${element};`);
      children.set(parameter, child);
    }
    const after = extended(model, child ?? element);
    const name = variable(field);
    statements.push(
      `const ${name} = ${imports.kernel('frozenList')}(${after});`,
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
      `const ${name} = ${removal(context, aggregate, model, before, `${given}.${parameter}`, imports)};`,
      ...sizeCheck(aggregate, model, name, 'min', imports),
    );
    values.set(field, name);
  }
  return { statements, values, children };
}

function sizeCheck(
  { name: owner }: AggregateModel,
  { name, type }: ListField,
  variable: string,
  rule: 'min' | 'max',
  imports: ImportSet,
): string[] {
  const limit = type[rule];
  return limit === undefined
    ? []
    : [`${imports.kernel('requireSize')}(${stringLiteral(`${owner}.${name}`)}, ${variable}, { ${rule}: ${limit} });`];
}

function distinctCheck(
  { name: owner }: AggregateModel,
  { name, type }: ListField,
  variable: string,
  imports: ImportSet,
): string[] {
  if (!type.distinct) return [];
  return [
    `${imports.kernel('requireDistinct')}(${variable}, (item) => [item], ${stringLiteral(owner)}, [${stringLiteral(name)}], 'distinct');`,
  ];
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
  const without = imports.kernel('without');
  if (element.kind !== 'entity') {
    const equal = context.types.equal({ type: element, optional: false }, 'item', given, imports);
    return `${without}(${list}, (item) => ${equal}, ${stringLiteral(`${owner}.${field.name}`)}, ${elementText(context, element, given)})`;
  }
  const id: TypeModel = { kind: 'ref', target: { kind: 'entity', aggregate: element.aggregate, entity: element.name } };
  const item = binding(lowerFirst(element.name), IN_SCOPE);
  const equal = context.types.equal({ type: id, optional: false }, `${item}.id`, given, imports);
  return `${without}(${list}, (${item}) => ${equal}, ${stringLiteral(element.name)}, ${elementText(context, id, given)})`;
}

/** How an error names the element that is not there. */
function elementText(context: RenderContext, type: TypeModel, expression: string): string {
  if (type.kind === 'enum') return expression;
  const isComposite =
    type.kind === 'valueObject' &&
    context.model.valueObjects.some(({ name, kind }) => name === type.name && kind === 'composite');
  if (isComposite) return "'with these values'";
  const { scalar } = context.types.scalarOf(type);
  if (scalar === 'bytes' || scalar === 'json') return "'with this content'";
  const value = context.types.unwrapped({ type, optional: false }, expression);
  return ['uuid', 'string', 'text'].includes(scalar) ? value : `String(${value})`;
}

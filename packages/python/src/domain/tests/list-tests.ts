import {
  type AggregateModel,
  type EntityModel,
  type EntityType,
  type OperationModel,
  type TypeModel,
} from '@planner/model';
import {
  elementVariant,
  holdsEntity,
  type ListField,
  listNamed,
  parameterNamed,
  parameterVariant,
  sizeBefore,
} from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { tuple } from '../../types';
import { listPath } from '../list-changes';
import { argumentsOf } from '../operations';
import { wirePath } from '../unique-children';
import type { Titles } from './titles';
import { variedElement } from './varied-elements';

/** A list that does not allow what the operation would do to it. */
export interface ListCase {
  readonly title: string;
  /** Changes to the state before the operation, and to its input. */
  readonly changes: string;
  readonly input: string;
  readonly error: string;
  readonly code: string;
}

/** A list that takes one more element and is full then. */
export interface RoomCase {
  readonly title: string;
  readonly changes: string;
  readonly field: string;
  readonly size: string;
}

const LARGEST_LIST = 2000;
/** Longer lists of elements that no expression varies are not written out. */
const LARGEST_LITERAL = 50;

export function listCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  titles: Titles,
  imports: ImportSet,
): ListCase[] {
  const of: Operation = { context, aggregate, operation, titles, imports };
  return [
    ...operation.additions.flatMap(({ field, parameter }) => additionCases(of, listNamed(aggregate, field), parameter)),
    ...operation.removals.flatMap(({ field, parameter }) => removalCases(of, listNamed(aggregate, field), parameter)),
    ...operation.assignments.flatMap(({ field, value }) => {
      const model = aggregate.fields.find(({ name }) => name === field);
      return value.kind === 'parameter' && model?.type.kind === 'list'
        ? setCases(of, listNamed(aggregate, field), value.parameter)
        : [];
    }),
  ];
}

interface Operation {
  readonly context: RenderContext;
  readonly aggregate: AggregateModel;
  readonly operation: OperationModel;
  readonly titles: Titles;
  readonly imports: ImportSet;
}

function additionCases(of: Operation, field: ListField, name: string): ListCase[] {
  const { context, aggregate, operation, titles, imports } = of;
  // What create adds to is empty.
  if (operation.kind === 'create') return [];
  const { element, max, distinct } = field.type;
  const variant = parameterVariant(context, aggregate, operation, parameterNamed(operation, name));
  const same = () => context.samples.domain(element, elementVariant(aggregate, field, 0), imports);
  const list = attribute(field.name);
  const full = (limit: string): ListCase => ({
    title: titles.name(`leaves ${field.name} with at most ${limit} elements`),
    changes: `${list}=(${same()},) * ${limit}`,
    input: '',
    error: imports.kernel('errors', 'LimitError'),
    code: pyString(`${listPath(aggregate.name, field)}.max`),
  });
  const atMost = max === undefined ? [] : [full(max)];
  // A list without room for a second element never gets as far as these.
  if (Number(max ?? 2) < 2) return atMost;
  const rest = removesToo(operation, field) ? [`*self.BEFORE.${list}`] : [];
  const twice = (): ListCase => ({
    title: titles.name(`keeps the elements of ${field.name} distinct`),
    changes: `${list}=${tuple([...rest, context.samples.domain(element, variant, imports)])}`,
    input: '',
    error: imports.kernel('errors', 'AlreadyExistsError'),
    code: pyString(`${listPath(aggregate.name, field)}.distinct`),
  });
  return [...atMost, ...(distinct && element.kind !== 'entity' ? [twice()] : []), ...clashes(of, field, variant, rest)];
}

/** The list with room for one more element; nothing where it is hard to fill with different ones. */
export function roomCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  titles: Titles,
  imports: ImportSet,
): RoomCase[] {
  return operation.additions.flatMap(({ field: name, parameter }) => {
    const field = listNamed(aggregate, name);
    const { max } = field.type;
    if (max === undefined || removesToo(operation, field) || Number(max) < 2 || Number(max) > LARGEST_LIST) return [];
    const filled = filledList(context, aggregate, operation, field, parameter, imports);
    if (filled === undefined) return [];
    return [
      {
        title: titles.name(`fills ${name} up to ${max} elements`),
        changes: `${attribute(name)}=${filled}`,
        field: attribute(name),
        size: max,
      },
    ];
  });
}

/** Source of a list that has room for the element of the sample and for no other one. */
function filledList(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: ListField,
  parameter: string,
  imports: ImportSet,
): string | undefined {
  const size = Number(field.type.max ?? 1) - 1;
  const varied = variedElement(context, aggregate, field, imports);
  if (varied !== undefined)
    return varied.isVaried
      ? `tuple(${varied.source} for index in range(${String(size)}))`
      : `(${varied.source},) * ${String(size)}`;
  const keys = distinctKeys(context, aggregate, field);
  if (keys === undefined || size > LARGEST_LITERAL) return undefined;
  const seen = new Set(keys(parameterVariant(context, aggregate, operation, parameterNamed(operation, parameter))));
  const variants: number[] = [];
  const first = elementVariant(aggregate, field, 0);
  for (let variant = first; variant <= first + 2 * size && variants.length < size; variant++) {
    const own = keys(variant);
    if (own.some((key) => seen.has(key))) continue;
    variants.push(variant);
    for (const key of own) seen.add(key);
  }
  const sample = (variant: number) => context.samples.domain(field.type.element, variant, imports);
  return variants.length < size ? undefined : tuple(variants.map(sample));
}

/** What must differ between two elements, by the variant of the sample; undefined where entities inside would have to differ too. */
function distinctKeys(
  context: RenderContext,
  aggregate: AggregateModel,
  field: ListField,
): ((variant: number) => string[]) | undefined {
  const entity = entityOf(aggregate, field);
  if (entity === undefined) return (variant) => [context.sampleText(field.type.element, variant)];
  if (entity.fields.some(({ type }) => holdsEntity(type))) return undefined;
  const sets = uniqueSets(entity).map((paths) => ({ paths, fields: topFields(aggregate, entity, paths) }));
  return (variant) =>
    sets.map(({ paths, fields }) =>
      [...paths, ...fields.map(({ type }) => context.sampleText(type, variant))].join(' '),
    );
}

/** Then the element to remove has to be there, whatever else is. */
function removesToo(operation: OperationModel, { name }: ListField): boolean {
  return operation.removals.some(({ field }) => field === name);
}

/** An element that equals the one to add in what has to be unique, and in nothing else. */
function clashes(of: Operation, field: ListField, variant: number, rest: readonly string[]): ListCase[] {
  const { context, aggregate, titles, imports } = of;
  const entity = entityOf(aggregate, field);
  if (entity === undefined) return [];
  const type: EntityType = { kind: 'entity', aggregate: aggregate.name, name: entity.name };
  return uniqueSets(entity).map((paths) => {
    const equal = topFields(aggregate, entity, paths).map(
      (each) => `${attribute(each.name)}=${context.samples.domain(each.type, variant, imports)}`,
    );
    const other = `replace(${context.samples.domain(type, variant + 1, imports)}, ${equal.join(', ')})`;
    return {
      title: titles.name(`keeps ${paths.join(' and ')} unique among ${field.name}`),
      changes: `${attribute(field.name)}=${tuple([...rest, other])}`,
      input: '',
      error: imports.kernel('errors', 'AlreadyExistsError'),
      code: uniqueCode(entity, paths),
    };
  });
}

function setCases(of: Operation, field: ListField, name: string): ListCase[] {
  const { context, aggregate, operation, titles, imports } = of;
  const entity = entityOf(aggregate, field);
  const [paths] = entity === undefined ? [] : uniqueSets(entity);
  if (entity === undefined || paths === undefined || Number(field.type.max ?? 2) < 2) return [];
  const variant = parameterVariant(context, aggregate, operation, parameterNamed(operation, name));
  const size = String(Math.max(Number(field.type.min ?? 2), 2));
  const given = argumentsOf(context, aggregate, operation)(name);
  return [
    {
      title: titles.name(`keeps ${paths.join(' and ')} unique among ${field.name}`),
      changes: '',
      input: `"${given}": (${context.samples.draft(field.type.element, variant, imports)},) * ${size}`,
      error: imports.kernel('errors', 'AlreadyExistsError'),
      code: uniqueCode(entity, paths),
    },
  ];
}

function uniqueCode(entity: EntityModel, paths: readonly string[]): string {
  return pyString(`${entity.name}.${paths.map(wirePath).join('+')}.unique`);
}

function removalCases(of: Operation, field: ListField, name: string): ListCase[] {
  const { context, aggregate, operation, titles, imports } = of;
  const { element, min } = field.type;
  const size = sizeBefore(context, aggregate, operation, field);
  const missing = parameterNamed(operation, name);
  const variantAt = (index: number) => elementVariant(aggregate, field, index);
  const text = (index: number) => context.sampleText(missing.type, variantAt(index));
  const notThere = (): ListCase => ({
    title: titles.name(`finds nothing to remove from ${field.name}`),
    changes: '',
    input: `"${argumentsOf(context, aggregate, operation)(name)}": ${context.samples.draft(missing.type, variantAt(size), imports)}`,
    error: imports.kernel('errors', 'ChildNotFoundError'),
    code: pyString(`${element.kind === 'entity' ? element.name : listPath(aggregate.name, field)}.notFound`),
  });
  const cases = text(size) === text(0) ? [] : [notThere()];
  if (min === undefined || min === '0') return cases;
  const few = Array.from({ length: Number(min) }, (_, index) =>
    context.samples.domain(element, variantAt(index), imports),
  );
  return [
    ...cases,
    {
      title: titles.name(`leaves ${field.name} with at least ${min} elements`),
      changes: `${attribute(field.name)}=${tuple(few)}`,
      input: '',
      error: imports.kernel('errors', 'LimitError'),
      code: pyString(`${listPath(aggregate.name, field)}.min`),
    },
  ];
}

export function entityOf(aggregate: AggregateModel, { type }: ListField): EntityModel | undefined {
  const { element } = type;
  return holdsEntity(element) && element.kind === 'entity'
    ? aggregate.entities.find(({ name }) => name === element.name)
    : undefined;
}

export function uniqueSets(entity: EntityModel): (readonly string[])[] {
  return [...(entity.identity.kind === 'given' ? [['id']] : []), ...entity.unique];
}

/** The fields that paths start in, a given identity included. */
export function topFields(
  aggregate: AggregateModel,
  entity: EntityModel,
  paths: readonly string[],
): { readonly name: string; readonly type: TypeModel }[] {
  const names = new Set(paths.map((path) => path.split('.')[0]));
  const target = { kind: 'entity', aggregate: aggregate.name, entity: entity.name } as const;
  const id =
    entity.identity.kind === 'given' && names.has('id') ? [{ name: 'id', type: { kind: 'ref', target } as const }] : [];
  return [...id, ...entity.fields.filter(({ name }) => names.has(name))];
}

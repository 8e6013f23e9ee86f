import type { AggregateModel, EntityModel, EntityType, OperationModel, TypeModel } from '@planner/model';
import {
  elementVariant,
  holdsEntity,
  type ListField,
  listNamed,
  parameterNamed,
  parameterVariant,
  sizeBefore,
  stringLiteral,
} from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';

/** A list that does not allow what the operation would do to it. */
export interface ListCase {
  readonly title: string;
  /** Changes to the data before the operation, and to its input. */
  readonly data: string;
  readonly input: string;
  readonly error: string;
  readonly code: string;
}

/** A list that takes one more element and is full then. */
export interface RoomCase {
  readonly title: string;
  readonly data: string;
  readonly field: string;
  readonly size: string;
}

const LARGEST_LIST = 2000;

export function listCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): ListCase[] {
  return [
    ...operation.additions.flatMap(({ field, parameter }) =>
      additionCases(context, aggregate, operation, listNamed(aggregate, field), parameter, imports),
    ),
    ...operation.removals.flatMap(({ field, parameter }) =>
      removalCases(context, aggregate, operation, listNamed(aggregate, field), parameter, imports),
    ),
    ...operation.assignments.flatMap(({ field, value }) => {
      const model = aggregate.fields.find(({ name }) => name === field);
      return value.kind === 'parameter' && model?.type.kind === 'list'
        ? setCases(context, aggregate, operation, listNamed(aggregate, field), value.parameter, imports)
        : [];
    }),
  ];
}

function additionCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: ListField,
  name: string,
  imports: ImportSet,
): ListCase[] {
  // What create adds to is empty.
  if (operation.kind === 'create') return [];
  const { element, max, distinct } = field.type;
  const parameter = parameterNamed(operation, name);
  const variant = parameterVariant(context, aggregate, operation, parameter);
  const same = () => context.samples.data(element, elementVariant(aggregate, field, 0), imports);
  const full =
    max === undefined
      ? []
      : [
          {
            title: stringLiteral(`leaves ${field.name} with at most ${max} elements`),
            data: `${field.name}: Array.from({ length: ${max} }, () => (${same()}))`,
            input: '',
            error: imports.kernel('ListLimitError'),
            code: stringLiteral(`${aggregate.name}.${field.name}.max`),
          },
        ];
  // A list without room for a second element never gets as far as these.
  if (Number(max ?? 2) < 2) return full;
  const rest = removesToo(operation, field) ? `...before.${field.name}, ` : '';
  const twice = distinct
    ? [
        {
          title: stringLiteral(`keeps the elements of ${field.name} distinct`),
          data: `${field.name}: [${rest}${context.samples.data(element, variant, imports)}]`,
          input: '',
          error: imports.kernel('AlreadyExistsError'),
          code: stringLiteral(`${aggregate.name}.${field.name}.distinct`),
        },
      ]
    : [];
  return [...full, ...twice, ...clashes(context, aggregate, field, variant, rest, imports)];
}

/** The list with room for one more element; undefined where it is hard to fill with different ones. */
export function roomCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): RoomCase[] {
  return operation.additions.flatMap(({ field: name }) => {
    const field = listNamed(aggregate, name);
    const { max } = field.type;
    if (max === undefined || removesToo(operation, field) || Number(max) < 2 || Number(max) > LARGEST_LIST) return [];
    const element = variedElement(context, aggregate, field, imports);
    if (element === undefined) return [];
    return [
      {
        title: stringLiteral(`fills ${name} up to ${max} elements`),
        data: `${name}: Array.from({ length: ${String(Number(max) - 1)} }, ${element})`,
        field: name,
        size: max,
      },
    ];
  });
}

/** Then the element to remove has to be there, whatever else is. */
function removesToo(operation: OperationModel, { name }: ListField): boolean {
  return operation.removals.some(({ field }) => field === name);
}

/** Source of a function that makes elements which differ where they have to. */
function variedElement(
  context: RenderContext,
  aggregate: AggregateModel,
  field: ListField,
  imports: ImportSet,
): string | undefined {
  const { element, distinct } = field.type;
  const variant = elementVariant(aggregate, field, 0);
  const same = `() => (${context.samples.data(element, variant, imports)})`;
  if (element.kind !== 'entity') {
    const varied = distinct ? variedSource(context, element) : undefined;
    return distinct ? varied && `(_, index) => ${varied}` : same;
  }
  const entity = entityOf(aggregate, field);
  // Entities inside would have to differ too.
  if (entity?.fields.some(({ type }) => holdsEntity(type)) === true) return undefined;
  const sets = entity === undefined ? [] : uniqueSets(entity);
  const changes = new Map<string, string>();
  for (const paths of sets) {
    const fields =
      entity === undefined
        ? []
        : topFields(
            entity,
            paths.filter((path) => !path.includes('.')),
          );
    const varied = fields.flatMap(({ name, type }) =>
      [variedSource(context, type)].filter((source) => source !== undefined).map((source) => [name, source] as const),
    );
    const [first] = varied;
    if (first === undefined) return undefined;
    changes.set(...first);
  }
  return sets.length === 0
    ? same
    : `(_, index) => (${context.samples.changedEntity(element, variant, changes, imports)})`;
}

/** Source of a value that differs with the variable `index`, where the constraints leave room for as many. */
function variedSource(context: RenderContext, type: TypeModel): string | undefined {
  const isScalar =
    type.kind === 'scalar' ||
    type.kind === 'ref' ||
    (type.kind === 'valueObject' &&
      context.model.valueObjects.some(({ name, kind }) => name === type.name && kind === 'simple'));
  if (!isScalar) return undefined;
  const { scalar, min = '0', max, pattern } = context.types.scalarOf(type);
  if (scalar === 'uuid') return 'newId(1000 + index)';
  const isText = scalar === 'string' || scalar === 'text';
  if (isText)
    return pattern === undefined && Number(min) <= 7 && Number(max ?? 20) >= 12
      ? '`other-${String(index)}`'
      : undefined;
  if (scalar !== 'int' || Number(min) > 100_000 || Number(max ?? 1_000_000) < 100_000 + LARGEST_LIST) return undefined;
  return '100_000 + index';
}

/** An element that equals the one to add in what has to be unique, and in nothing else. */
function clashes(
  context: RenderContext,
  aggregate: AggregateModel,
  field: ListField,
  variant: number,
  rest: string,
  imports: ImportSet,
): ListCase[] {
  const entity = entityOf(aggregate, field);
  if (entity === undefined) return [];
  return uniqueSets(entity).map((paths) => {
    const equal = new Map(
      topFields(entity, paths).map(({ name, type }) => [name, context.samples.data(type, variant, imports)]),
    );
    const type: EntityType = { kind: 'entity', aggregate: aggregate.name, name: entity.name };
    return {
      title: stringLiteral(`keeps ${paths.join(' and ')} unique among ${field.name}`),
      data: `${field.name}: [${rest}${context.samples.changedEntity(type, variant + 1, equal, imports)}]`,
      input: '',
      error: imports.kernel('AlreadyExistsError'),
      code: stringLiteral(`${entity.name}.${paths.join('+')}.unique`),
    };
  });
}

function setCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: ListField,
  name: string,
  imports: ImportSet,
): ListCase[] {
  const entity = entityOf(aggregate, field);
  if (entity === undefined || Number(field.type.max ?? 2) < 2) return [];
  const [paths] = uniqueSets(entity);
  if (paths === undefined) return [];
  const variant = parameterVariant(context, aggregate, operation, parameterNamed(operation, name));
  const size = Math.max(Number(field.type.min ?? 2), 2);
  const draft = context.types.draftToDomain(
    { type: field.type.element, optional: false },
    context.samples.draftData(field.type.element, variant, imports),
    imports,
  );
  return [
    {
      title: stringLiteral(`keeps ${paths.join(' and ')} unique among ${field.name}`),
      data: '',
      input: `${name}: Array.from({ length: ${String(size)} }, () => (${draft}))`,
      error: imports.kernel('AlreadyExistsError'),
      code: stringLiteral(`${entity.name}.${paths.join('+')}.unique`),
    },
  ];
}

function removalCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: ListField,
  name: string,
  imports: ImportSet,
): ListCase[] {
  const { element, min } = field.type;
  const size = sizeBefore(context, aggregate, operation, field);
  const missing = parameterNamed(operation, name);
  const absent = context.samples.data(missing.type, elementVariant(aggregate, field, size), imports);
  const present = context.samples.data(missing.type, elementVariant(aggregate, field, 0), imports);
  const notThere =
    absent === present
      ? []
      : [
          {
            title: stringLiteral(`finds nothing to remove from ${field.name}`),
            data: '',
            input: `${name}: ${context.types.draftToDomain({ type: missing.type, optional: false }, absent, imports)}`,
            error: imports.kernel('NotFoundError'),
            code: stringLiteral(
              `${element.kind === 'entity' ? element.name : `${aggregate.name}.${field.name}`}.notFound`,
            ),
          },
        ];
  if (min === undefined || min === '0') return notThere;
  const few = Array.from({ length: Number(min) }, (_, index) =>
    context.samples.data(element, elementVariant(aggregate, field, index), imports),
  );
  return [
    ...notThere,
    {
      title: stringLiteral(`leaves ${field.name} with at least ${min} elements`),
      data: `${field.name}: [${few.join(', ')}]`,
      input: '',
      error: imports.kernel('ListLimitError'),
      code: stringLiteral(`${aggregate.name}.${field.name}.min`),
    },
  ];
}

function entityOf(aggregate: AggregateModel, { type }: ListField): EntityModel | undefined {
  const { element } = type;
  return holdsEntity(element) && element.kind === 'entity'
    ? aggregate.entities.find(({ name }) => name === element.name)
    : undefined;
}

function uniqueSets(entity: EntityModel): (readonly string[])[] {
  return [...(entity.identity.kind === 'given' ? [['id']] : []), ...entity.unique];
}

function topFields(
  entity: EntityModel,
  paths: readonly string[],
): Pick<EntityModel['fields'][number], 'name' | 'type'>[] {
  const names = new Set(paths.map((path) => path.split('.')[0]));
  const id = entity.identity.kind === 'given' && names.has('id') ? [{ name: 'id', type: entity.identity.type }] : [];
  return [...id, ...entity.fields.filter(({ name }) => names.has(name))];
}

import type { AggregateModel, EntityModel, FieldModel, ListType, OperationModel, TypeModel } from '@planner/model';
import { listNamed } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import type { Member } from './scenario';

/** How a list looks before an operation adds to it or takes from it, so that its limits allow both. */
export interface ListScenario {
  readonly list: string;
  readonly before: readonly Member[];
  /** Which sample each parameter is. */
  readonly variants: ReadonlyMap<string, number>;
  /** Number of elements afterwards. */
  readonly size: number;
  readonly isFeasible: boolean;
}

export function listScenarios(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): ListScenario[] {
  const lists = new Set([...operation.additions, ...operation.removals].map(({ field }) => field));
  return [...lists].map((list) => listScenario(context, aggregate, operation, list, imports));
}

/** What is stored may be below the least size that the plan wants: only a removal checks that. */
function listScenario(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  list: string,
  imports: ImportSet,
): ListScenario {
  const { type } = listNamed(aggregate, list);
  const added = operation.additions.filter(({ field }) => field === list);
  const removed = operation.removals.filter(({ field }) => field === list);
  const least = Number(type.min ?? 0) + removed.length - added.length;
  const stored = removed.length === 0 ? 0 : Math.max(removed.length, least);
  const total = stored + added.length;
  const rivals = rivalsOf(aggregate, list, type.element);
  const elements = count(stored).map((variant) => context.samples.domain(type.element, variant, imports));
  return {
    list,
    before: [
      { name: attribute(list), value: elements.length === 0 ? '()' : `(${elements.join(', ')},)` },
      ...rivals.flatMap((field) => emptied(context, field, imports)),
    ],
    variants: new Map([
      ...removed.map(({ parameter }, index) => [parameter, index] as const),
      ...added.map(({ parameter }, index) => [parameter, stored + index] as const),
    ]),
    size: total - removed.length,
    isFeasible:
      total <= Number(type.max ?? total) &&
      rivals.every((field) => emptied(context, field, imports).length > 0) &&
      samplesDiffer(context, aggregate, type, total),
  };
}

/** Other fields with entities of that type, if these must differ from one another throughout the aggregate. */
function rivalsOf(aggregate: AggregateModel, list: string, element: TypeModel): FieldModel[] {
  const entity = entityOf(aggregate, element);
  if (entity === undefined || keysOf(entity).length === 0) return [];
  return aggregate.fields.filter(({ name, type }) => name !== list && holds(aggregate, type, entity.name));
}

/** Whether a value of the type may hold such an entity, within another one too. */
function holds(aggregate: AggregateModel, type: TypeModel, entity: string, above: readonly string[] = []): boolean {
  if (type.kind === 'list') return holds(aggregate, type.element, entity, above);
  if (type.kind === 'map') return holds(aggregate, type.value, entity, above);
  if (type.kind !== 'entity' || above.includes(type.name)) return false;
  const fields = entityOf(aggregate, type)?.fields ?? [];
  return type.name === entity || fields.some((field) => holds(aggregate, field.type, entity, [...above, type.name]));
}

/** Nothing for a field that cannot be empty. */
function emptied({ types }: RenderContext, { name, type, optional }: FieldModel, imports: ImportSet): Member[] {
  if (optional) return [{ name: attribute(name), value: 'None' }];
  const isCollection = type.kind === 'list' || type.kind === 'map';
  return isCollection && Number(type.min ?? 0) === 0
    ? [{ name: attribute(name), value: types.empty(type, imports) }]
    : [];
}

/** Whether so many samples are different wherever they have to be; a type may have fewer values. */
function samplesDiffer(
  context: RenderContext,
  aggregate: AggregateModel,
  { element, distinct }: ListType,
  total: number,
): boolean {
  const entity = entityOf(aggregate, element);
  const sample = (types: readonly TypeModel[], variant: number) =>
    types.map((type) => context.sampleText(type, variant)).join(' ');
  const differ = (types: readonly TypeModel[]) =>
    new Set(count(total).map((variant) => sample(types, variant))).size === total;
  if (entity === undefined) return !distinct || differ([element]);
  return keysOf(entity).every((key) =>
    differ(key.map((path) => typeAt(context.model.valueObjects, entity, path.split('.')))),
  );
}

function entityOf({ entities }: AggregateModel, type: TypeModel): EntityModel | undefined {
  return type.kind === 'entity' ? entities.find(({ name }) => name === type.name) : undefined;
}

function keysOf({ identity, unique }: EntityModel): readonly (readonly string[])[] {
  return [...(identity.kind === 'given' ? [['id']] : []), ...unique];
}

type ValueObjects = RenderContext['model']['valueObjects'];

function typeAt(
  valueObjects: ValueObjects,
  { name, identity, fields }: EntityModel,
  [first, ...rest]: readonly string[],
): TypeModel {
  if (first === 'id' && identity.kind === 'given') return identity.type;
  const top = fields.find((field) => field.name === first)?.type;
  const type = rest.reduce((owner, step) => partOf(valueObjects, owner, step), top);
  if (type === undefined) throw new Error(`${name} has no ${[first, ...rest].join('.')}`);
  return type;
}

function partOf(valueObjects: ValueObjects, type: TypeModel | undefined, name: string): TypeModel | undefined {
  if (type?.kind !== 'valueObject') return undefined;
  const owner = valueObjects.find((each) => each.name === type.name);
  return owner?.kind === 'composite' ? owner.fields.find((field) => field.name === name)?.type : undefined;
}

function count(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index);
}

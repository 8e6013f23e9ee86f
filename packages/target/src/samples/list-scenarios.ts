import type { AggregateModel, EntityModel, FieldModel, OperationModel, TypeModel } from '@planner/model';
import { identityType, type ListField, listNamed, typeAt } from '../model-parts';
import type { SampleTexts } from './state-variants';

/** How a list looks before an operation adds to it or takes from it, so that its limits allow both. */
export interface ListScenario {
  readonly list: ListField;
  /** How many elements are stored before: the samples from 0 on. */
  readonly stored: number;
  /** Other fields that have to be empty before, because their entities could clash with those of the list. */
  readonly emptied: readonly FieldModel[];
  /** Which sample each parameter is. */
  readonly variants: ReadonlyMap<string, number>;
  /** Number of elements afterwards. */
  readonly size: number;
  /** False where limits or tiny types leave no room for the change. */
  readonly isFeasible: boolean;
}

export function listScenarios(
  samples: SampleTexts,
  aggregate: AggregateModel,
  operation: OperationModel,
): ListScenario[] {
  const lists = new Set([...operation.additions, ...operation.removals].map(({ field }) => field));
  return [...lists].map((list) => listScenario(samples, aggregate, operation, listNamed(aggregate, list)));
}

/** What is stored may be below the least size that the plan wants: only a removal checks that. */
function listScenario(
  samples: SampleTexts,
  aggregate: AggregateModel,
  operation: OperationModel,
  list: ListField,
): ListScenario {
  const { type } = list;
  const added = operation.additions.filter(({ field }) => field === list.name);
  const removed = operation.removals.filter(({ field }) => field === list.name);
  const least = Number(type.min ?? 0) + removed.length - added.length;
  const stored = removed.length === 0 ? 0 : Math.max(removed.length, least);
  const total = stored + added.length;
  const rivals = rivalsOf(aggregate, list);
  return {
    list,
    stored,
    emptied: rivals.filter(canBeEmpty),
    variants: new Map([
      ...removed.map(({ parameter }, index) => [parameter, index] as const),
      ...added.map(({ parameter }, index) => [parameter, stored + index] as const),
    ]),
    size: total - removed.length,
    isFeasible:
      total <= Number(type.max ?? total) && rivals.every(canBeEmpty) && samplesDiffer(samples, aggregate, list, total),
  };
}

/** Other fields with entities of that type, if these must differ from one another throughout the aggregate. */
function rivalsOf(aggregate: AggregateModel, list: ListField): FieldModel[] {
  const entity = entityOf(aggregate, list.type.element);
  if (entity === undefined || keysOf(entity).length === 0) return [];
  return aggregate.fields.filter(({ name, type }) => name !== list.name && holds(aggregate, type, entity.name));
}

/** Whether a value of the type may hold such an entity, within another one too. */
function holds(aggregate: AggregateModel, type: TypeModel, entity: string, above: readonly string[] = []): boolean {
  if (type.kind === 'list') return holds(aggregate, type.element, entity, above);
  if (type.kind === 'map') return holds(aggregate, type.value, entity, above);
  if (type.kind !== 'entity' || above.includes(type.name)) return false;
  const fields = entityOf(aggregate, type)?.fields ?? [];
  return type.name === entity || fields.some((field) => holds(aggregate, field.type, entity, [...above, type.name]));
}

function canBeEmpty({ type, optional }: FieldModel): boolean {
  return optional || ((type.kind === 'list' || type.kind === 'map') && Number(type.min ?? 0) === 0);
}

/** Whether so many samples are different wherever they have to be; a type may have fewer values. */
function samplesDiffer(samples: SampleTexts, aggregate: AggregateModel, list: ListField, total: number): boolean {
  const { element, distinct } = list.type;
  const text = (types: readonly TypeModel[], variant: number) =>
    types.map((type) => samples.sampleText(type, variant)).join(' ');
  const differ = (types: readonly TypeModel[]) =>
    new Set(Array.from({ length: total }, (_, variant) => text(types, variant))).size === total;
  const entity = entityOf(aggregate, element);
  if (entity === undefined) return !distinct || differ([element]);
  const members = [{ name: 'id', type: identityType(entity) }, ...entity.fields];
  return keysOf(entity).every((key) => differ(key.map((path) => typeAt(samples.model, members, path.split('.')))));
}

function entityOf({ entities }: AggregateModel, type: TypeModel): EntityModel | undefined {
  return type.kind === 'entity' ? entities.find(({ name }) => name === type.name) : undefined;
}

/** Sets of paths whose values differ from entity to entity. */
function keysOf({ identity, unique }: EntityModel): readonly (readonly string[])[] {
  return [...(identity.kind === 'given' ? [['id']] : []), ...unique];
}

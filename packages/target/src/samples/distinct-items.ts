import type { AggregateModel, FilterModel, TypeModel } from '@planner/model';
import { AUDIT_MEMBERS, type Member, ownMembers, typeAt } from '../model-parts';
import type { SampleTexts } from './state-variants';

/** How many items the tests of lists store, where the model has so many different ones. */
const ITEMS = 5;

/** A member of an item that differs from the usual sample; without a variant it is absent. */
export interface ItemMember extends Pick<Member, 'name' | 'type'> {
  readonly variant: number | undefined;
}

/** Items for a list: they differ in their identity and in what is unique, and tie in what they are sorted by; `fixed` stays as it is. */
export function distinctItems(
  samples: SampleTexts,
  aggregate: AggregateModel,
  sort: readonly (readonly string[])[],
  fixed: readonly (readonly string[])[],
): readonly (readonly ItemMember[])[] {
  const top = (path: readonly string[]) => path[0] ?? '';
  const held = new Set(fixed.map(top));
  const sorted = [...new Set(sort.map(top))].filter((name) => name !== 'id' && !held.has(name));
  const distinct = distinctMembers(samples, aggregate, held, new Set(sorted));
  const count = Math.min(ITEMS, ...distinct.map(({ variants }) => variants));
  const tied = sorted.filter((name) => !distinct.some((member) => member.name === name));
  const members = membersOf(aggregate);
  const named = (names: readonly string[]) => names.flatMap((own) => members.filter(({ name }) => name === own));
  return Array.from({ length: count }, (_, place) => [
    ...named(distinct.map(({ name }) => name)).map(({ name, type }) => ({ name, type, variant: place })),
    ...named(tied).map(({ name, type, optional }) => ({
      name,
      type,
      variant: optional && place === ABSENT ? undefined : (TIES[place] ?? 0),
    })),
  ]);
}

/** Variants of what is sorted by: the second and the third item are equal in it, and one has nothing. */
const TIES = [1, 2, 2, 0, 1];
const ABSENT = 3;

interface DistinctMember {
  readonly name: string;
  readonly variants: number;
}

/**
 * For the identity and every unique set one member that keeps the items apart: rather one that the list is not sorted by.
 * Where filters hold all of a set there is none, and only one item matches them.
 */
function distinctMembers(
  samples: SampleTexts,
  aggregate: AggregateModel,
  held: ReadonlySet<string>,
  sorted: ReadonlySet<string>,
): DistinctMember[] {
  const found = new Map<string, DistinctMember>();
  for (const set of [['id'], ...aggregate.unique]) {
    const candidates = set
      .map((path) => ({
        name: path.split('.')[0] ?? '',
        variants: variety(samples, aggregate, path.split('.'), ITEMS),
      }))
      .filter(({ name }) => !held.has(name));
    const [best] = [...candidates].sort(
      (a, b) => b.variants - a.variants || Number(sorted.has(a.name)) - Number(sorted.has(b.name)),
    );
    found.set(best?.name ?? '', best ?? { name: '', variants: 1 });
  }
  return [...found.values()];
}

/** Whether two aggregates made from the first two variants can be stored beside each other. */
export function canStoreTwo(samples: SampleTexts, aggregate: AggregateModel): boolean {
  const differs = (path: string) => variety(samples, aggregate, path.split('.'), 2) === 2;
  return differs('id') && aggregate.unique.every((set) => set.some(differs));
}

/** Whether a filter with a value of the first sample leaves the second one out. */
export function tellsApart(samples: SampleTexts, aggregate: AggregateModel, { path, match }: FilterModel): boolean {
  const type = memberType(samples, aggregate, path);
  const [first, second] = [samples.sampleText(type, 0), samples.sampleText(type, 1)];
  if (match === 'equals') return first !== second;
  const element = type.kind === 'list' ? samples.sampleText(type.element, 0) : '';
  return first.includes(element) && !second.includes(element);
}

/** How many variants differ at the end of a path before the first one comes again; at most so many. */
function variety(samples: SampleTexts, aggregate: AggregateModel, path: readonly string[], most: number): number {
  const type = memberType(samples, aggregate, path);
  const texts = Array.from({ length: most }, (_, variant) => samples.sampleText(type, variant));
  const repeated = texts.findIndex((text, place) => texts.indexOf(text) < place);
  return repeated === -1 ? most : repeated;
}

function memberType({ model }: SampleTexts, aggregate: AggregateModel, path: readonly string[]): TypeModel {
  return typeAt(model, membersOf(aggregate), path);
}

function membersOf(aggregate: AggregateModel): Member[] {
  return [...ownMembers(aggregate), ...AUDIT_MEMBERS];
}

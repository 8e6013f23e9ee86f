import type { AggregateModel, FieldModel, TypeModel } from '@planner/model';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { identityType } from '../stored-aggregate';

/** How many items the tests of lists store, where the model has so many different ones. */
const ITEMS = 5;

export interface Member {
  readonly name: string;
  readonly value: string;
}

/** Type of what a path reaches: a field, something inside a value object, or an implied member. */
export function typeAt(context: RenderContext, aggregate: AggregateModel, path: readonly string[]): TypeModel {
  const [first = '', ...rest] = path;
  let type = memberType(aggregate, first);
  for (const name of rest) {
    const inner: TypeModel = type;
    const found = inner.kind === 'valueObject' ? context.model.valueObjects.find((item) => item.name === inner.name) : undefined;
    const field: FieldModel | undefined = found?.kind === 'composite' ? found.fields.find((item) => item.name === name) : undefined;
    if (field === undefined) throw new Error(`${aggregate.name} has no ${path.join('.')}`);
    type = field.type;
  }
  return type;
}

/** Type of a member of the data of an aggregate. */
export function memberType(aggregate: AggregateModel, name: string): TypeModel {
  const field = aggregate.fields.find((item) => item.name === name);
  if (field) return field.type;
  if (name === 'id') return identityType(aggregate.identity);
  if (aggregate.lifecycle?.name === name) return { kind: 'enum', name: aggregate.lifecycle.enum };
  return { kind: 'scalar', scalar: 'datetime' };
}

/** How many variants differ at the end of a path before the first one comes again. */
export function variety(context: RenderContext, aggregate: AggregateModel, path: readonly string[], most = ITEMS): number {
  const type = typeAt(context, aggregate, path);
  const sources = Array.from({ length: most }, (_, variant) => context.sampleText(type, variant));
  const repeated = sources.findIndex((source, place) => sources.indexOf(source) < place);
  return repeated === -1 ? most : repeated;
}

/** Whether two aggregates made from the first two variants can be stored beside each other. */
export function canStoreTwo(context: RenderContext, aggregate: AggregateModel): boolean {
  const differs = (path: string) => variety(context, aggregate, path.split('.'), 2) === 2;
  return differs('id') && aggregate.unique.every((set) => set.some(differs));
}

/** Overrides that make items for a list: they differ in their identity and in what is unique, and tie in what they are sorted by. */
export interface ListItems {
  readonly items: readonly (readonly Member[])[];
}

export function listItems(context: RenderContext, aggregate: AggregateModel, sort: readonly (readonly string[])[], fixed: readonly (readonly string[])[], imports: ImportSet): ListItems {
  const top = (path: readonly string[]) => path[0] ?? '';
  const held = new Set(fixed.map(top));
  const sorted = [...new Set(sort.map(top))].filter((name) => name !== 'id' && !held.has(name));
  const distinct = distinctMembers(context, aggregate, held, new Set(sorted));
  const count = Math.min(ITEMS, ...distinct.map(({ variants }) => variants));
  const tied = sorted.filter((name) => !distinct.some((member) => member.name === name));
  const sample = (name: string, variant: number) => ({ name, value: context.samples.data(memberType(aggregate, name), variant, imports) });
  const items = Array.from({ length: count }, (_, place) => [
    ...distinct.filter(({ name }) => name !== '').map(({ name }) => sample(name, place)),
    ...tied.map((name) => (isOptional(aggregate, name) && place === ABSENT ? { name, value: 'undefined' } : sample(name, TIES[place] ?? 0))),
  ]);
  return { items };
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
function distinctMembers(context: RenderContext, aggregate: AggregateModel, held: ReadonlySet<string>, sorted: ReadonlySet<string>): DistinctMember[] {
  const found = new Map<string, DistinctMember>();
  for (const set of [['id'], ...aggregate.unique]) {
    const candidates = set
      .map((path) => ({ name: path.split('.')[0] ?? '', variants: variety(context, aggregate, path.split('.')) }))
      .filter(({ name }) => !held.has(name));
    const best = candidates.toSorted((a, b) => b.variants - a.variants || Number(sorted.has(a.name)) - Number(sorted.has(b.name)))[0];
    found.set(best?.name ?? '', best ?? { name: '', variants: 1 });
  }
  return [...found.values()];
}

function isOptional({ fields }: AggregateModel, name: string): boolean {
  return fields.find((field) => field.name === name)?.optional ?? false;
}

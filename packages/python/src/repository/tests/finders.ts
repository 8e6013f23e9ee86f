import type { AggregateModel, FilterModel, FinderModel } from '@planner/model';
import { canStoreTwo, distinctItems, type ItemMember, tellsApart } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { reached } from '../paths';
import { unlessAbsent } from '../values';
import { attribute } from '../../names';

/** A keyword argument and the source of its value. */
export interface Member {
  readonly name: string;
  readonly value: string;
}

export interface FinderView {
  /** Of the plan, for names of tests. */
  readonly name: string;
  readonly method: string;
  readonly single: boolean;
  /** The class of the filter, if there is one. */
  readonly filter: string | undefined;
  /** Filter that matches `first` alone; absent where two samples do not differ in it, or only one can be stored. */
  readonly matching: readonly Member[] | undefined;
  /** Filters that may be left out, one at a time. */
  readonly partial: readonly { readonly name: string; readonly filter: readonly Member[] }[];
  /** Filter that matches all items of the list. */
  readonly open: readonly Member[];
  readonly items: readonly (readonly Member[])[];
  /** Values that the list is sorted by. */
  readonly order: readonly { readonly value: string; readonly descending: boolean }[];
  readonly tokens: boolean;
  readonly usesGiven: boolean;
}

/** What the tests of an aggregate's finders need. In filters `first` is a stored sample. */
export function finderViews(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): FinderView[] {
  const two = canStoreTwo(context, aggregate);
  return aggregate.finders.map((finder) => finderView(context, aggregate, finder, two, imports));
}

function finderView(
  context: RenderContext,
  aggregate: AggregateModel,
  finder: FinderModel,
  two: boolean,
  imports: ImportSet,
): FinderView {
  const { by, sort, single } = finder;
  const names = context.application.aggregate(aggregate.name).finders.get(finder.name);
  const nameOf = (filter: FilterModel) => names?.attributes.get(filter.name) ?? filter.name;
  const required = by.filter(({ optional }) => !optional);
  const value = (filter: FilterModel) => ({ name: nameOf(filter), value: valueOf(context, aggregate, filter) });
  const none = by.filter(({ optional }) => optional).map((filter) => ({ name: nameOf(filter), value: 'None' }));
  const differing = by.filter((filter) => tellsApart(context, aggregate, filter));
  const items = single
    ? []
    : distinctItems(
        context,
        aggregate,
        sort.map(({ path }) => path),
        required.map(({ path }) => path),
      ).map((item) => item.map((member) => itemMember(context, member, imports)));
  const open = [...required.map(value), ...none];
  const matching = two && differing.length > 0 ? by.map(value) : undefined;
  const partial = two
    ? differing
        .filter(({ optional }) => optional)
        .map((filter) => ({
          name: nameOf(filter),
          filter: [...open.filter(({ name }) => name !== nameOf(filter)), value(filter)],
        }))
    : [];
  return {
    name: finder.name,
    method: names?.method ?? finder.name,
    single,
    filter: by.length > 0 && names ? imports.value(names.filter) : undefined,
    matching,
    partial: single ? [] : partial,
    open,
    items,
    order: sort.map(({ path, direction }) => {
      const { value: source, absent } = reached(context, aggregate, path, 'dto');
      return { value: unlessAbsent(absent, source), descending: direction === 'desc' };
    }),
    tokens: !single && items.length > 1,
    usesGiven: [matching ?? [], ...(single ? [] : [open, ...partial.map(({ filter }) => filter)])].some((members) =>
      members.some((member) => member.value.includes('given(')),
    ),
  };
}

function itemMember({ samples }: RenderContext, { name, type, variant }: ItemMember, imports: ImportSet): Member {
  return { name: attribute(name), value: variant === undefined ? 'None' : samples.domain(type, variant, imports) };
}

/** The value that `first` has, or one that its list holds. */
function valueOf(context: RenderContext, aggregate: AggregateModel, { path, match }: FilterModel): string {
  const { absent } = reached(context, aggregate, path, 'first');
  let value = 'first';
  let plain = 'first';
  for (const part of path) {
    const name = reached(context, aggregate, [...path.slice(0, path.indexOf(part) + 1)], 'first').value;
    value += name.slice(plain.length);
    plain = name;
    if (absent.includes(plain)) value = `given(${value})`;
  }
  return match === 'contains' ? `${value}[0]` : value;
}

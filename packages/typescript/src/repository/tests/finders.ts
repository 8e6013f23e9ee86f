import type { AggregateModel, FilterModel, FinderModel } from '@planner/model';
import { canStoreTwo, distinctItems, type ItemMember, tellsApart } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { reached } from '../constraints';

/** A member of a literal. */
export interface Member {
  readonly name: string;
  readonly value: string;
}

export interface FinderView {
  readonly method: string;
  readonly single: boolean;
  readonly hasFilter: boolean;
  /** Filter that matches `first` alone; absent where two samples do not differ in it, or only one can be stored. */
  readonly matching: readonly Member[] | undefined;
  /** Filters that may be left out, one at a time. */
  readonly partial: readonly { readonly name: string; readonly filter: readonly Member[] }[];
  /** Filter that matches all items of the list. */
  readonly open: readonly Member[];
  readonly items: readonly (readonly Member[])[];
  /** Values that the list is sorted by. */
  readonly order: readonly { readonly value: string; readonly direction: string }[];
  readonly tokens: boolean;
  readonly usesGiven: boolean;
}

/** What the tests of an aggregate's finders need. In filters `first` is a stored sample. */
export function finderViews(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): FinderView[] {
  const two = canStoreTwo(context, aggregate);
  return aggregate.finders.map((finder) => finderView(context, aggregate, finder, two, imports));
}

function finderView(context: RenderContext, aggregate: AggregateModel, finder: FinderModel, two: boolean, imports: ImportSet): FinderView {
  const { by, sort, single } = finder;
  const ports = context.application.aggregate(aggregate.name).finders.get(finder.name);
  const required = by.filter(({ optional }) => !optional);
  const value = (filter: FilterModel) => ({ name: filter.name, value: valueOf(context, aggregate, filter) });
  const none = by.filter(({ optional }) => optional).map(({ name }) => ({ name, value: 'undefined' }));
  const differing = by.filter((filter) => tellsApart(context, aggregate, filter));
  const items = distinctItems(context, aggregate, sort.map(({ path }) => path), required.map(({ path }) => path));
  const open = [...required.map(value), ...none];
  const matching = two && differing.length > 0 ? by.map(value) : undefined;
  const partial = two
    ? differing.filter(({ optional }) => optional).map((filter) => ({ name: filter.name, filter: [...open.filter(({ name }) => name !== filter.name), value(filter)] }))
    : [];
  return {
    method: ports?.method ?? finder.name,
    single,
    hasFilter: by.length > 0,
    matching,
    partial,
    open,
    items: items.map((item) => item.map((member) => itemMember(context, member, imports))),
    order: sort.map(({ path, direction }) => ({ value: reached(aggregate, path, context), direction })),
    tokens: !single && items.length > 1,
    usesGiven: [matching ?? [], open, ...partial.map(({ filter }) => filter)].some((members) => members.some((member) => member.value.startsWith('given('))),
  };
}

function itemMember({ samples }: RenderContext, { name, type, variant }: ItemMember, imports: ImportSet): Member {
  return { name, value: variant === undefined ? 'undefined' : samples.data(type, variant, imports) };
}

/** The value that `first` has, or one that its list holds. */
function valueOf(context: RenderContext, aggregate: AggregateModel, { path, match, optional }: FilterModel): string {
  const value = reached(aggregate, path, context, 'first') + (match === 'contains' ? '[0]' : '');
  const mayBeAbsent = match === 'contains' || value.includes('?.') || isOptional(context, aggregate, path);
  return mayBeAbsent && !optional ? `given(${value})` : value;
}

function isOptional({ model }: RenderContext, { fields }: AggregateModel, path: readonly string[]): boolean {
  let known = fields;
  for (const [place, name] of path.entries()) {
    const field = known.find((item) => item.name === name);
    if (place === path.length - 1) return field?.optional ?? false;
    const type = field?.type;
    const composite = type?.kind === 'valueObject' ? model.valueObjects.find((item) => item.name === type.name) : undefined;
    known = composite?.kind === 'composite' ? composite.fields : [];
  }
  return false;
}

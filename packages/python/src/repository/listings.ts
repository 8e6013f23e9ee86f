import type { AggregateModel, FinderModel } from '@planner/model';
import type { ColumnType, RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { inPersistence } from './names';
import { leafAt, reached } from './paths';
import { type StoredAggregate, storedAggregate } from './stored-aggregate';
import { unlessAbsent } from './values';

/** Sort keys of the finders that page: `order_listings.py`, for the database and for memory. */
export function renderListings(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const { listings } = context.repository.aggregate(aggregate.name);
  const paged = aggregate.finders.filter(({ single }) => !single);
  const [first] = paged.flatMap(({ name }) => listings.get(name) ?? []);
  if (first === undefined) return [];
  const imports = context.imports(first.file);
  const stored = storedAggregate(context, aggregate);
  const view = {
    dto: imports.value(context.names.aggregate(aggregate.name).dto),
    sortKey: imports.value(inPersistence('SortKey', 'sorting')),
    listings: paged.map((finder) => ({
      name: listings.get(finder.name)?.name ?? '',
      keys: sortKeys(context, stored, finder, imports),
    })),
  };
  return [
    context.file(
      3,
      first.file,
      context.templates.render('repository/listings.py', { ...view, imports: imports.print() }),
    ),
  ];
}

/** The plan's order, then the identity in the direction of the last key. */
function sortKeys(
  context: RenderContext,
  stored: StoredAggregate,
  { sort }: FinderModel,
  imports: ImportSet,
): string[] {
  const row = imports.value(context.repository.row(stored.model.name));
  const withId = [...sort, { path: ['id'], direction: sort.at(-1)?.direction ?? 'asc' }];
  const distinct = withId.filter(
    ({ path }, place) => withId.findIndex((other) => other.path.join('.') === path.join('.')) === place,
  );
  return distinct.map(({ path, direction }) => {
    const leaf = leafAt(context, stored, path);
    const { value, absent } = reached(context, stored.model, path, 'dto');
    return [
      `column=${row}.${leaf.attribute}`,
      `type=${imports.value(inPersistence(sortType(leaf.type), 'sorting'))}`,
      `value=lambda dto: ${unlessAbsent(absent, value)}`,
      ...(direction === 'desc' ? ['descending=True'] : []),
      ...(leaf.nullable ? ['nullable=True'] : []),
    ].join(', ');
  });
}

function sortType(type: ColumnType): string {
  switch (type.kind) {
    case 'uuid':
      return 'UUIDS';
    case 'integer':
    case 'bigint':
      return 'INTEGER';
    case 'json':
      return 'TEXT';
    default:
      return type.kind.toUpperCase();
  }
}

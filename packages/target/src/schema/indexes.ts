import type { AggregateModel, FinderModel, TypeModel } from '@planner/model';
import type { NamedColumns } from './planned-columns';
import { isNullable, type IndexColumn, type IndexModel, type StoredField, type TableModel, type UniqueSchema } from './schema-model';
import type { NameScope } from './schema-names';

/** An index row of PostgreSQL's B-tree holds at most 2704 bytes. */
const WIDEST_ROW = 2600;
const WIDEST_DIGEST = 36;

type WantedIndex = Omit<IndexModel, 'name'>;

/** The indexes of a table while they are planned. */
export class IndexPlan {
  readonly #wanted: WantedIndex[] = [];

  constructor(
    private readonly table: string,
    private readonly columns: NamedColumns,
    private readonly fields: readonly StoredField[],
  ) {}

  /** `lead`: columns in front (the aggregate, for what is unique inside one). */
  unique(paths: readonly (readonly string[])[], lead: readonly string[] = []): void {
    const columns = [...lead, ...paths.map((path) => this.leaf(path))].map((column): IndexColumn => ({ column }));
    this.add({ unique: true, method: 'ordered', columns: this.withinLimit(columns) });
  }

  references(): void {
    for (const column of refColumns(this.fields)) this.lookUp([column]);
  }

  /** What a finder filters and sorts by, so that a page is read from an index. */
  finder({ by, sort }: FinderModel): void {
    const order = sort.map(({ path, direction }) => (direction === 'desc' ? this.descending(this.leaf(path)) : { column: this.leaf(path) }));
    const equal = by.filter(({ match }) => match === 'equals');
    const fixed = equal.filter(({ optional }) => !optional).map(({ path }) => this.leaf(path));
    if (fixed.length > 0 || order.length > 0) this.lookUp(fixed, order);
    for (const { path, type } of equal.filter(({ optional }) => optional)) if (isSelective(type)) this.lookUp([...fixed, this.leaf(path)], order);
    for (const { path } of by.filter(({ match }) => match === 'contains')) this.add({ unique: false, method: 'elements', columns: [{ column: this.leaf(path) }] });
  }

  /** Named; those given out before keep their names. `uniques[i]` is the name of the i-th unique one. */
  named(scope: NameScope, before: TableModel | undefined): IndexModel[] {
    const useful = this.#wanted.filter((index, place) => index.unique || !this.isCovered(index, place));
    return useful.map((index) => {
      const known = before?.indexes.find((old) => sameDefinition(old, index));
      const parts = [this.table, ...index.columns.map(({ column }) => column)];
      return { name: known?.name ?? scope.claim(parts, index.unique ? '_key' : '_idx'), ...index };
    });
  }

  private lookUp(equal: readonly string[], order: readonly IndexColumn[] = []): void {
    const [first] = equal;
    if (first !== undefined && this.columns.widest(first) > WIDEST_ROW) {
      this.add({ unique: false, method: 'equality', columns: [{ column: first }] });
      return;
    }
    const id = this.columns.name('#id');
    const last: IndexColumn = order.at(-1)?.direction === 'desc' ? this.descending(id) : { column: id };
    const all = [...equal.map((column): IndexColumn => ({ column })), ...order, ...(order.length > 0 ? [last] : [])];
    const columns = this.leading(all.filter(({ column }, place) => all.findIndex((other) => other.column === column) === place));
    if (columns.length > 0) this.add({ unique: false, method: 'ordered', columns });
  }

  /** As many columns as surely fit into a row of the index. */
  private leading(columns: readonly IndexColumn[]): IndexColumn[] {
    let width = 0;
    const end = columns.findIndex(({ column }) => (width += this.columns.widest(column)) > WIDEST_ROW);
    return columns.slice(0, end === -1 ? undefined : end);
  }

  private add(index: WantedIndex): void {
    this.#wanted.push(index);
  }

  /** Something else answers the same question: the same columns first, or the primary key. */
  private isCovered(index: WantedIndex, place: number): boolean {
    const isId = index.columns.length === 1 && index.columns[0]?.column === this.columns.name('#id');
    return isId || this.#wanted.some((other, at) => at !== place && covers(other, index) && (at < place || !covers(index, other)));
  }

  private descending(column: string): IndexColumn {
    return { column, direction: 'desc', ...(isNullable(this.columns.get(column)) && { absentLast: true as const }) };
  }

  private withinLimit(columns: readonly IndexColumn[]): IndexColumn[] {
    const fitting = [...columns];
    const width = ({ column, digest }: IndexColumn) => (digest ? WIDEST_DIGEST : this.columns.widest(column));
    while (fitting.reduce((sum, column) => sum + width(column), 0) > WIDEST_ROW) {
      const widest = fitting.reduce((a, b) => (width(b) > width(a) ? b : a));
      fitting[fitting.indexOf(widest)] = { ...widest, digest: true };
    }
    return fitting;
  }

  /** The column at the end of a path. */
  private leaf(path: readonly string[]): string {
    const [first = '', ...rest] = path;
    const field = this.fields.find((item) => item.field.name === first);
    return field ? leafOf(field, rest) : this.columns.name(IMPLIED.get(first) ?? first);
  }
}

/** Origins of the members that a path may name without a field; the lifecycle has its own name. */
const IMPLIED = new Map([
  ['id', '#id'],
  ['version', '#version'],
  ['createdAt', '#created_at'],
  ['updatedAt', '#updated_at'],
]);

function leafOf({ field, storage }: StoredField, path: readonly string[]): string {
  if (storage.kind === 'column') return storage.column;
  const [first, ...rest] = path;
  const inner = storage.kind === 'columns' ? storage.fields.find((item) => item.field.name === first) : undefined;
  if (inner === undefined) throw new Error(`${field.name} is neither unique nor a filter: it is not one value`);
  return leafOf(inner, rest);
}

function refColumns(fields: readonly StoredField[]): string[] {
  return fields.flatMap(({ field, storage }) => {
    if (storage.kind === 'columns') return refColumns(storage.fields);
    return storage.kind === 'column' && field.type.kind === 'ref' ? [storage.column] : [];
  });
}

/** A filter with few different values is no use to an index. */
function isSelective(type: TypeModel): boolean {
  return type.kind !== 'enum' && !(type.kind === 'scalar' && type.scalar === 'bool');
}

function covers(other: WantedIndex, index: WantedIndex): boolean {
  if (other.method !== index.method) return false;
  return index.columns.every((column, place) => sameColumn(column, other.columns[place]));
}

function sameColumn(a: IndexColumn, b: IndexColumn | undefined): boolean {
  return b !== undefined && (['column', 'direction', 'absentLast', 'digest'] as const).every((key) => a[key] === b[key]);
}

function sameDefinition(a: WantedIndex, b: WantedIndex): boolean {
  return a.unique === b.unique && a.columns.length === b.columns.length && covers(a, b);
}

/** Index of each unique set by its place. */
export function uniqueSchemas(paths: readonly (readonly (readonly string[])[])[], indexes: readonly IndexModel[]): UniqueSchema[] {
  const unique = indexes.filter((index) => index.unique);
  return paths.map((set, place) => ({ index: unique[place]?.name ?? '', paths: set }));
}

/** Every set once, its paths taken apart. */
export function uniquePaths({ unique }: Pick<AggregateModel, 'unique'>): readonly (readonly string[])[][] {
  return [...new Set(unique.map((set) => set.join(' ')))].map((set) => set.split(' ').map((path) => path.split('.')));
}

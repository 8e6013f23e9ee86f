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

  /** `lead`: columns in front (the aggregate, for what is unique inside one). Answers where it stands. */
  unique(paths: readonly (readonly string[])[], lead: readonly string[] = []): number {
    const leaves = paths.flatMap((path) => this.leaves(path));
    const columns = [...lead.map((column) => ({ column })), ...leaves.flatMap((column) => this.comparable(column))];
    return this.#wanted.push({ unique: true, method: 'ordered', columns: this.withinLimit(columns) }) - 1;
  }

  references(): void {
    for (const column of refColumns(this.fields)) this.lookUp([column]);
  }

  /** What a finder filters and sorts by, so that a page is read from an index. */
  finder({ by, sort }: FinderModel): void {
    const order = sort.flatMap(({ path, direction }) => this.leaves(path).map((column) => (direction === 'desc' ? this.descending(column) : { column })));
    const equal = by.filter(({ match }) => match === 'equals');
    const fixed = equal.filter(({ optional }) => !optional).flatMap(({ path }) => this.leaves(path));
    if (fixed.length > 0 || order.length > 0) this.lookUp(fixed, order);
    for (const { path, type } of equal.filter(({ optional }) => optional)) if (isSelective(type)) this.lookUp([...fixed, ...this.leaves(path)], order);
    for (const { path } of by.filter(({ match }) => match === 'contains')) {
      for (const column of this.leaves(path)) this.add({ unique: false, method: 'elements', columns: [{ column }] });
    }
  }

  /** Named; those given out before keep their names. `uniques[i]` is the name of the i-th unique one. */
  named(scope: NameScope, before: TableModel | undefined): IndexModel[] {
    const useful = this.#wanted.filter((index, place) => index.unique || !this.isCovered(index, place));
    return useful.map((index) => {
      const known = before?.indexes.find((old) => sameDefinition(old, index));
      const parts = [this.table, ...index.columns.filter(({ absence }) => !absence).map(({ column }) => column)];
      return { name: known?.name ?? scope.claim(parts, index.unique ? '_key' : '_idx'), ...index };
    });
  }

  private lookUp(equal: readonly string[], order: readonly IndexColumn[] = []): void {
    const [first] = equal;
    if (first !== undefined && this.columns.widest(first) > WIDEST_ROW) {
      if (this.columns.get(first).type.kind !== 'json') this.add({ unique: false, method: 'equality', columns: [{ column: first }] });
      return;
    }
    const id: IndexColumn = { column: this.columns.name('#id') };
    const all = [...equal.map((column): IndexColumn => ({ column })), ...order, ...(order.length > 0 ? [id] : [])];
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

  /** Inside a value object an absent part is a value like any other: two of them are equal. */
  private comparable(column: string): IndexColumn[] {
    const { required, within } = this.columns.get(column);
    return !required && within !== undefined ? [{ column, absence: true }, { column, orZero: true }] : [{ column }];
  }

  private descending(column: string): IndexColumn {
    return { column, direction: 'desc', ...(isNullable(this.columns.get(column)) && { absentLast: true as const }) };
  }

  private withinLimit(columns: readonly IndexColumn[]): IndexColumn[] {
    const fitting = [...columns];
    const width = ({ column, digest, absence }: IndexColumn) => (digest ? WIDEST_DIGEST : absence ? 1 : this.columns.widest(column));
    while (fitting.reduce((sum, column) => sum + width(column), 0) > WIDEST_ROW) {
      const widest = fitting.reduce((a, b) => (width(b) > width(a) ? b : a));
      fitting[fitting.indexOf(widest)] = { ...widest, digest: true };
    }
    return fitting;
  }

  /** The columns of a path; a value object is all of its columns. */
  private leaves(path: readonly string[]): string[] {
    const [first, ...rest] = path;
    if (first === 'id' && !this.fields.some(({ field }) => field.name === 'id')) return [this.columns.name('#id')];
    const implied = this.columns.columns.find(({ origin }) => origin === first || origin === IMPLIED.get(first ?? ''));
    const found = this.fields.find(({ field }) => field.name === first);
    if (found) return leavesOf(found, rest);
    if (implied) return [implied.name];
    throw new Error(`no column for ${path.join('.')}`);
  }
}

const IMPLIED = new Map([
  ['version', '#version'],
  ['createdAt', '#created_at'],
  ['updatedAt', '#updated_at'],
]);

function leavesOf({ field, storage }: StoredField, path: readonly string[]): string[] {
  if (storage.kind === 'column') return [storage.column];
  if (storage.kind === 'children') throw new Error(`${field.name} holds entities: neither unique nor a filter`);
  const [first, ...rest] = path;
  const inner = first === undefined ? storage.fields : storage.fields.filter((item) => item.field.name === first);
  return inner.flatMap((item) => leavesOf(item, rest));
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
  return b !== undefined && (['column', 'direction', 'absentLast', 'digest', 'orZero', 'absence'] as const).every((key) => a[key] === b[key]);
}

function sameDefinition(a: WantedIndex, b: WantedIndex): boolean {
  return a.unique === b.unique && a.columns.length === b.columns.length && covers(a, b);
}

/** Index of each unique set by its place. */
export function uniqueSchemas(paths: readonly (readonly (readonly string[])[])[], indexes: readonly IndexModel[]): UniqueSchema[] {
  const unique = indexes.filter((index) => index.unique);
  return paths.map((set, place) => ({ index: unique[place]?.name ?? '', paths: set }));
}

export function uniquePaths({ unique }: Pick<AggregateModel, 'unique'>): readonly (readonly string[])[][] {
  return unique.map((set) => set.map((path) => path.split('.')));
}

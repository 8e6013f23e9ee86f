import { isDeepStrictEqual } from 'node:util';
import type { Fill, MigrationStep } from './issued-migration';
import { type ColumnModel, type ColumnType, type JsonShape, type TableModel, isNullable } from './schema-model';

/** The change of one table, in the parts between which other tables change too. */
export interface TableSteps {
  /** Takes away what would be in the way. */
  readonly release: readonly MigrationStep[];
  readonly columns: readonly MigrationStep[];
  /** Puts keys back: before the parents that refer to them. */
  readonly keys: readonly MigrationStep[];
  readonly restore: readonly MigrationStep[];
}

export function tableSteps(old: TableModel, table: TableModel, before: readonly TableModel[], after: readonly TableModel[]): TableSteps {
  const name = table.name;
  const columns = columnSteps(old, table);
  const touched = new Set(columns.flatMap((step) => (step.kind === 'addColumn' || step.kind === 'dropColumn' ? [step.column.name] : step.kind === 'changeColumn' && retyped(step.from, step.to) ? [step.to.name] : [])));
  const isTouched = (names: readonly string[]) => names.some((column) => touched.has(column));

  const rekeyed = isTouched(old.primaryKey.columns) || !isDeepStrictEqual(old.primaryKey, table.primaryKey);
  const oldParent = old.parent && { ...old.parent, type: columnType(before, old.parent.table, old.parent.references) };
  const newParent = table.parent && { ...table.parent, type: columnType(after, table.parent.table, table.parent.references) };
  const reparented = rekeyed || !isDeepStrictEqual(oldParent, newParent);
  const goneIndexes = old.indexes.filter((index) => isTouched(index.columns.map(({ column }) => column)) || !table.indexes.some((other) => isDeepStrictEqual(other, index)));
  const goneChecks = old.checks.filter((check) => isTouched(checkedColumns(check)) || !table.checks.some((other) => isDeepStrictEqual(other, check)));
  const newIndexes = table.indexes.filter((index) => goneIndexes.some((gone) => gone.name === index.name) || !old.indexes.some((other) => isDeepStrictEqual(other, index)));
  const newChecks = table.checks.filter((check) => goneChecks.some((gone) => gone.name === check.name) || !old.checks.some((other) => isDeepStrictEqual(other, check)));

  return {
    release: [
      ...(reparented && old.parent ? [{ kind: 'dropParent', table: name, parent: old.parent } as const] : []),
      ...goneIndexes.map((index) => ({ kind: 'dropIndex', table: name, index }) as const),
      ...goneChecks.map((check) => ({ kind: 'dropCheck', table: name, check }) as const),
    ],
    columns: [...(rekeyed ? [{ kind: 'dropKey', table: name, key: old.primaryKey } as const] : []), ...columns],
    keys: rekeyed ? [{ kind: 'addKey', table: name, key: table.primaryKey }] : [],
    restore: [
      ...newChecks.map((check) => ({ kind: 'addCheck', table: name, check }) as const),
      ...newIndexes.map((index) => ({ kind: 'createIndex', table: name, index }) as const),
      ...(reparented && table.parent ? [{ kind: 'addParent', table: name, parent: table.parent } as const] : []),
    ],
  };
}

function columnType(tables: readonly TableModel[], table: string, column: string): ColumnType | undefined {
  return tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.type;
}

function checkedColumns(check: TableModel['checks'][number]): readonly string[] {
  return check.kind === 'members' ? [check.column] : check.columns;
}

function columnSteps(old: TableModel, table: TableModel): MigrationStep[] {
  const before = new Map(old.columns.map((column) => [column.origin, column]));
  const gone = old.columns.filter(({ origin }) => !table.columns.some((column) => column.origin === origin));
  const replaced = table.columns.flatMap((to) => {
    const from = before.get(to.origin);
    return from && !(isConvertible(from.type, to.type) && (to.type.kind === 'text' || !holdsMembers(old, from))) ? [from] : [];
  });
  const drops = [...gone, ...replaced].map((column): MigrationStep => ({ kind: 'dropColumn', table: table.name, column: stripped(column) }));
  const changes = table.columns.flatMap((to): MigrationStep[] => {
    const from = before.get(to.origin);
    if (from === undefined || replaced.includes(from)) return added(old, table, to);
    if (sameColumn(from, to)) return [];
    return [{ kind: 'changeColumn', table: table.name, from: stripped(from), to: stripped(to), ...(isNullable(from) && fillOf(old, table, to)) }];
  });
  return [...drops, ...changes];
}

/** Members of an enum are texts, but none of them is a number or a date. */
function holdsMembers({ checks }: TableModel, { name }: ColumnModel): boolean {
  return checks.some((check) => check.kind === 'members' && check.column === name);
}

function added(old: TableModel, table: TableModel, column: ColumnModel): MigrationStep[] {
  return [{ kind: 'addColumn', table: table.name, column: stripped(column), ...fillOf(old, table, column) }];
}

/**
 * The value for rows that have none. A part of an optional value object is filled only where that object is there, which
 * another of its columns tells; without such a column no row has the object.
 */
function fillOf(old: TableModel, table: TableModel, column: ColumnModel): { fill?: Fill } {
  if (!column.required || column.initial === undefined) return {};
  if (column.within === undefined) return { fill: { value: column.initial } };
  const sibling = table.columns.find((other) => other.required && other.within === column.within && old.columns.some((known) => known.origin === other.origin && known.required && known.within === other.within));
  return sibling === undefined ? {} : { fill: { value: column.initial, where: sibling.name } };
}

function stripped({ initial: _initial, ...column }: ColumnModel): ColumnModel {
  return column;
}

/** Initial values decide how a change is made, not whether there is one. */
function sameColumn(a: ColumnModel, b: ColumnModel): boolean {
  return isNullable(a) === isNullable(b) && a.within === b.within && a.required === b.required && isDeepStrictEqual(comparable(a.type), comparable(b.type));
}

function retyped(from: ColumnModel, to: ColumnModel): boolean {
  return !isDeepStrictEqual(comparable(from.type), comparable(to.type));
}

function comparable(type: ColumnType): unknown {
  return type.kind === 'json' ? { kind: 'json', shape: comparableShape(type.shape) } : type;
}

function comparableShape(shape: JsonShape): unknown {
  switch (shape.kind) {
    case 'list':
      return { kind: 'list', element: comparableShape(shape.element) };
    case 'map':
      return { kind: 'map', value: comparableShape(shape.value) };
    case 'object':
      return { kind: 'object', fields: shape.fields.map(({ name, shape: inner, optional }) => ({ name, optional, shape: comparableShape(inner) })) };
    default:
      return shape;
  }
}

const NUMBERS: readonly string[] = ['integer', 'bigint', 'decimal', 'float'];

/**
 * Whether stored values can become values of the other type. Where they cannot, the column is made anew and what it held
 * is gone, as the plan's `change` says. A value that does not fit (a text that is no number) stops the migration.
 */
export function isConvertible(from: ColumnType, to: ColumnType): boolean {
  if (from.kind === 'json' || to.kind === 'json') return from.kind === 'json' && to.kind === 'json' && isRewritable(from.shape, to.shape);
  if (from.kind === to.kind || from.kind === 'text') return true;
  if (to.kind === 'text') return from.kind !== 'bytes';
  if (NUMBERS.includes(from.kind)) return NUMBERS.includes(to.kind);
  return (from.kind === 'date' && to.kind === 'instant') || (from.kind === 'instant' && to.kind === 'date');
}

/** Whether every stored document can be rewritten: what is new in it has an initial value or may be absent. */
function isRewritable(from: JsonShape, to: JsonShape): boolean {
  if (from.kind === 'scalar' && to.kind === 'scalar') return isConvertible(from.type, to.type);
  if (from.kind === 'list' && to.kind === 'list') return isRewritable(from.element, to.element);
  if (from.kind === 'map' && to.kind === 'map') return isRewritable(from.value, to.value);
  if (from.kind === 'object' && to.kind === 'object') {
    return to.fields.every((field) => {
      const old = from.fields.find(({ name }) => name === field.name);
      return (old !== undefined && (!old.optional || field.optional) && isRewritable(old.shape, field.shape)) || field.optional || field.initial !== undefined;
    });
  }
  return from.kind === to.kind;
}

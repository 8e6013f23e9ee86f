import type { ColumnModel } from '@planner/target';
import { KEYWORDS, OWN_MEMBERS, USED_BUILTINS } from '../names/reserved';

/** What the module of the rows uses inside a class. */
const USED = new Set(['mapped_column', 'text']);

/** Attributes of a declarative class by column: the column's name, escaped where Python or SQLAlchemy has it. */
export function rowAttributes(columns: readonly Pick<ColumnModel, 'name'>[]): ReadonlyMap<string, string> {
  const all = new Set(columns.map(({ name }) => name));
  const attributes = new Map<string, string>();
  for (const { name } of columns) {
    let free = name;
    while (isReserved(free) || (free !== name && all.has(free))) free += '_';
    attributes.set(name, free);
  }
  return attributes;
}

function isReserved(name: string): boolean {
  return [KEYWORDS, USED_BUILTINS, OWN_MEMBERS, USED].some((names) => names.has(name)) || name.startsWith('__');
}

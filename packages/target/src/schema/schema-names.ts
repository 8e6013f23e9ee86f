import { createHash } from 'node:crypto';

/** PostgreSQL cuts longer identifiers off (`NAMEDATALEN`). */
const LONGEST = 63;

/** Names that a relation of ours must not take: the tables of the migration tools, and what PostgreSQL finds in its own catalog first. */
const FOREIGN_RELATIONS = ['kysely_migration', 'kysely_migration_pkey', 'kysely_migration_lock', 'kysely_migration_lock_pkey', 'alembic_version', 'alembic_version_pkc'];
const CATALOG = /^pg_/;

/** Columns that every table of PostgreSQL has already. */
const SYSTEM_COLUMNS = ['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'];

/** Identifiers that must differ from each other. Claims are made in a fixed order, so that the same model gives the same names. */
export class NameScope {
  readonly #taken: Set<string>;

  constructor(
    taken: Iterable<string> = [],
    private readonly forbidden: RegExp = /^$/,
  ) {
    this.#taken = new Set(taken);
  }

  /** Takes a name that was given out before. */
  keep(name: string): string {
    this.#taken.add(name);
    return name;
  }

  /**
   * The parts joined by `_`; if that is taken by `__`; if that is taken too, with `__` behind. Ends in `suffix`, and fits 63 bytes.
   * What would be found elsewhere first begins with `_`.
   */
  claim(parts: readonly string[], suffix = ''): string {
    const own = this.forbidden.test(parts.join('_')) ? ['', ...parts] : parts;
    let name = shortened(own.join('_'), suffix);
    if (this.#taken.has(name)) name = shortened(own.join('__'), suffix);
    for (let filler = '__'; this.#taken.has(name); filler += '_') name = shortened(own.join('_'), filler + suffix);
    return this.keep(name);
  }
}

/** Tables and indexes share one namespace. */
export function relationScope(): NameScope {
  return new NameScope(FOREIGN_RELATIONS, CATALOG);
}

export function columnScope(): NameScope {
  return new NameScope(SYSTEM_COLUMNS);
}

/** A name that is too long keeps its beginning and ends in a digest of the whole. */
function shortened(name: string, suffix: string): string {
  const room = LONGEST - Buffer.byteLength(suffix);
  if (Buffer.byteLength(name) <= room) return name + suffix;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  let start = name;
  while (Buffer.byteLength(start) > room - digest.length - 1) start = start.slice(0, -1);
  return `${start}_${digest}${suffix}`;
}

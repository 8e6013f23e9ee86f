import { type ContextModel, kebabCase, lowerFirst, plural } from '@planner/model';
import type { Exported } from '@planner/target';
import { method, type Names } from '../names';

/** Everything that persistence exports; the look-ups throw on a name that the model does not have. */
export interface RepositoryNames {
  /** Class `Database`: `.kysely`, `.embedded`, `.executor`, `.transaction(work)`, `.ping()`, `.close()`. */
  readonly database: Exported;
  /** `connect(config: DatabaseConfig, log?): Promise<Database>`. */
  readonly connect: Exported;
  /** `migrateToLatest(database)` and `pendingMigrations(database)` answer names of migrations. */
  readonly migrateToLatest: Exported;
  readonly migrateDown: Exported;
  readonly migrationStatus: Exported;
  readonly pendingMigrations: Exported;
  /** `new KyselyUnitOfWork(database, newEventId)`; phase 3. */
  readonly kyselyUnitOfWork: Exported;
  /** `new InMemoryDatabase()`. */
  readonly inMemoryDatabase: Exported;
  /** `new InMemoryUnitOfWork(memory)`; phase 3. */
  readonly inMemoryUnitOfWork: Exported;
  aggregate(name: string): AggregateRepositoryNames;
  /** The document of a value object in JSON; the type and what reads it exist only where a column holds it. */
  valueObjectDocument(name: string): DocumentNames;
  entityDocument(aggregate: string, entity: string): DocumentNames;
  /** Row type of a table, by its origin in the schema: `Order`, `Order.Fill`. */
  table(origin: string): Exported;
}

export interface AggregateRepositoryNames {
  readonly kebab: string;
  /** The interface in the domain. */
  readonly repository: Exported;
  readonly kysely: Exported;
  readonly inMemory: Exported;
  /** `new KyselyOrderQueries(database)`; phase 3. */
  readonly kyselyQueries: Exported;
  /** `new InMemoryOrderQueries(memory)`; phase 3. */
  readonly inMemoryQueries: Exported;
  /** Interface of the rows of one aggregate, and the functions between it and data. */
  readonly rows: Exported;
  readonly toRows: Exported;
  /** `ordersFromRows(executor, rows)` reads the children too. */
  readonly fromRows: Exported;
  /** Property of `OrderRows` by entity type. */
  readonly children: ReadonlyMap<string, string>;
  readonly eventToRecord: Exported;
  readonly uniques: Exported;
  readonly constraints: Exported;
  /** Sort keys of a finder that pages. */
  readonly listings: ReadonlyMap<string, Exported>;
}

export interface DocumentNames {
  readonly type: Exported;
  readonly toDocument: Exported;
  readonly fromDocument: Exported;
}

export const PERSISTENCE = 'src/infrastructure/persistence';

/** Claims the names of persistence; after those of the domain, so that only these give way. */
export function createRepositoryNames(model: ContextModel, names: Names): RepositoryNames {
  const { registry } = names;
  const fixed = (name: string, file: string): Exported => ({ name, file: `${PERSISTENCE}/${file}.ts` });
  for (const file of FIXED_FILES) registry.file(`${PERSISTENCE}/${file}.ts`);
  const tables = new Map(
    model.aggregates.flatMap(({ name, entities }) => [
      [name, registry.type(`${name}Table`, SCHEMA_FILE)] as const,
      ...entities.map((entity) => [`${name}.${entity.name}`, registry.type(`${entity.name.startsWith(name) ? '' : name}${entity.name}Table`, SCHEMA_FILE)] as const),
    ]),
  );
  const aggregates = new Map(model.aggregates.map((aggregate) => [aggregate.name, aggregateNames(aggregate, names)]));
  const documents = new Map([
    ...model.valueObjects.map(({ name }) => [name, documentNames(name, names)] as const),
    ...model.aggregates.flatMap(({ name, entities }) => entities.map((entity) => [`${name}.${entity.name}`, documentNames(entity.name, names)] as const)),
  ]);
  return {
    database: fixed('Database', 'database'),
    connect: fixed('connect', 'connect'),
    migrateToLatest: fixed('migrateToLatest', 'migrator'),
    migrateDown: fixed('migrateDown', 'migrator'),
    migrationStatus: fixed('migrationStatus', 'migrator'),
    pendingMigrations: fixed('pendingMigrations', 'migrator'),
    kyselyUnitOfWork: fixed('KyselyUnitOfWork', 'kysely-unit-of-work'),
    inMemoryDatabase: fixed('InMemoryDatabase', 'in-memory-database'),
    inMemoryUnitOfWork: fixed('InMemoryUnitOfWork', 'in-memory-unit-of-work'),
    aggregate: (name) => found(aggregates, name),
    valueObjectDocument: (name) => found(documents, name),
    entityDocument: (aggregate, entity) => found(documents, `${aggregate}.${entity}`),
    table: (origin) => found(tables, origin),
  };
}

export const SCHEMA_FILE = `${PERSISTENCE}/database-schema.ts`;

const FIXED_FILES = [
  'connect', 'database', 'database-errors', 'database-schema', 'event-sink', 'in-memory-database', 'in-memory-table', 'in-memory-unit-of-work',
  'kysely-unit-of-work', 'migrate', 'migrations/index', 'migrator', 'outbox', 'page-token', 'paging', 'plain-values', 'sorting', 'stored-values',
  'unique-rule',
];

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`persistence has no ${name}`);
  return value;
}

function aggregateNames({ name, entities, finders }: ContextModel['aggregates'][number], names: Names): AggregateRepositoryNames {
  const { registry } = names;
  const { kebab } = names.aggregate(name);
  const local = lowerFirst(name);
  const many = lowerFirst(plural(name));
  const file = (stem: string) => registry.file(`${PERSISTENCE}/${kebab}/${stem}.ts`);
  const rowsFile = file(`${kebab}-rows`);
  const constraintsFile = file(`${kebab}-constraints`);
  const listingsFile = file(`${kebab}-listings`);
  const children = new Map<string, string>();
  for (const entity of entities) children.set(entity.name, method(lowerFirst(plural(entity.name)), ['root', ...children.values()]));
  const listings = new Map<string, Exported>();
  for (const finder of finders) {
    const wanted = `${local}${finder.name.charAt(0).toUpperCase()}${finder.name.slice(1)}Keys`;
    listings.set(finder.name, { name: wanted, file: listingsFile });
  }
  return {
    kebab,
    repository: registry.artifact('repository/interface', name, `${name}Repository`, `src/domain/repositories/${kebab}-repository.ts`),
    kysely: registry.artifact('repository/implementation', name, `Kysely${name}Repository`, `${PERSISTENCE}/${kebab}/kysely-${kebab}-repository.ts`),
    inMemory: registry.type(`InMemory${name}Repository`, file(`in-memory-${kebab}-repository`)),
    kyselyQueries: registry.type(`Kysely${name}Queries`, file(`kysely-${kebab}-queries`)),
    inMemoryQueries: registry.type(`InMemory${name}Queries`, file(`in-memory-${kebab}-queries`)),
    rows: registry.type(`${name}Rows`, rowsFile),
    toRows: { name: `${local}ToRows`, file: rowsFile },
    fromRows: { name: `${many === local ? `${local}List` : many}FromRows`, file: rowsFile },
    children,
    eventToRecord: { name: `${local}EventToRecord`, file: file(`${kebab}-event-records`) },
    uniques: { name: `${local}Uniques`, file: constraintsFile },
    constraints: { name: `${local}Constraints`, file: constraintsFile },
    listings,
  };
}

function documentNames(name: string, names: Names): DocumentNames {
  const file = names.registry.file(`${PERSISTENCE}/documents/${kebabCase(name)}-document.ts`);
  const local = lowerFirst(name);
  return {
    type: names.registry.type(`${name}Document`, file),
    toDocument: { name: `${local}ToDocument`, file },
    fromDocument: { name: `${local}FromDocument`, file },
  };
}

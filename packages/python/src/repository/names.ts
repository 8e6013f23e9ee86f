import { type AggregateModel, type ContextModel, plural } from '@planner/model';
import type { Exported } from '@planner/target';
import { binding, moduleName, type Names } from '../names';

/** Everything that persistence exports; the look-ups throw on a name that the model does not have. */
export interface RepositoryNames {
  /** Class `Database`: `.engine`, `.embedded`, `.transaction()`, `.snapshot()`, `.ping()`, `.close()`. */
  readonly database: Exported;
  /** `connect(config: DatabaseConfig, log: Callable[[Statement], None] | None = None) -> Database`. */
  readonly connect: Exported;
  /** `Statement(sql, milliseconds)`, what `log` is told. */
  readonly statement: Exported;
  /** Raised by `connect` where another process has the embedded database open. */
  readonly databaseInUseError: Exported;
  /** `await migrate_to_latest(database)`, `migrate_down` and `pending_migrations` answer names of migrations. */
  readonly migrateToLatest: Exported;
  readonly migrateDown: Exported;
  readonly migrationStatus: Exported;
  readonly pendingMigrations: Exported;
  /** `SqlAlchemyUnitOfWork(database, new_event_id)`; phase 3. */
  readonly unitOfWork: Exported;
  /** `InMemoryDatabase()`. */
  readonly inMemoryDatabase: Exported;
  /** `InMemoryUnitOfWork(memory)`; phase 3. */
  readonly inMemoryUnitOfWork: Exported;
  aggregate(name: string): AggregateRepositoryNames;
  /** Functions of a value object in documents; they exist only where a column or an event holds it. */
  valueObjectDocument(name: string): DocumentNames;
  entityDocument(aggregate: string, entity: string): DocumentNames;
  /** Declarative class of a table, by its origin in the schema: `Order`, `Order.Fill`. */
  row(origin: string): Exported;
}

export interface AggregateRepositoryNames {
  /** The protocol in the domain. */
  readonly repository: Exported;
  /** `OrderRepositoryImpl`. */
  readonly implementation: Exported;
  readonly inMemory: Exported;
  /** `OrderQueriesImpl(database)`; phase 3. */
  readonly queries: Exported;
  /** `InMemoryOrderQueries(memory)`; phase 3. */
  readonly inMemoryQueries: Exported;
  /** Dataclass of the rows of one aggregate, as values. */
  readonly rows: Exported;
  /** `order_rows(state, version)`. */
  readonly toRows: Exported;
  /** `await orders_from_rows(session, rows)` reads the children too. */
  readonly fromRows: Exported;
  /** Dataclass of the rows of all entities of one aggregate; exists only if there are any. */
  readonly childRows: Exported;
  /** `await order_children(session, rows)`, in the order of the rows. */
  readonly readChildren: Exported;
  /** The same, answering DTOs; phase 3. */
  readonly dtosFromRows: Exported;
  /** Attribute of the rows by entity type. */
  readonly children: ReadonlyMap<string, string>;
  readonly eventRecord: Exported;
  readonly uniques: Exported;
  readonly constraints: Exported;
  /** Sort keys of a finder that pages. */
  readonly listings: ReadonlyMap<string, Exported>;
}

export interface DocumentNames {
  readonly toDocument: Exported;
  readonly fromDocument: Exported;
  readonly dtoFromDocument: Exported;
}

export const PERSISTENCE = 'src/infrastructure/persistence';

/** Claims the names of persistence; after those of the domain, so that only these give way. */
export function createRepositoryNames(model: ContextModel, names: Names): RepositoryNames {
  const { registry } = names;
  for (const file of FIXED_FILES) registry.file(`${PERSISTENCE}/${file}.py`);
  const rowFiles = new Map(
    model.aggregates.map(({ name }) => [name, registry.file(`${PERSISTENCE}/${names.aggregate(name).snake}_rows.py`)]),
  );
  const rows = new Map(
    model.aggregates.flatMap(({ name, entities }) => [
      [name, registry.type(`${name}Row`, found(rowFiles, name))] as const,
      ...entities.map(
        (entity) => [`${name}.${entity.name}`, registry.type(`${entity.name}Row`, found(rowFiles, name))] as const,
      ),
    ]),
  );
  const aggregates = new Map(model.aggregates.map((aggregate) => [aggregate.name, aggregateNames(aggregate, names)]));
  const documents = new Map([
    ...model.valueObjects.map(({ name }) => [name, documentNames(name, names)] as const),
    ...model.aggregates.flatMap(({ name, entities }) =>
      entities.map((entity) => [`${name}.${entity.name}`, documentNames(entity.name, names)] as const),
    ),
  ]);
  return {
    database: inPersistence('Database', 'database'),
    connect: inPersistence('connect', 'database'),
    statement: inPersistence('Statement', 'engine'),
    databaseInUseError: inPersistence('DatabaseInUseError', 'database_lock'),
    migrateToLatest: inPersistence('migrate_to_latest', 'migrations'),
    migrateDown: inPersistence('migrate_down', 'migrations'),
    migrationStatus: inPersistence('migration_status', 'migrations'),
    pendingMigrations: inPersistence('pending_migrations', 'migrations'),
    unitOfWork: inPersistence('SqlAlchemyUnitOfWork', 'unit_of_work'),
    inMemoryDatabase: inPersistence('InMemoryDatabase', 'in_memory/database'),
    inMemoryUnitOfWork: inPersistence('InMemoryUnitOfWork', 'in_memory/unit_of_work'),
    aggregate: (name) => found(aggregates, name),
    valueObjectDocument: (name) => found(documents, name),
    entityDocument: (aggregate, entity) => found(documents, `${aggregate}.${entity}`),
    row: (origin) => found(rows, origin),
  };
}

/** `inPersistence('Outbox', 'outbox')`. */
export function inPersistence(name: string, file: string): Exported {
  return { name, file: `${PERSISTENCE}/${file}.py` };
}

/** The modules that are the same for every model. */
const FIXED_FILES = [
  'base',
  'conversions',
  'database',
  'database_lock',
  'engine',
  'errors',
  'events',
  'grouping',
  'list_filters',
  'migrations',
  'outbox',
  'page_token',
  'paging',
  'sorting',
  'stored_values',
  'tables',
  'types',
  'unique_constraints',
  'unit_of_work',
  'in_memory/database',
  'in_memory/table',
  'in_memory/unit_of_work',
];

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`persistence has no ${name}`);
  return value;
}

function aggregateNames({ name, entities, finders }: AggregateModel, names: Names): AggregateRepositoryNames {
  const { registry } = names;
  const { snake } = names.aggregate(name);
  const many = moduleName(plural(name));
  const constant = snake.toUpperCase();
  const file = (stem: string) => registry.file(`${PERSISTENCE}/${stem}.py`);
  const mapper = file(`${snake}_mapper`);
  const constraints = file(`${snake}_constraints`);
  const listingsFile = file(`${snake}_listings`);
  const children = new Map<string, string>();
  for (const entity of entities)
    children.set(entity.name, binding(plural(entity.name), ['root', 'version', ...children.values()]));
  const listings = new Map<string, Exported>();
  for (const finder of finders) {
    const taken = [...listings.values()].map((listing) => listing.name);
    listings.set(finder.name, {
      name: binding(`${snake}_${moduleName(finder.name)}_keys`, taken).toUpperCase(),
      file: listingsFile,
    });
  }
  return {
    repository: registry.artifact(
      'repository/interface',
      name,
      `${name}Repository`,
      `src/domain/repositories/${snake}_repository.py`,
    ),
    implementation: registry.artifact(
      'repository/implementation',
      name,
      `${name}RepositoryImpl`,
      `${PERSISTENCE}/${snake}_repository_impl.py`,
    ),
    inMemory: registry.type(`InMemory${name}Repository`, file(`in_memory/${snake}_repository`)),
    queries: registry.type(`${name}QueriesImpl`, file(`${snake}_queries_impl`)),
    inMemoryQueries: registry.type(`InMemory${name}Queries`, file(`in_memory/${snake}_queries`)),
    rows: registry.type(`${name}Rows`, mapper),
    toRows: { name: `${snake}_rows`, file: mapper },
    fromRows: { name: `${many === snake ? `${snake}_list` : many}_from_rows`, file: mapper },
    childRows: registry.type(`${name}Children`, mapper),
    readChildren: { name: `${snake}_children`, file: mapper },
    dtosFromRows: { name: `${snake}_dtos_from_rows`, file: file(`${snake}_dto_mapper`) },
    children,
    eventRecord: { name: `${snake}_event_record`, file: file(`${snake}_event_records`) },
    uniques: { name: `${constant}_UNIQUES`, file: constraints },
    constraints: { name: `${constant}_CONSTRAINTS`, file: constraints },
    listings,
  };
}

function documentNames(name: string, { registry }: Names): DocumentNames {
  const snake = moduleName(name);
  const file = registry.file(`${PERSISTENCE}/documents/${snake}_document.py`);
  return {
    toDocument: { name: `${snake}_to_document`, file },
    fromDocument: { name: `${snake}_from_document`, file },
    dtoFromDocument: {
      name: `${snake}_dto_from_document`,
      file: registry.file(`${PERSISTENCE}/documents/${snake}_dto_document.py`),
    },
  };
}

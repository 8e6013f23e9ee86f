import { code, codes, compose, prose, type Markdown } from '../../markdown';
import { counted } from './counting';

export const database = {
  environment: () => 'Environment Configuration',
  connection: () => 'Database Connection Planning',
  specific: (title: string) => `${title} Specific Planning`,
  required: () => '# Required .env variables that developer MUST use:',
  placeholders: (embedded: string | undefined) =>
    compose`The values are placeholders; real ones never stand in a plan, in code or in version control.${embedded === undefined ? compose`` : compose` While developing, the scaffolded ${code('.env')} points ${code('DATABASE_URL')} at an embedded database (${prose(embedded)}) in the project's own folder; a real server needs a change of ${code('.env')} alone.`}`,
  load: (dotenv: string, call: string) =>
    compose`Use ${prose(dotenv)} for loading environment variables (${code(call)}); a variable that is already set wins`,
  wins: () => compose`${code('DATABASE_URL')} wins; without it, the address is built from the parts`,
  validate: (tool: string, count: number) =>
    compose`Validate all ${counted(count, 'variable')} with ${prose(tool)} on startup; one message names every missing one`,
  pool: () =>
    compose`Plan connection pooling and timeouts from ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}`,
  file: () => compose`Hold the database file under a lock, with a busy timeout`,
  health: () => compose`Include database health checks in ${code('grpc.health.v1')}`,
  migrations: (tool: string) =>
    compose`Plan for compatible migrations with ${prose(tool)}: a schema change is a new migration, up and down`,
  tests: () =>
    compose`Tests use ${code('TEST_DATABASE_URL')} if it is set, else a temporary database, and never the development database`,
  uniqueIndexes: (names: readonly string[]) => compose`Unique indexes: ${codes(names)}`,
  finderIndexes: (names: readonly string[]) => compose`Indexes for finders: ${codes(names)}`,
  referenceIndexes: (names: readonly string[]) =>
    compose`Indexes on identities of other aggregates, without foreign keys: ${codes(names)}`,
};

/** What a database asks for, by database. */
export const databaseAdvice = {
  postgresql: (driver: string, sql: string) => [
    compose`REPEATABLE READ with a version check in every UPDATE; SERIALIZABLE is not needed for one aggregate per transaction`,
    compose`JSONB for maps and ${code('json')} fields, NUMERIC for decimals, TIMESTAMPTZ for instants`,
    compose`Asynchronous connections with ${prose(driver)}, pooled by ${prose(sql)}`,
  ],
  mysql: (driver: string, sql: string) => [
    compose`InnoDB with READ COMMITTED, ${code('utf8mb4')} throughout, DATETIME(6) in UTC`,
    compose`DECIMAL for decimals; ${prose(driver)} set to keep 64-bit integers exact`,
    compose`Pool by ${prose(sql)}, below the server's connection limit`,
  ],
  mssql: (driver: string, sql: string) => [
    compose`READ COMMITTED SNAPSHOT, so that readers do not block writers`,
    compose`DATETIME2(6) in UTC, DECIMAL for decimals, NVARCHAR for text`,
    compose`Encrypted connections with ${prose(driver)}, pooled by ${prose(sql)}`,
  ],
  sqlite: (driver: string, sql: string) => [
    compose`One writer at a time: ${code('BEGIN IMMEDIATE')} and a busy timeout; what stays locked is ${code('ABORTED')}`,
    compose`Decimals as text, instants as integer microseconds`,
    compose`Write-ahead log, opened with ${prose(driver)} through ${prose(sql)}`,
  ],
  mongodb: (driver: string) => [
    compose`One document per aggregate, children inside it; a transaction joins it with the outbox, which needs a replica set`,
    compose`Decimal128 for decimals, 64-bit integers as Long, instants as integer microseconds`,
    compose`Majority write concern with ${prose(driver)}`,
  ],
};

export const errors = {
  statuses: () => 'Error statuses',
  edgeCases: () => 'Edge cases',
  invalid: (owner: string, fields: readonly string[]) =>
    compose`${code(owner)}: input outside the constraints of ${codes(fields)} → ${code('INVALID_ARGUMENT')} with one field violation each`,
  notFound: (names: readonly string[]) => compose`Unknown identity of ${codes(names)} → ${code('NOT_FOUND')}`,
  unique: (owner: string, paths: readonly string[]) =>
    compose`${code(owner)}: ${codes(paths)} already taken → ${code('ALREADY_EXISTS')}`,
  givenId: (owner: string) => compose`${code(owner)}: an identity that exists already → ${code('ALREADY_EXISTS')}`,
  transition: (operation: string, from: readonly string[]) =>
    compose`${code(operation)} outside ${codes(from)} → ${code('FAILED_PRECONDITION')}`,
  requirement: (owner: string, rule: string, text: string) =>
    compose`${code(owner)}: ${code(rule)} does not hold → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  invariant: (owner: string, rule: string, text: string) =>
    compose`${code(owner)}: ${code(rule)} broken → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  version: (names: readonly string[]) =>
    compose`Outdated ${code('expected_version')} of ${codes(names)}, or a second writer → ${code('ABORTED')}`,
  unavailable: (database: string) =>
    compose`${prose(database)} does not answer → ${code('UNAVAILABLE')}, and ${code('NOT_SERVING')} in the health check`,
  unimplemented: (names: readonly string[]) => compose`${codes(names)} until written → ${code('UNIMPLEMENTED')}`,
  internal: () => compose`Anything else → ${code('INTERNAL')} without a leak`,
  optional: (owner: string, fields: readonly string[]) =>
    compose`${code(owner)} without ${codes(fields)}: absent stays absent through wire, code and database`,
  cleared: (operation: string, fields: readonly string[]) =>
    compose`${code(operation)} clears what the caller leaves out of ${codes(fields)}`,
  listBound: (field: string, max: string) =>
    compose`${code(field)} at its bound of ${code(max)}: one more is ${code('FAILED_PRECONDITION')}`,
  removeMissing: (operation: string) =>
    compose`${code(operation)} with an identity that is not there → ${code('NOT_FOUND')}`,
  defaults: (owner: string, fields: readonly string[]) =>
    compose`${code(owner)}: leaving out ${codes(fields)} means the default, in updates too`,
  decimals: (fields: readonly string[]) =>
    compose`More digits than the scale are refused, not rounded: ${codes(fields)}`,
  deletion: (operation: string) =>
    compose`After ${code(operation)} every call with the identity is ${code('NOT_FOUND')}`,
  terminal: (name: string, states: readonly string[]) =>
    compose`${code(name)} in ${codes(states)}: no operation leads out`,
  paging: (lists: readonly string[]) =>
    compose`${codes(lists)}: ${code('page_size')} 0 means 50 and is at most 200; a negative one and a token that cannot be decoded are ${code('INVALID_ARGUMENT')}`,
  empty: () => compose`Errors and edge cases follow from the model.`,
};

export const testing = {
  unit: () => 'Domain Unit Tests',
  repository: () => 'Repository Tests',
  application: () => 'Application Service Tests',
  endToEnd: () => 'End-to-End',
  adapters: () => 'Adapter Tests',
  tool: () => 'Tools',
  unitText: (rules: number, transitions: number) =>
    compose`test business rules and invariants: ${counted(rules, 'rule')} with a keeping and a breaking case, ${counted(transitions, 'transition')} from every state`,
  repositoryText: (names: readonly string[], database: string) =>
    compose`one contract suite for ${names.length === 0 ? compose`every repository` : codes(names)} against memory and ${prose(database)}: round trips, finders, unique sets, two writers, rollback`,
  applicationText: (count: number) =>
    compose`integration scenarios and error paths of ${counted(count, 'use case')}, with fakes behind the ports`,
  endToEndText: (services: readonly string[]) =>
    compose`complete workflows through ${services.length === 0 ? compose`the gRPC services` : codes(services)}, every error status, restart in between`,
  adapterText: (names: readonly string[]) => compose`${codes(names)} under injected faults`,
  toolText: (tests: string, typecheck: string) => compose`${prose(tests)}; ${code(typecheck)} with no ignores`,
};

export const reminders = {
  load: (dotenv: string) => compose`Load all database configs from ${code('.env')} using ${prose(dotenv)}`,
  validate: (tool: string) => compose`Validate environment variables exist before connecting (${prose(tool)})`,
  urls: () =>
    compose`Use environment-specific database URLs: ${code('DATABASE_URL')} to run, ${code('TEST_DATABASE_URL')} to test`,
  noCredentials: (context: string) => compose`NO hardcoded credentials in any file of ${code(context)}`,
  messages: () => compose`Proper error messages for missing configs: every name, never a value`,
  pool: () => compose`Connection pooling configured via environment variables`,
  adapters: (variables: readonly string[]) => compose`Keep ${codes(variables)} out of code and logs as well`,
  requiredComment: () => '# Database Configuration (REQUIRED)',
  serviceComment: () => '# Service',
  adapterComment: (name: string) => `# ${name}`,
  echoComment: () => '# Set to true for SQL debugging',
  violations: (): readonly Markdown[] => [
    compose`Hardcoding connection strings in repository implementations`,
    compose`Missing environment variable validation`,
    compose`Direct database credentials in configuration files`,
    compose`Lack of proper connection error handling`,
    compose`Missing database health checks`,
  ],
};

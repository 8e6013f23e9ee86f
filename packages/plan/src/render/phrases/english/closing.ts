import { code, codes, md, prose, type Markdown } from '../../markdown';
import { counted } from './counting';

export const database = {
  environment: () => 'Environment Configuration',
  connection: () => 'Database Connection Planning',
  specific: (title: string) => `${title} Specific Planning`,
  required: () => '# Required .env variables that developer MUST use:',
  placeholders: (embedded: string | undefined) =>
    md`The values are placeholders; real ones never stand in a plan, in code or in version control.${embedded === undefined ? md`` : md` While developing, the scaffolded ${code('.env')} points ${code('DATABASE_URL')} at an embedded database (${prose(embedded)}) in the project's own folder; a real server needs a change of ${code('.env')} alone.`}`,
  load: (dotenv: string, call: string) => md`Use ${prose(dotenv)} for loading environment variables (${code(call)}); a variable that is already set wins`,
  wins: () => md`${code('DATABASE_URL')} wins; without it, the address is built from the parts`,
  validate: (tool: string, count: number) => md`Validate all ${counted(count, 'variable')} with ${prose(tool)} on startup; one message names every missing one`,
  pool: () => md`Plan connection pooling and timeouts from ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}`,
  file: () => md`Hold the database file under a lock, with a busy timeout`,
  health: () => md`Include database health checks in ${code('grpc.health.v1')}`,
  migrations: (tool: string) => md`Plan for compatible migrations with ${prose(tool)}: a schema change is a new migration, up and down`,
  tests: () => md`Tests use ${code('TEST_DATABASE_URL')} if it is set, else a temporary database, and never the development database`,
  uniqueIndexes: (names: readonly string[]) => md`Unique indexes: ${codes(names)}`,
  finderIndexes: (names: readonly string[]) => md`Indexes for finders: ${codes(names)}`,
  referenceIndexes: (names: readonly string[]) => md`Indexes on identities of other aggregates, without foreign keys: ${codes(names)}`,
};

/** What a database asks for, by database. */
export const databaseAdvice = {
  postgresql: (driver: string, sql: string) => [
    md`READ COMMITTED with a version check in every UPDATE; SERIALIZABLE is not needed for one aggregate per transaction`,
    md`JSONB for maps and ${code('json')} fields, NUMERIC for decimals, TIMESTAMPTZ for instants`,
    md`Asynchronous connections with ${prose(driver)}, pooled by ${prose(sql)}`,
  ],
  mysql: (driver: string, sql: string) => [
    md`InnoDB with READ COMMITTED, ${code('utf8mb4')} throughout, DATETIME(6) in UTC`,
    md`DECIMAL for decimals; ${prose(driver)} set to keep 64-bit integers exact`,
    md`Pool by ${prose(sql)}, below the server's connection limit`,
  ],
  mssql: (driver: string, sql: string) => [
    md`READ COMMITTED SNAPSHOT, so that readers do not block writers`,
    md`DATETIME2(6) in UTC, DECIMAL for decimals, NVARCHAR for text`,
    md`Encrypted connections with ${prose(driver)}, pooled by ${prose(sql)}`,
  ],
  sqlite: (driver: string, sql: string) => [
    md`One writer at a time: ${code('BEGIN IMMEDIATE')} and a busy timeout; what stays locked is ${code('ABORTED')}`,
    md`Decimals as text, instants as integer microseconds`,
    md`Write-ahead log, opened with ${prose(driver)} through ${prose(sql)}`,
  ],
  mongodb: (driver: string) => [
    md`One document per aggregate, children inside it; a transaction joins it with the outbox, which needs a replica set`,
    md`Decimal128 for decimals, 64-bit integers as Long, instants as integer microseconds`,
    md`Majority write concern with ${prose(driver)}`,
  ],
};

export const errors = {
  statuses: () => 'Error statuses',
  edgeCases: () => 'Edge cases',
  invalid: (owner: string, fields: readonly string[]) => md`${code(owner)}: input outside the constraints of ${codes(fields)} → ${code('INVALID_ARGUMENT')} with one field violation each`,
  notFound: (names: readonly string[]) => md`Unknown identity of ${codes(names)} → ${code('NOT_FOUND')}`,
  unique: (owner: string, paths: readonly string[]) => md`${code(owner)}: ${codes(paths)} already taken → ${code('ALREADY_EXISTS')}`,
  givenId: (owner: string) => md`${code(owner)}: an identity that exists already → ${code('ALREADY_EXISTS')}`,
  transition: (operation: string, from: readonly string[]) => md`${code(operation)} outside ${codes(from)} → ${code('FAILED_PRECONDITION')}`,
  requirement: (owner: string, rule: string, text: string) => md`${code(owner)}: ${code(rule)} does not hold → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  invariant: (owner: string, rule: string, text: string) => md`${code(owner)}: ${code(rule)} broken → ${code('FAILED_PRECONDITION')}: ${prose(text)}`,
  version: (names: readonly string[]) => md`Outdated ${code('expected_version')} of ${codes(names)}, or a second writer → ${code('ABORTED')}`,
  unavailable: (database: string) => md`${prose(database)} does not answer → ${code('UNAVAILABLE')}, and ${code('NOT_SERVING')} in the health check`,
  unimplemented: (names: readonly string[]) => md`${codes(names)} until written → ${code('UNIMPLEMENTED')}`,
  internal: () => md`Anything else → ${code('INTERNAL')} without a leak`,
  optional: (owner: string, fields: readonly string[]) => md`${code(owner)} without ${codes(fields)}: absent stays absent through wire, code and database`,
  cleared: (operation: string, fields: readonly string[]) => md`${code(operation)} clears what the caller leaves out of ${codes(fields)}`,
  listBound: (field: string, max: string) => md`${code(field)} at its bound of ${code(max)}: one more is ${code('FAILED_PRECONDITION')}`,
  removeMissing: (operation: string) => md`${code(operation)} with an identity that is not there → ${code('NOT_FOUND')}`,
  defaults: (owner: string, fields: readonly string[]) => md`${code(owner)}: leaving out ${codes(fields)} means the default, in updates too`,
  decimals: (fields: readonly string[]) => md`More digits than the scale are refused, not rounded: ${codes(fields)}`,
  deletion: (operation: string) => md`After ${code(operation)} every call with the identity is ${code('NOT_FOUND')}`,
  terminal: (name: string, states: readonly string[]) => md`${code(name)} in ${codes(states)}: no operation leads out`,
  paging: (lists: readonly string[]) => md`${codes(lists)}: ${code('page_size')} 0 means 50 and is at most 200; a negative one and a token that cannot be decoded are ${code('INVALID_ARGUMENT')}`,
  empty: () => md`Errors and edge cases follow from the model.`,
};

export const testing = {
  unit: () => 'Domain Unit Tests',
  repository: () => 'Repository Tests',
  application: () => 'Application Service Tests',
  endToEnd: () => 'End-to-End',
  adapters: () => 'Adapter Tests',
  tool: () => 'Tools',
  unitText: (rules: number, transitions: number) =>
    md`test business rules and invariants: ${counted(rules, 'rule')} with a keeping and a breaking case, ${counted(transitions, 'transition')} from every state`,
  repositoryText: (names: readonly string[], database: string) =>
    md`one contract suite for ${names.length === 0 ? md`every repository` : codes(names)} against memory and ${prose(database)}: round trips, finders, unique sets, two writers, rollback`,
  applicationText: (count: number) => md`integration scenarios and error paths of ${counted(count, 'use case')}, with fakes behind the ports`,
  endToEndText: (services: readonly string[]) => md`complete workflows through ${services.length === 0 ? md`the gRPC services` : codes(services)}, every error status, restart in between`,
  adapterText: (names: readonly string[]) => md`${codes(names)} under injected faults`,
  toolText: (tests: string, typecheck: string) => md`${prose(tests)}; ${code(typecheck)} with no ignores`,
};

export const reminders = {
  load: (dotenv: string) => md`Load all database configs from ${code('.env')} using ${prose(dotenv)}`,
  validate: (tool: string) => md`Validate environment variables exist before connecting (${prose(tool)})`,
  urls: () => md`Use environment-specific database URLs: ${code('DATABASE_URL')} to run, ${code('TEST_DATABASE_URL')} to test`,
  noCredentials: (context: string) => md`NO hardcoded credentials in any file of ${code(context)}`,
  messages: () => md`Proper error messages for missing configs: every name, never a value`,
  pool: () => md`Connection pooling configured via environment variables`,
  adapters: (variables: readonly string[]) => md`Keep ${codes(variables)} out of code and logs as well`,
  requiredComment: () => '# Database Configuration (REQUIRED)',
  serviceComment: () => '# Service',
  adapterComment: (name: string) => `# ${name}`,
  echoComment: () => '# Set to true for SQL debugging',
  violations: (): readonly Markdown[] => [
    md`Hardcoding connection strings in repository implementations`,
    md`Missing environment variable validation`,
    md`Direct database credentials in configuration files`,
    md`Lack of proper connection error handling`,
    md`Missing database health checks`,
  ],
};

import { code, codes, md, prose, type Markdown } from '../../markdown';
import { counted } from './counting';

/** Labels and notes of the implementation steps; the labels are those of the seed. */
export const steps = {
  noFiles: () => md`No file yet: they follow from the model.`,
  signatures: () => 'Method signatures',
  patterns: () => 'DDD Pattern Implementation',
  solid: () => 'SOLID Principles Check',
  repositoryPattern: () => 'Repository Pattern',
  databaseConfig: () => '⚠️ DATABASE CONFIG REQUIREMENTS',
  applicationDesign: () => 'Application Service Design',
  integration: () => 'Integration Approach',
  criticalDatabase: () => '⚠️ CRITICAL DATABASE REQUIREMENTS',
  grpcDesign: () => 'gRPC Service Design',
};

export const domainStep = {
  identity: (generated: readonly string[], given: readonly string[]) =>
    md`Entity identity: ${generated.length === 0 ? md`` : md`a generated uuid of its own type for ${codes(generated)}`}${generated.length > 0 && given.length > 0 ? md`; ` : md``}${given.length === 0 ? md`` : md`given by the caller for ${codes(given)}`}`,
  invariants: (names: readonly string[]) => md`Business invariants: ${names.length === 0 ? md`the constraints of the fields; the model names no further one` : codes(names)}`,
  valueObjects: (names: readonly string[]) => md`Value object immutability: ${names.length === 0 ? md`the model declares none` : md`no change, nested collections included, and equality by value for ${codes(names)}`}`,
  root: (name: string, entities: readonly string[], references: readonly string[]) =>
    md`Aggregate root ${code(name)}: entry point for ${entities.length === 0 ? md`its own fields` : codes(entities)}${references.length === 0 ? md`` : md`; knows ${codes(references)} by identity only`}`,
  srp: (names: readonly string[]) => md`SRP: rules live in ${codes(names)}; loading, transport and configuration in other layers`,
  ocp: (points: readonly string[]) => md`OCP: ${points.length === 0 ? md`a new rule is a new named method` : md`a new rule is a new named method; new members go into ${codes(points)}`}`,
  dip: (names: readonly string[]) => md`DIP: the domain knows ${names.length === 0 ? md`clock and identities` : md`${codes(names)}, clock and identities`} as interfaces only`,
};

export const repositoryStep = {
  abstract: (names: readonly string[]) => md`Abstract interfaces in the domain layer: ${codes(names)}`,
  concrete: (sql: string, driver: string) => md`Concrete implementations in the infrastructure layer with ${prose(sql)} and ${prose(driver)}`,
  loading: (name: string, children: readonly string[]) => md`${code(name)} is loaded and saved whole${children.length === 0 ? md`` : md`, with ${codes(children)}`}`,
  events: (name: string) => md`${code(name)} is stored as its events`,
  boundaries: () => md`Transaction boundary: one aggregate and its outbox entries per unit of work`,
};

export const databaseRules = {
  useEnv: () => md`Repository implementations MUST use the database configuration from ${code('.env')}`,
  load: (dotenv: string, call: string) => md`Use ${prose(dotenv)}: ${code(call)} at application startup`,
  validate: (names: readonly string[]) => md`Validate the required environment variables: ${codes(names)}`,
  validateAll: (count: number, section: string) => md`Validate all ${counted(count, 'environment variable')} at start; they stand under ${prose(section)}`,
  noCredentials: () => md`NO hardcoded credentials anywhere in repository code`,
  connectionErrors: () => md`Handle connection errors and missing ${code('.env')} configuration with one message that names every variable, never a value`,
  neverHardcode: () => md`NEVER hardcode connection strings, passwords, hosts, ports`,
  document: () => md`Document the required variables for the developer in ${code('.env.example')}`,
};

export const applicationStep = {
  orchestration: (count: number) => md`Orchestration only in ${counted(count, 'use case')}; every business rule stays in the domain`,
  uses: (useCase: string, names: readonly string[]) => md`${code(useCase)} orchestrates ${codes(names)}`,
  transactions: (count: number) => md`Transaction management: ${counted(count, 'command')}, each in one unit of work`,
  errors: () => md`Error handling and validation in the order input, existence, version, state`,
  dtos: (names: readonly string[]) => md`DTO mapping for ${codes(names)}: no aggregate leaves the layer`,
};

export const integrationStep = {
  antiCorruption: (name: string, select: string | undefined) =>
    md`Anti-corruption layer ${code(name)}: port in the application layer${select === undefined ? md`` : md`, one adapter per member of ${code(select)}, chosen at run time`}`,
  noAdapters: () => md`Anti-corruption layer: the model names no external system`,
  container: () => md`Dependency injection: one typed composition root, resolved at compile time`,
  environment: () => md`**Database Configuration from .env ONLY**` as Markdown,
};

export const grpcStep = {
  mapping: (names: readonly string[]) => md`Proto message mapping for ${codes(names)}, explicit in both directions`,
  service: (name: string, rpcs: readonly string[]) => md`${code(name)}: ${codes(rpcs)}`,
  statuses: () =>
    md`Error handling and status codes: ${codes(['INVALID_ARGUMENT', 'NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'ABORTED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'INTERNAL'])}`,
  validation: (tool: string) => md`Input validation with ${prose(tool)}, reported as field violations`,
  responses: () => md`Response formatting: the aggregate in a field named after it, lists in pages`,
};

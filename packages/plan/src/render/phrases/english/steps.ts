import { code, codes, compose, prose } from '../../markdown';
import { counted } from './counting';

/** Labels and notes of the implementation steps; the labels are those of the seed. */
export const steps = {
  noFiles: () => compose`No file yet: they follow from the model.`,
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
    compose`Entity identity: ${generated.length === 0 ? compose`` : compose`a generated uuid of its own type for ${codes(generated)}`}${generated.length > 0 && given.length > 0 ? compose`; ` : compose``}${given.length === 0 ? compose`` : compose`given by the caller for ${codes(given)}`}`,
  invariants: (names: readonly string[]) =>
    compose`Business invariants: ${names.length === 0 ? compose`the constraints of the fields; the model names no further one` : codes(names)}`,
  valueObjects: (names: readonly string[]) =>
    compose`Value object immutability: ${names.length === 0 ? compose`the model declares none` : compose`no change, nested collections included, and equality by value for ${codes(names)}`}`,
  root: (name: string, entities: readonly string[], references: readonly string[]) =>
    compose`Aggregate root ${code(name)}: entry point for ${entities.length === 0 ? compose`its own fields` : codes(entities)}${references.length === 0 ? compose`` : compose`; knows ${codes(references)} by identity only`}`,
  srp: (names: readonly string[]) =>
    compose`SRP: rules live in ${codes(names)}; loading, transport and configuration in other layers`,
  ocp: (points: readonly string[]) =>
    compose`OCP: ${points.length === 0 ? compose`a new rule is a new named method` : compose`a new rule is a new named method; new members go into ${codes(points)}`}`,
  dip: (names: readonly string[]) =>
    compose`DIP: the domain knows ${names.length === 0 ? compose`clock and identities` : compose`${codes(names)}, clock and identities`} as interfaces only`,
};

export const repositoryStep = {
  abstract: (names: readonly string[]) => compose`Abstract interfaces in the domain layer: ${codes(names)}`,
  concrete: (sql: string, driver: string) =>
    compose`Concrete implementations in the infrastructure layer with ${prose(sql)} and ${prose(driver)}`,
  loading: (name: string, children: readonly string[]) =>
    compose`${code(name)} is loaded and saved whole${children.length === 0 ? compose`` : compose`, with ${codes(children)}`}`,
  events: (name: string) => compose`${code(name)} is stored as its events`,
  boundaries: () => compose`Transaction boundary: one aggregate and its outbox entries per unit of work`,
};

export const databaseRules = {
  useEnv: () => compose`Repository implementations MUST use the database configuration from ${code('.env')}`,
  load: (dotenv: string, call: string) => compose`Use ${prose(dotenv)}: ${code(call)} at application startup`,
  validate: (names: readonly string[]) => compose`Validate the required environment variables: ${codes(names)}`,
  validateAll: (count: number, section: string) =>
    compose`Validate all ${counted(count, 'environment variable')} at start; they stand under ${prose(section)}`,
  noCredentials: () => compose`NO hardcoded credentials anywhere in repository code`,
  connectionErrors: () =>
    compose`Handle connection errors and missing ${code('.env')} configuration with one message that names every variable, never a value`,
  neverHardcode: () => compose`NEVER hardcode connection strings, passwords, hosts, ports`,
  document: () => compose`Document the required variables for the developer in ${code('.env.example')}`,
};

export const applicationStep = {
  orchestration: (count: number) =>
    compose`Orchestration only in ${counted(count, 'use case')}; every business rule stays in the domain`,
  uses: (useCase: string, names: readonly string[]) => compose`${code(useCase)} orchestrates ${codes(names)}`,
  transactions: (count: number) =>
    compose`Transaction management: ${counted(count, 'command')}, each in one unit of work`,
  errors: () => compose`Error handling and validation in the order input, existence, version, state`,
  dtos: (names: readonly string[]) => compose`DTO mapping for ${codes(names)}: no aggregate leaves the layer`,
};

export const integrationStep = {
  antiCorruption: (name: string, select: string | undefined) =>
    compose`Anti-corruption layer ${code(name)}: port in the application layer${select === undefined ? compose`` : compose`, one adapter per member of ${code(select)}, chosen at run time`}`,
  noAdapters: () => compose`Anti-corruption layer: the model names no external system`,
  container: () => compose`Dependency injection: one typed composition root, resolved at compile time`,
  environment: () => compose`**Database Configuration from .env ONLY**`,
};

export const grpcStep = {
  mapping: (names: readonly string[]) =>
    compose`Proto message mapping for ${codes(names)}, explicit in both directions`,
  service: (name: string, rpcs: readonly string[]) => compose`${code(name)}: ${codes(rpcs)}`,
  statuses: () =>
    compose`Error handling and status codes: ${codes(['INVALID_ARGUMENT', 'NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'ABORTED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'INTERNAL'])}`,
  validation: (tool: string) => compose`Input validation with ${prose(tool)}, reported as field violations`,
  responses: () => compose`Response formatting: the aggregate in a field named after it, lists in pages`,
};

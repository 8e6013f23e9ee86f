import { code, codes, joined, md, prose, type Markdown } from '../../markdown';
import { counted, someOf } from './counting';

/** Constraints of a field, as a task or a test names them. */
export const constraints = {
  atLeast: (value: string) => md`at least ${code(value)}`,
  atMost: (value: string) => md`at most ${code(value)}`,
  charactersAtLeast: (count: string) => md`at least ${code(count)} characters`,
  charactersAtMost: (count: string) => md`at most ${code(count)} characters`,
  bytesAtLeast: (count: string) => md`at least ${code(count)} bytes`,
  bytesAtMost: (count: string) => md`at most ${code(count)} bytes`,
  elementsAtLeast: (count: string) => md`at least ${code(count)} elements`,
  elementsAtMost: (count: string) => md`at most ${code(count)} elements`,
  eachElement: (rules: Markdown) => md`each element ${rules}`,
  matches: (pattern: string) => md`matching ${code(`/${pattern}/`)} as a whole`,
  digits: (precision: number, scale: number) => md`at most ${precision} digits, ${scale} of them behind the point`,
  distinct: () => md`no two equal elements`,
  unique: (scope: string) => md`unique in ${code(scope)}`,
  uniqueAmongAll: () => md`unique among all aggregates`,
  defaultValue: (value: string) => md`${code(value)} unless the caller says otherwise`,
  defaultNow: () => md`the current time unless the caller says otherwise`,
};

/** Phase 1. */
export const domain = {
  enum: (name: string, members: readonly string[]) => md`Define enum ${code(name)} with ${counted(members.length, 'member')}: ${codes(members)}`,
  simpleValueObject: (name: string, type: string) => md`Implement value object ${code(name)}: an immutable ${code(type)}, equal by value`,
  compositeValueObject: (name: string, fields: readonly string[]) => md`Implement immutable value object ${code(name)} of ${codes(fields)}, equal by value`,
  constraint: (field: string, rules: readonly Markdown[]) => md`Enforce ${code(field)}: ${joined(rules)}`,
  valueConstraint: (rules: readonly Markdown[]) => md`Refuse every value that is not ${joined(rules)}`,
  invariant: (name: string, text: string) => md`Enforce invariant ${code(name)} with ${code(`${name}Error`)}: ${prose(text)}`,
  entity: (name: string, aggregate: string, fields: number) =>
    md`Create entity ${code(name)} (${counted(fields, 'field')}) inside aggregate ${code(aggregate)}, changed only through its root`,
  generatedIdentity: (name: string) => md`Give ${code(name)} a generated identity of its own type, ${code(`${name}Id`)}`,
  givenIdentity: (name: string, type: string) => md`Take the identity of ${code(name)} from the caller: ${code(`${name}Id`)} wraps ${code(type)}`,
  aggregate: (name: string, invariants: number, operations: number, entities: number) =>
    md`Create aggregate root ${code(name)} with ${someOf([[invariants, 'invariant'], [operations, 'operation'], [entities, 'child entity', 'child entities']])}`,
  boundary: (name: string, entities: readonly string[]) => md`Keep ${codes(entities)} inside the boundary of ${code(name)}: reached and changed through the root only`,
  lifecycle: (field: string, states: readonly string[], initial: string) => md`Model ${code(field)} with the states ${codes(states)}, starting at ${code(initial)}`,
  unique: (paths: readonly string[]) => md`Keep ${codes(paths)} unique together`,
  operation: (name: string, from: readonly string[] | undefined, to: readonly string[], events: readonly string[]) =>
    md`Operation ${code(name)}${transition(from, to)}${events.length === 0 ? md`` : md`, emits ${codes(events)}`}`,
  requirement: (name: string, text: string) => md`Check ${code(name)} before it runs: ${prose(text)}`,
  computed: (field: string) => md`Compute ${code(field)} as a pure function`,
  targets: (states: readonly string[]) => md`Choose the target state among ${codes(states)} as a pure function`,
  service: (name: string, methods: number) => md`Define domain service ${code(name)} with ${counted(methods, 'pure method')}`,
  serviceMethod: (signature: string) => md`Write ${code(signature)} as a pure function`,
  event: (name: string, aggregate: string, fields: readonly string[]) =>
    md`Implement domain event ${code(name)} of ${code(aggregate)}${fields.length === 0 ? md`, with its identity and time` : md`, carrying ${codes(fields)}`}`,
  errors: (context: string, count: number) => md`Name the ${counted(count, 'domain error')} of ${code(context)}, one for each rule that can be broken`,
};

/** Phase 2. */
export const repository = {
  interface: (name: string, methods: readonly string[]) => md`Define repository interface ${code(`${name}Repository`)} in the domain layer with ${codes(methods)}`,
  implementation: (name: string, sql: string, database: string) => md`Implement ${code(`${name}Repository`)} with ${prose(sql)} for ${prose(database)}`,
  loading: (name: string, children: readonly string[]) => md`Load and save ${code(name)} with ${codes(children)} in a fixed number of queries`,
  mapping: (name: string) => md`Map ${code(name)} explicitly between rows and domain; decimals, instants and absent values survive the round trip`,
  version: (name: string) => md`Check the version of ${code(name)} in the UPDATE, so that of two writers one gets a conflict`,
  uniqueIndex: (paths: readonly string[]) => md`Unique index on ${codes(paths)}, reported as a domain error`,
  finderIndex: (finder: string, paths: readonly string[]) => md`Index for ${code(finder)} on ${codes(paths)}`,
  events: (name: string) => md`Store ${code(name)} as its events and rebuild it from them`,
  inMemory: (name: string) => md`Write the in-memory ${code(`${name}Repository`)} that hands out copies`,
  migration: (context: string, tables: readonly string[], tool: string) => md`Create the first migration of ${code(context)} with ${prose(tool)}: tables for ${codes(tables)} and the outbox`,
  unitOfWork: () => md`Implement the unit of work: state and outbox commit together, a rollback leaves neither`,
  outbox: (events: number) => md`Record ${counted(events, 'kind of event', 'kinds of events')} in the outbox within the transaction`,
  configuration: (dotenv: string) => md`Set up database configuration from ${code('.env')} with ${prose(dotenv)} (NO hardcode!)`,
  variable: (names: readonly string[]) => md`Read ${codes(names)} from the environment and nowhere else`,
  pool: (driver: string) => md`Configure the connection pool of ${prose(driver)} from ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}, and turn connection errors into ${code('UNAVAILABLE')}`,
  embeddedFile: (driver: string) => md`Open the database file with ${prose(driver)} under a lock and a busy timeout, and turn connection errors into ${code('UNAVAILABLE')}`,
};

/** Phase 3. */
export const application = {
  useCase: (name: string, aggregate: string, action: string) => md`Create use case ${code(name)}: ${code(`${aggregate}.${action}`)}`,
  query: (name: string, aggregate: string) => md`Create query ${code(name)} that reads ${code(aggregate)} without loading the aggregate`,
  custom: (name: string, aggregate: string) => md`Write custom use case ${code(name)} on ${code(aggregate)}; it answers ${code('UNIMPLEMENTED')} until then`,
  uses: (names: readonly string[]) => md`Orchestrate ${codes(names)}`,
  requirement: (name: string, text: string) => md`Check ${code(name)} first: ${prose(text)}`,
  dto: (aggregate: string) => md`Define the DTOs of ${code(aggregate)} for input, result and page`,
  port: (name: string, operations: readonly string[]) => md`Define port ${code(name)} with ${codes(operations)}`,
  transactions: (commands: number) => md`Run each of the ${counted(commands, 'command')} in one unit of work`,
  errors: () => md`Validate input before loading, then check existence, version and state, in this order`,
  ports: () => md`Define the ports for clock, identities, unit of work and event publishing`,
  policy: (name: string, event: string, useCase: string) => md`Implement policy ${code(name)}: when ${code(event)} happens, run ${code(useCase)}, once per event`,
};

/** Phase 4. */
export const infrastructure = {
  adapter: (name: string) => md`Create adapter ${code(name)} behind its port: timeout, bounded retry, circuit breaker`,
  adapterMember: (member: string, variables: readonly string[]) => md`Adapter for ${code(member)}${variables.length === 0 ? md`` : md`, configured by ${codes(variables)}`}`,
  adapterOperation: (signature: string) => md`Translate ${code(signature)}; the foreign types stay inside`,
  adapterFake: (name: string) => md`Write the fake of ${code(name)} that tests and development use`,
  container: (context: string, parts: number) => md`Wire ${counted(parts, 'use case')} of ${code(context)} in the composition root`,
  environment: (count: number, validation: string) =>
    md`Validate ${counted(count, 'environment variable')} with ${prose(validation)} at start: one message names every missing one, never a value`,
  example: () => md`Document every variable in ${code('.env.example')}; keep ${code('.env')} out of version control`,
  health: (database: string) => md`Implement health checks: ${code('NOT_SERVING')} while ${prose(database)} does not answer`,
  logging: (logging: string) => md`Configure structured logging with ${prose(logging)}: a correlation id on every line, no secret on any`,
  shutdown: () => md`Shut down in order on SIGTERM: finish calls in flight, close the pool, exit 0`,
};

/** Phase 5. */
export const presentation = {
  proto: (service: string, path: string) => md`Write the contract of ${code(service)} in package ${code(path)}`,
  service: (service: string, rpcs: number) => md`Implement gRPC service ${code(service)} with ${counted(rpcs, 'rpc')}`,
  rpc: (name: string, output: string) => md`rpc ${code(name)}${output === 'void' ? md`` : md`, answering with ${code(output)}`}`,
  mapper: (aggregate: string) => md`Create proto message mappers of ${code(aggregate)}`,
  validation: (service: string, tool: string) => md`Validate the input of ${code(service)} with ${prose(tool)}: ${code('INVALID_ARGUMENT')} with field violations`,
  errors: () => md`Map domain errors to gRPC status codes once; anything unknown is ${code('INTERNAL')} without a leak`,
  paging: (lists: readonly string[]) => md`Format pages of ${codes(lists)}: ${code('page_size')} 50 by default and 200 at most, ${code('next_page_token')}`,
  documentation: () => md`Document the endpoints: reflection ${code('v1')} and ${code('v1alpha')}, and ${code('README.md')}`,
};

/** Phase 6. */
export const testing = {
  valueObjects: (count: number) => md`Write unit tests for ${counted(count, 'value object')}: equality, immutability, every constraint`,
  valueObject: (name: string) => md`${code(name)} accepts its bounds and refuses what lies beyond`,
  aggregate: (name: string) => md`Write unit tests for ${code(name)}`,
  invariant: (name: string) => md`${code(name)}: a case that keeps it and one that breaks it`,
  transition: (operation: string, from: readonly string[]) => md`${code(operation)} from ${codes(from)}, and refused from every other state`,
  operation: (operation: string) => md`${code(operation)} changes what it says, and nothing else`,
  requirement: (operation: string, rule: string) => md`${code(operation)} is refused when ${code(rule)} does not hold`,
  created: (event: string) => md`Creating records exactly one ${code(event)}; rehydrating records none`,
  service: (name: string) => md`Write unit tests for domain service ${code(name)}`,
  contract: (name: string, database: string) => md`Create the contract tests of ${code(`${name}Repository`)}, run against memory and ${prose(database)}`,
  contractFinder: (finder: string) => md`${code(finder)} with and without its filters`,
  conflict: (name: string) => md`Two writers of one ${code(name)}: exactly one conflict`,
  integration: (aggregate: string, useCases: number) => md`Implement integration tests for ${counted(useCases, 'use case')} of ${code(aggregate)}`,
  adapter: (name: string) => md`Test ${code(name)} under injected faults: slow, failing, answering nonsense`,
  policy: (name: string) => md`Test that ${code(name)} runs once, also when the event comes twice`,
  endToEnd: (service: string, rpcs: number) => md`Add end-to-end tests of ${code(service)}: ${counted(rpcs, 'rpc')} and every error status`,
  environment: () => md`Verify that the database configuration works with ${code('.env')}, and that a missing variable ends the start with its name`,
  migrations: () => md`Run the migrations up, down and up again`,
};

/** Tasks of a plan that has no aggregate yet. */
export const modelling = {
  aggregates: (context: string) => md`Model the first aggregate of ${code(context)} in the block ${code('yaml planner')} under Domain Model: fields, operations, invariants`,
  repositories: (context: string) => md`Name the finders that callers of ${code(context)} need; repositories follow from them`,
  useCases: (context: string) => md`List the use cases of ${code(context)} that are more than one operation of one aggregate`,
  services: (context: string) => md`Decide which use cases of ${code(context)} its gRPC services expose`,
  tests: (context: string) => md`Write down an example for every rule of ${code(context)}, one that keeps it and one that breaks it`,
};

function transition(from: readonly string[] | undefined, to: readonly string[]): Markdown {
  if (from === undefined) return to.length === 0 ? md`` : md`: to ${codes(to)}`;
  return to.length === 0 ? md`: in ${codes(from)}` : md`: ${codes(from)} → ${codes(to)}`;
}

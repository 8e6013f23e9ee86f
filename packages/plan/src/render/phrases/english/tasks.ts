import { code, codes, joined, compose, prose, type Markdown } from '../../markdown';
import { counted, listed, someOf } from './counting';

/** Constraints of a field, as a task or a test names them. */
export const constraints = {
  atLeast: (value: string) => compose`at least ${code(value)}`,
  atMost: (value: string) => compose`at most ${code(value)}`,
  charactersAtLeast: (count: string) => compose`at least ${code(count)} characters`,
  charactersAtMost: (count: string) => compose`at most ${code(count)} characters`,
  bytesAtLeast: (count: string) => compose`at least ${code(count)} bytes`,
  bytesAtMost: (count: string) => compose`at most ${code(count)} bytes`,
  elementsAtLeast: (count: string) => compose`at least ${code(count)} elements`,
  elementsAtMost: (count: string) => compose`at most ${code(count)} elements`,
  eachElement: (rules: Markdown) => compose`each element ${rules}`,
  matches: (pattern: string) => compose`matching ${code(`/${pattern}/`)} as a whole`,
  digits: (precision: number, scale: number) => compose`at most ${precision} digits, ${scale} of them behind the point`,
  distinct: () => compose`no two equal elements`,
  unique: (scope: string) => compose`unique in ${code(scope)}`,
  uniqueAmongAll: () => compose`unique among all aggregates`,
  defaultValue: (value: string) => compose`${code(value)} unless the caller says otherwise`,
  defaultNow: () => compose`the current time unless the caller says otherwise`,
};

/** Phase 1. */
export const domain = {
  enum: (name: string, members: readonly string[]) =>
    compose`Define enum ${code(name)} with ${counted(members.length, 'member')}: ${codes(members)}`,
  simpleValueObject: (name: string, type: string) =>
    compose`Implement value object ${code(name)}: an immutable ${code(type)}, equal by value`,
  compositeValueObject: (name: string, fields: readonly string[]) =>
    compose`Implement immutable value object ${code(name)} of ${codes(fields)}, equal by value`,
  constraint: (field: string, rules: readonly Markdown[]) => compose`Enforce ${code(field)}: ${joined(rules)}`,
  valueConstraint: (rules: readonly Markdown[]) => compose`Refuse every value that is not ${joined(rules)}`,
  invariant: (name: string, text: string) =>
    compose`Enforce invariant ${code(name)} with ${code(`${name}Error`)}: ${prose(text)}`,
  entity: (name: string, aggregate: string, fields: number) =>
    compose`Create entity ${code(name)} (${counted(fields, 'field')}) inside aggregate ${code(aggregate)}, changed only through its root`,
  generatedIdentity: (name: string) =>
    compose`Give ${code(name)} a generated identity of its own type, ${code(`${name}Id`)}`,
  givenIdentity: (name: string, type: string) =>
    compose`Take the identity of ${code(name)} from the caller: ${code(`${name}Id`)} wraps ${code(type)}`,
  aggregate: (name: string, invariants: number, operations: number, entities: number) =>
    compose`Create aggregate root ${code(name)} with ${someOf([
      [invariants, 'invariant'],
      [operations, 'operation'],
      [entities, 'child entity', 'child entities'],
    ])}`,
  extend: (name: string, fields: readonly string[], invariants: number, operations: number, entities: number) =>
    compose`Extend aggregate root ${code(name)} with ${listed([
      ...(fields.length === 0 ? [] : [codes(fields)]),
      ...[
        someOf([
          [invariants, 'invariant'],
          [operations, 'operation'],
          [entities, 'child entity', 'child entities'],
        ]),
      ].filter((part) => part !== ''),
    ])}`,
  boundary: (name: string, entities: readonly string[]) =>
    compose`Keep ${codes(entities)} inside the boundary of ${code(name)}: reached and changed through the root only`,
  lifecycle: (field: string, states: readonly string[], initial: string) =>
    compose`Model ${code(field)} with the states ${codes(states)}, starting at ${code(initial)}`,
  unique: (paths: readonly string[]) => compose`Keep ${codes(paths)} unique together`,
  operation: (name: string, from: readonly string[] | undefined, to: readonly string[], events: readonly string[]) =>
    compose`Operation ${code(name)}${transition(from, to)}${events.length === 0 ? compose`` : compose`, emits ${codes(events)}`}`,
  requirement: (name: string, text: string) => compose`Check ${code(name)} before it runs: ${prose(text)}`,
  computed: (field: string) => compose`Compute ${code(field)} as a pure function`,
  targets: (states: readonly string[]) => compose`Choose the target state among ${codes(states)} as a pure function`,
  service: (name: string, methods: number) =>
    compose`Define domain service ${code(name)} with ${counted(methods, 'pure method')}`,
  serviceMethod: (signature: string) => compose`Write ${code(signature)} as a pure function`,
  event: (name: string, aggregate: string, fields: readonly string[]) =>
    compose`Implement domain event ${code(name)} of ${code(aggregate)}${fields.length === 0 ? compose`, with its identity and time` : compose`, carrying ${codes(fields)}`}`,
  errors: (context: string, count: number) =>
    compose`Name the ${counted(count, 'domain error')} of ${code(context)}, one for each rule that can be broken`,
};

/** Phase 2. */
export const repository = {
  interface: (name: string, methods: readonly string[]) =>
    compose`Define repository interface ${code(`${name}Repository`)} in the domain layer with ${codes(methods)}`,
  extendInterface: (name: string, finders: readonly string[]) =>
    compose`Extend repository interface ${code(`${name}Repository`)} with ${codes(finders)}`,
  extendImplementation: (name: string) =>
    compose`Extend ${code(`${name}Repository`)}, in memory and in the database, with what is new in ${code(name)}`,
  nextMigration: (context: string, tables: readonly string[], tool: string) =>
    compose`Create the next migration of ${code(context)} with ${prose(tool)} for what is new in ${codes(tables)}; rows that exist stay valid`,
  implementation: (name: string, sql: string, database: string) =>
    compose`Implement ${code(`${name}Repository`)} with ${prose(sql)} for ${prose(database)}`,
  loading: (name: string, children: readonly string[]) =>
    compose`Load and save ${code(name)} with ${codes(children)} in a fixed number of queries`,
  mapping: (name: string) =>
    compose`Map ${code(name)} explicitly between rows and domain; decimals, instants and absent values survive the round trip`,
  version: (name: string) =>
    compose`Check the version of ${code(name)} in the UPDATE, so that of two writers one gets a conflict`,
  uniqueIndex: (paths: readonly string[]) => compose`Unique index on ${codes(paths)}, reported as a domain error`,
  finderIndex: (finder: string, paths: readonly string[]) => compose`Index for ${code(finder)} on ${codes(paths)}`,
  events: (name: string) => compose`Store ${code(name)} as its events and rebuild it from them`,
  inMemory: (name: string) => compose`Write the in-memory ${code(`${name}Repository`)} that hands out copies`,
  migration: (context: string, tables: readonly string[], tool: string) =>
    compose`Create the first migration of ${code(context)} with ${prose(tool)}: tables for ${codes(tables)} and the outbox`,
  unitOfWork: () => compose`Implement the unit of work: state and outbox commit together, a rollback leaves neither`,
  outbox: (events: number) =>
    compose`Record ${counted(events, 'kind of event', 'kinds of events')} in the outbox within the transaction`,
  configuration: (dotenv: string) =>
    compose`Set up database configuration from ${code('.env')} with ${prose(dotenv)} (NO hardcode!)`,
  variable: (names: readonly string[]) => compose`Read ${codes(names)} from the environment and nowhere else`,
  pool: (driver: string) =>
    compose`Configure the connection pool of ${prose(driver)} from ${codes(['DATABASE_POOL_SIZE', 'DATABASE_MAX_OVERFLOW'])}, and turn connection errors into ${code('UNAVAILABLE')}`,
  embeddedFile: (driver: string) =>
    compose`Open the database file with ${prose(driver)} under a lock and a busy timeout, and turn connection errors into ${code('UNAVAILABLE')}`,
};

/** Phase 3. */
export const application = {
  useCase: (name: string, aggregate: string, action: string) =>
    compose`Create use case ${code(name)}: ${code(`${aggregate}.${action}`)}`,
  query: (name: string, aggregate: string) =>
    compose`Create query ${code(name)} that reads ${code(aggregate)} without loading the aggregate`,
  custom: (name: string, aggregate: string) =>
    compose`Write custom use case ${code(name)} on ${code(aggregate)}; it answers ${code('UNIMPLEMENTED')} until then`,
  uses: (names: readonly string[]) => compose`Orchestrate ${codes(names)}`,
  requirement: (name: string, text: string) => compose`Check ${code(name)} first: ${prose(text)}`,
  dto: (aggregate: string) => compose`Define the DTOs of ${code(aggregate)} for input, result and page`,
  port: (name: string, operations: readonly string[]) => compose`Define port ${code(name)} with ${codes(operations)}`,
  transactions: (commands: number) => compose`Run each of the ${counted(commands, 'command')} in one unit of work`,
  errors: () => compose`Validate input before loading, then check existence, version and state, in this order`,
  ports: () => compose`Define the ports for clock, identities, unit of work and event publishing`,
  policy: (name: string, event: string, useCase: string) =>
    compose`Implement policy ${code(name)}: when ${code(event)} happens, run ${code(useCase)}, once per event`,
};

/** Phase 4. */
export const infrastructure = {
  adapter: (name: string) =>
    compose`Create adapter ${code(name)} behind its port: timeout, bounded retry, circuit breaker`,
  adapterMember: (member: string, variables: readonly string[]) =>
    compose`Adapter for ${code(member)}${variables.length === 0 ? compose`` : compose`, configured by ${codes(variables)}`}`,
  adapterOperation: (signature: string) => compose`Translate ${code(signature)}; the foreign types stay inside`,
  adapterFake: (name: string) => compose`Write the fake of ${code(name)} that tests and development use`,
  container: (context: string, parts: number) =>
    compose`Wire ${counted(parts, 'use case')} of ${code(context)} in the composition root`,
  environment: (count: number, validation: string) =>
    compose`Validate ${counted(count, 'environment variable')} with ${prose(validation)} at start: one message names every missing one, never a value`,
  example: () =>
    compose`Document every variable in ${code('.env.example')}; keep ${code('.env')} out of version control`,
  health: (database: string) =>
    compose`Implement health checks: ${code('NOT_SERVING')} while ${prose(database)} does not answer`,
  logging: (logging: string) =>
    compose`Configure structured logging with ${prose(logging)}: a correlation id on every line, no secret on any`,
  shutdown: () => compose`Shut down in order on SIGTERM: finish calls in flight, close the pool, exit 0`,
};

/** Phase 5. */
export const presentation = {
  proto: (service: string, path: string) => compose`Write the contract of ${code(service)} in package ${code(path)}`,
  service: (service: string, rpcs: number) =>
    compose`Implement gRPC service ${code(service)} with ${counted(rpcs, 'rpc')}`,
  rpc: (name: string, output: string) =>
    compose`rpc ${code(name)}${output === 'void' ? compose`` : compose`, answering with ${code(output)}`}`,
  mapper: (aggregate: string) => compose`Create proto message mappers of ${code(aggregate)}`,
  validation: (service: string, tool: string) =>
    compose`Validate the input of ${code(service)} with ${prose(tool)}: ${code('INVALID_ARGUMENT')} with field violations`,
  errors: () =>
    compose`Map domain errors to gRPC status codes once; anything unknown is ${code('INTERNAL')} without a leak`,
  paging: (lists: readonly string[]) =>
    compose`Format pages of ${codes(lists)}: ${code('page_size')} 50 by default and 200 at most, ${code('next_page_token')}`,
  documentation: () =>
    compose`Document the endpoints: reflection ${code('v1')} and ${code('v1alpha')}, and ${code('README.md')}`,
};

/** Phase 6. */
export const testing = {
  valueObjects: (count: number) =>
    compose`Write unit tests for ${counted(count, 'value object')}: equality, immutability, every constraint`,
  valueObject: (name: string) => compose`${code(name)} accepts its bounds and refuses what lies beyond`,
  aggregate: (name: string) => compose`Write unit tests for ${code(name)}`,
  invariant: (name: string) => compose`${code(name)}: a case that keeps it and one that breaks it`,
  transition: (operation: string, from: readonly string[]) =>
    compose`${code(operation)} from ${codes(from)}, and refused from every other state`,
  operation: (operation: string) => compose`${code(operation)} changes what it says, and nothing else`,
  requirement: (operation: string, rule: string) =>
    compose`${code(operation)} is refused when ${code(rule)} does not hold`,
  created: (event: string) => compose`Creating records exactly one ${code(event)}; rehydrating records none`,
  service: (name: string) => compose`Write unit tests for domain service ${code(name)}`,
  contract: (name: string, database: string) =>
    compose`Create the contract tests of ${code(`${name}Repository`)}, run against memory and ${prose(database)}`,
  contractFinder: (finder: string) => compose`${code(finder)} with and without its filters`,
  conflict: (name: string) => compose`Two writers of one ${code(name)}: exactly one conflict`,
  integration: (aggregate: string, useCases: number) =>
    compose`Implement integration tests for ${counted(useCases, 'use case')} of ${code(aggregate)}`,
  adapter: (name: string) => compose`Test ${code(name)} under injected faults: slow, failing, answering nonsense`,
  policy: (name: string) => compose`Test that ${code(name)} runs once, also when the event comes twice`,
  endToEnd: (service: string, rpcs: number) =>
    compose`Add end-to-end tests of ${code(service)}: ${counted(rpcs, 'rpc')} and every error status`,
  environment: () =>
    compose`Verify that the database configuration works with ${code('.env')}, and that a missing variable ends the start with its name`,
  migrations: () => compose`Run the migrations up, down and up again`,
};

/** Tasks of a plan that has no aggregate yet. */
export const modelling = {
  aggregates: (context: string) =>
    compose`Model the first aggregate of ${code(context)} in the block ${code('yaml planner')} under Domain Model: fields, operations, invariants`,
  repositories: (context: string) =>
    compose`Name the finders that callers of ${code(context)} need; repositories follow from them`,
  useCases: (context: string) =>
    compose`List the use cases of ${code(context)} that are more than one operation of one aggregate`,
  services: (context: string) => compose`Decide which use cases of ${code(context)} its gRPC services expose`,
  tests: (context: string) =>
    compose`Write down an example for every rule of ${code(context)}, one that keeps it and one that breaks it`,
};

function transition(from: readonly string[] | undefined, to: readonly string[]): Markdown {
  if (from === undefined) return to.length === 0 ? compose`` : compose`: to ${codes(to)}`;
  return to.length === 0 ? compose`: in ${codes(from)}` : compose`: ${codes(from)} → ${codes(to)}`;
}

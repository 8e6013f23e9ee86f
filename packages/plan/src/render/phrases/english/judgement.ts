import { code, codes, joined, compose, prose, type Markdown } from '../../markdown';
import { counted, someOf } from './counting';

export const compliance = {
  independent: (context: string) =>
    compose`Domain layer of ${code(context)} independent of infrastructure: it imports the standard library and the shared kernel only`,
  boundary: (name: string, entities: readonly string[]) =>
    compose`Proper aggregate boundaries maintained: ${entities.length === 0 ? compose`${code(name)} changes through its root only` : compose`only ${code(name)} changes ${codes(entities)}`}`,
  references: (from: string, targets: readonly string[]) =>
    compose`${code(from)} refers to ${codes(targets)} by identity, never by object`,
  encapsulated: (count: number) =>
    compose`Business logic encapsulated in domain objects: ${count === 0 ? compose`every rule` : counted(count, 'rule')} with a named method and a named error`,
  repositories: (names: readonly string[]) =>
    compose`Repository pattern follows interface segregation: what the use cases call stands in ${codes(names)}, and nothing more`,
  valueObjects: (names: readonly string[]) => compose`Immutable and equal by value: ${codes(names)}`,
  events: (count: number) =>
    compose`${counted(count, 'domain event')} recorded by the aggregate that changed, with explicit, versioned names`,
  useCases: () => compose`Use cases orchestrate and hold no business rule`,
  empty: (context: string) => compose`Every aggregate of ${code(context)} has a name from the ubiquitous language`,
};

export const decisions = {
  aggregateDesign: () => 'Aggregate Design',
  repositoryStrategy: () => 'Repository Strategy',
  domainEvents: () => 'Domain Events',
  valueObjects: () => 'Value Objects',
  concurrency: () => 'Concurrency',
  readSide: () => 'Read Side',
  integration: () => 'Integration',
  root: (name: string, entities: readonly string[], states: number) =>
    compose`${code(name)} is a root of its own${entities.length === 0 ? compose`` : compose` and owns ${codes(entities)}: no life outside the root`}${states === 0 ? compose`` : compose`; its operations are guarded by ${counted(states, 'state')}`}`,
  openRoot: (context: string) => compose`open until ${code(context)} has its first aggregate`,
  repositories: (names: readonly string[], sql: string) =>
    compose`one repository per root (${codes(names)}), ${prose(sql)} with explicit mappers, whole aggregates in, whole aggregates out`,
  noRepositories: () => compose`one repository per root`,
  eventSourced: (names: readonly string[]) => compose`${codes(names)} stored as events: their history is the state`,
  published: (count: number) =>
    compose`${counted(count, 'event')} written to an outbox in the transaction of the change, delivered at least once`,
  policies: (names: readonly string[]) =>
    compose`eventual consistency between aggregates, after the transaction, by ${codes(names)}`,
  noEvents: () => compose`none yet`,
  wrapped: (simple: readonly string[], composite: readonly string[]) =>
    simple.length + composite.length === 0
      ? compose`none declared; constraints live on the fields`
      : joined(
          [
            ...(simple.length === 0 ? [] : [compose`one wrapped value, bare on the wire: ${codes(simple)}`]),
            ...(composite.length === 0
              ? []
              : [compose`several values that only make sense together: ${codes(composite)}`]),
          ],
          '; ',
        ),
  optimistic: () =>
    compose`optimistic: a version per aggregate, checked in the UPDATE; the later of two writers gets ${code('ABORTED')}`,
  queries: (names: readonly string[]) => compose`rows, not aggregates, for ${codes(names)}`,
  adapters: (names: readonly string[]) => compose`foreign types stay behind the port of ${codes(names)}`,
};

export const solid = {
  srp: () => 'SRP Violations to Avoid',
  direction: () => 'Dependency Direction',
  interfaces: () => 'Interface Design',
  extension: () => 'Extension Points',
  substitution: () => 'Liskov Substitution',
  srpRules: (roots: readonly string[], useCases: number) =>
    compose`rules of ${roots.length === 0 ? compose`the aggregates` : codes(roots)} in ${useCases === 0 ? compose`use cases` : counted(useCases, 'use case')}, SQL in the domain, mapping in the gRPC services`,
  inward: () => compose`presentation → application → domain ← infrastructure; the domain imports no other layer`,
  contracts: (names: readonly string[]) =>
    compose`${names.length === 0 ? compose`repositories and ports` : codes(names)}: small, owned by the side that calls them`,
  points: (names: readonly Markdown[]) =>
    names.length === 0
      ? compose`a new use case, a new adapter, a new policy: none of them changes an aggregate`
      : joined(names, '; '),
  newMember: (enumName: string, adapter: string) =>
    compose`a new member of ${code(enumName)} is a new adapter of ${code(adapter)}`,
  newPolicy: (event: string) => compose`a new reaction to ${code(event)} is a new policy`,
  newUseCase: () => compose`a new use case does not change an aggregate`,
  sameContract: () => compose`in-memory and database repositories pass one contract suite, fakes and adapters another`,
};

/** Labels, then `risk → prevention`. */
export const risks = {
  domain: () => 'DDD Violations',
  performance: () => 'Performance Issues',
  transactions: () => 'Transaction Boundaries',
  external: () => 'External Systems',
  data: () => 'Data Fidelity',
  unfinished: () => 'Unfinished Rules',
  contexts: () => 'Context Boundaries',
  security: () => 'Database Security',
  environment: () => 'Environment Config',
  reference: (from: string, target: string) =>
    compose`${code(from)} holds the identity of ${code(target)} and may come to rely on its state → load ${code(target)} in the use case, change one of the two per transaction`,
  cycle: (names: readonly string[]) =>
    compose`${codes(names)} refer to each other in a circle → let one direction go through an event, or find the aggregate that they form together`,
  selfReference: (name: string) =>
    compose`${code(name)} refers to itself → forbid circles of identities in a requirement of the operation that sets them`,
  large: (name: string, fields: number, entities: number) =>
    compose`${code(name)} is large (${someOf([
      [fields, 'field'],
      [entities, 'child entity', 'child entities'],
    ])}), so that writers collide → look for parts without a common invariant and split them off`,
  transitions: (name: string, transitions: number, states: number) =>
    compose`${code(name)} has ${counted(transitions, 'transition')} between ${counted(states, 'state')} → test every operation from every state, and refuse by default`,
  anemic: (name: string) =>
    compose`${code(name)} has no invariant and no operation but its creation, an anemic model → find its rules, or make it a value object of another aggregate`,
  unbounded: (field: string) =>
    compose`${code(field)} has no upper bound and is loaded with its aggregate → bound it with ${code('max')}, or make its elements an aggregate`,
  longList: (field: string, max: string) =>
    compose`${code(field)} may hold ${code(max)} elements that are loaded with their aggregate → load children in one query, and measure saving at the bound`,
  containsFilter: (finder: string, field: string) =>
    compose`${code(finder)} looks inside the list ${code(field)} → index it for containment, and measure with real amounts`,
  paging: (finders: readonly string[]) =>
    compose`results grow with the data in ${codes(finders)} → pages by key, and an index for every filter`,
  nPlusOne: () =>
    compose`N+1 queries while loading → a fixed number of queries per aggregate, proven by the contract suite`,
  oneAggregate: () =>
    compose`data consistency across aggregates → one aggregate per transaction, everything else follows by event`,
  several: (useCase: string, names: readonly string[]) =>
    compose`${code(useCase)} touches ${codes(names)} → change one of them per transaction, only read the others`,
  contention: (name: string, fields: readonly string[]) =>
    compose`writers of ${code(name)} compete for ${codes(fields)} → the version check decides, callers repeat after ${code('ABORTED')}`,
  policy: (name: string, event: string, useCase: string) =>
    compose`${code(name)} runs ${code(useCase)} after ${code(event)}, late or twice → make it idempotent, and park what keeps failing`,
  adapter: (name: string, operations: readonly string[]) =>
    compose`${code(name)} may be slow, down or wrong in ${codes(operations)} → timeout, bounded retry, circuit breaker, fault-injection test`,
  adapterInTransaction: (useCase: string, adapter: string) =>
    compose`${code(useCase)} calls ${code(adapter)} → never inside an open transaction; record the intention first`,
  decimals: (fields: readonly string[]) =>
    compose`digits get lost where ${codes(fields)} become binary floats → a decimal type from the wire to the database, a string in the contract`,
  bigints: (fields: readonly string[]) =>
    compose`more than 53 bits in ${codes(fields)} → 64-bit types end to end, no conversion to a number`,
  instants: (fields: readonly string[]) =>
    compose`microseconds or the time zone get lost in ${codes(fields)} → UTC instants, stored and compared at microseconds`,
  unfinishedRules: (count: number, names: readonly string[], more: number) =>
    compose`${counted(count, 'place')} unfinished after scaffolding, each letting everything pass or answering ${code('UNIMPLEMENTED')}: ${codes(names)}${more === 0 ? compose`` : compose` and ${more} more`} → pending tests name them, and reports count them`,
  foreignReference: (field: string, target: string) =>
    compose`${code(field)} holds the identity of ${code(target)} without a foreign key → treat it as unknown until the other context answers`,
  foreignEvent: (event: string) =>
    compose`${code(event)} may change without this context → use only the fields that the plan names, and check them against the other plan`,
  clash: (name: string, owner: string) =>
    compose`${code(name)} means something else in ${code(owner)} → write both meanings into the ubiquitous language, or rename one`,
  noModel: (context: string) =>
    compose`${code(context)} is built before it is modelled → no code before the first aggregate stands under Domain Model`,
  credentials: (database: string) =>
    compose`hardcoded ${prose(database)} credentials → ${code('.env')} only, a check on every change, ${code('.env')} out of version control`,
  missingVariables: (count: number) =>
    compose`missing or invalid among ${counted(count, 'variable')} → validate all of them at start, name every missing one, print no value`,
};

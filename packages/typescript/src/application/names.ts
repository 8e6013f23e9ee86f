import {
  type AdapterModel,
  type AggregateModel,
  type ContextModel,
  kebabCase,
  lowerFirst,
  plural,
  upperFirst,
  type UseCaseModel,
} from '@planner/model';
import { type Exported, impliedProperties, requestSlots } from '@planner/target';
import { binding, method, type Names } from '../names';

/** Everything that the application layer exports; the look-ups throw on a name that the model does not have. */
export interface ApplicationNames {
  readonly unitOfWork: Exported;
  /** The repositories inside a unit of work; its properties are `AggregatePorts.repositories`. */
  readonly repositories: Exported;
  readonly eventPublisher: Exported;
  readonly clock: Exported;
  readonly idGenerator: Exported;
  readonly page: Exported;
  readonly pageRequest: Exported;
  /** Function `checkedPage(page: PageRequest): PageRequest`. */
  readonly checkedPage: Exported;
  readonly invalidPageTokenError: Exported;
  /** What tests of use cases stand on: a fixed clock, counted ids and so on. */
  readonly surroundings: string;
  aggregate(name: string): AggregatePorts;
  adapter(name: string): AdapterPort;
  useCase(name: string): UseCaseNames;
}

export interface AggregatePorts {
  /** Property of `Repositories` and name of the bindings for many: `orders`. */
  readonly repositories: string;
  /** Local name for one: `order`. */
  readonly local: string;
  /** Function `loadOrder(orders, id, expectedVersion)`; exists only if a use case changes or deletes. */
  readonly load: Exported;
  /** `OrderDto`. */
  readonly dto: Exported;
  /** The port `OrderQueries`, with `get(id)` and one method per finder. */
  readonly queries: Exported;
  /** Property or parameter that holds the queries: `orderQueries`. */
  readonly queriesProperty: string;
  readonly finders: ReadonlyMap<string, FinderNames>;
  /** Class of the tests that holds aggregates in memory: `StoredOrders`. */
  readonly stored: Exported;
}
export interface FinderNames {
  /** Of the queries: `findByBrokerOrder`. */
  readonly method: string;
  /** `OrderFindByBrokerOrderFilter`; the type exists, and the method takes it, only if the finder has filters. */
  readonly filter: Exported;
}

export interface AdapterPort {
  /** The interface `BrokerGateway`. */
  readonly port: Exported;
  /** The interface `BrokerGateways { for(broker: Broker): BrokerGateway }`; exists only with `select`. */
  readonly registry: Exported;
  /** What use cases are given: the registry with `select`, else the port. */
  readonly injected: Exported;
  /** Property or parameter that holds it: `brokerGateways`, `insurer`. */
  readonly property: string;
  readonly operations: ReadonlyMap<string, AdapterOperationNames>;
}
export interface AdapterOperationNames {
  readonly method: string;
  /** `BrokerGatewaySubmitInput`; exists, and is taken, only if the operation has an input. */
  readonly input: Exported;
  /** `BrokerGatewaySubmitOutput`; exists only if the output has fields and is not `bare`. */
  readonly output: Exported;
}

export interface UseCaseNames {
  /** `place-order`. */
  readonly kebab: string;
  readonly type: Exported;
  /** Property of `container.useCases`: `placeOrder`. */
  readonly property: string;
  /** What `execute` takes: `PlaceOrderCommand`, `ListOrdersQuery`; exists only if the use case takes anything. */
  readonly request: Exported;
  /**
   * Property of the request by parameter, filter or input. A change also has `id` and `expectedVersion`, a query that pages
   * `page`: a parameter of that name gets a `_`.
   */
  readonly properties: ReadonlyMap<string, string>;
  /** `RouteOrderResult`; exists only for a custom use case whose output has fields and is not `bare`. */
  readonly result: Exported;
  readonly testFile: string;
  /** Exists only if the use case has requirements. */
  readonly rulesFile: string;
  /** Requirements by name. */
  readonly rules: ReadonlyMap<string, UseCaseRuleNames>;
}
export interface UseCaseRuleNames {
  readonly function: string;
  /** Declared by the aggregate or by another use case if they require the same. */
  readonly error: Exported;
}

const PORTS = 'src/application/ports';

/** Claims the names of this layer; after those of the domain, so that only these give way. */
export function createApplicationNames(model: ContextModel, names: Names): ApplicationNames {
  const { registry } = names;
  const fixed = (file: string) => registry.file(`${PORTS}/${file}.ts`);
  const unitOfWorkFile = fixed('unit-of-work');
  const pageFile = fixed('page');
  const aggregates = aggregatePorts(model, names);
  const adapters = new Map(model.adapters.map((adapter) => [adapter.name, adapterPort(adapter, names)]));
  const errors = new Map(model.aggregates.map(({ name }) => [name, new Map(names.aggregate(name).ruleErrors)]));
  const useCases = new Map(model.useCases.map((useCase) => [useCase.name, useCaseNames(useCase, model, names, found(errors, useCase.aggregate))]));
  return {
    unitOfWork: { name: 'UnitOfWork', file: unitOfWorkFile },
    repositories: { name: 'Repositories', file: unitOfWorkFile },
    eventPublisher: { name: 'EventPublisher', file: fixed('event-publisher') },
    clock: { name: 'Clock', file: fixed('clock') },
    idGenerator: { name: 'IdGenerator', file: fixed('id-generator') },
    page: { name: 'Page', file: pageFile },
    pageRequest: { name: 'PageRequest', file: pageFile },
    checkedPage: { name: 'checkedPage', file: pageFile },
    invalidPageTokenError: { name: 'InvalidPageTokenError', file: pageFile },
    surroundings: 'test/support/surroundings.ts',
    aggregate: (name) => found(aggregates, name),
    adapter: (name) => found(adapters, name),
    useCase: (name) => found(useCases, name),
  };
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the application layer has no ${name}`);
  return value;
}

function aggregatePorts({ aggregates }: ContextModel, names: Names): ReadonlyMap<string, AggregatePorts> {
  const repositories = new Map<string, string>();
  for (const { name } of aggregates) {
    const taken = [...USE_CASE_LOCALS, ...repositories.values()];
    repositories.set(name, binding(method(lowerFirst(plural(name)), taken), taken));
  }
  return new Map(aggregates.map((aggregate) => [aggregate.name, portsOf(aggregate, names, repositories)]));
}

function portsOf(aggregate: AggregateModel, names: Names, repositories: ReadonlyMap<string, string>): AggregatePorts {
  const { registry } = names;
  const { name } = aggregate;
  const { kebab } = names.aggregate(name);
  const queriesFile = registry.file(`${PORTS}/${kebab}-queries.ts`);
  return {
    repositories: found(repositories, name),
    local: binding(lowerFirst(name), [...USE_CASE_LOCALS, ...repositories.values()]),
    load: { name: `load${name}`, file: registry.file(`src/application/use-cases/${kebab}/load-${kebab}.ts`) },
    dto: registry.artifact('application/dto', name, `${name}Dto`, `src/application/dtos/${kebab}/${kebab}-dto.ts`),
    queries: registry.type(`${name}Queries`, queriesFile),
    queriesProperty: `${lowerFirst(name)}Queries`,
    finders: finderNames(aggregate, queriesFile, names),
    stored: registry.type(`Stored${plural(name)}`, registry.file(`test/support/stored-${kebabCase(plural(name))}.ts`)),
  };
}

/** Names that the body of a use case uses beside those of its aggregate. */
const USE_CASE_LOCALS = ['command', 'filter', 'id', 'input', 'now', 'page', 'query', 'rules'];

function finderNames({ name: aggregate, finders }: AggregateModel, file: string, { registry }: Names): ReadonlyMap<string, FinderNames> {
  const made = new Map<string, FinderNames>();
  const taken = ['get'];
  for (const { name } of finders) {
    const free = method(name, taken);
    taken.push(free);
    made.set(name, { method: free, filter: registry.type(`${aggregate}${upperFirst(name)}Filter`, file) });
  }
  return made;
}

function adapterPort(adapter: AdapterModel, names: Names): AdapterPort {
  const { registry } = names;
  const port = names.adapter(adapter.name);
  const gateways = registry.type(plural(adapter.name), port.file);
  const taken: string[] = [];
  const operations = new Map<string, AdapterOperationNames>();
  for (const { name } of adapter.operations) {
    const free = method(name, taken);
    taken.push(free);
    const stem = `${adapter.name}${upperFirst(name)}`;
    operations.set(name, { method: free, input: registry.type(`${stem}Input`, port.file), output: registry.type(`${stem}Output`, port.file) });
  }
  const selected = adapter.select !== undefined;
  return {
    port,
    registry: gateways,
    injected: selected ? gateways : port,
    property: method(lowerFirst(selected ? plural(adapter.name) : adapter.name)),
    operations,
  };
}

function useCaseNames(useCase: UseCaseModel, model: ContextModel, names: Names, errors: Map<string, Exported>): UseCaseNames {
  const { registry } = names;
  const type = names.useCase(useCase.name);
  const rulesFile = registry.file(type.file.replace(/\.ts$/, '-rules.ts'));
  return {
    kebab: kebabCase(useCase.name),
    type,
    property: method(lowerFirst(useCase.name)),
    request: registry.type(`${useCase.name}${useCase.kind === 'query' ? 'Query' : 'Command'}`, type.file),
    properties: requestProperties(useCase, model),
    testFile: testFileOf(type.file, useCase),
    result: registry.type(`${useCase.name}Result`, type.file),
    rulesFile,
    rules: ruleNames(useCase, rulesFile, names, errors),
  };
}

/** Beside the other tests, wherever a plan has placed the use case. */
function testFileOf(file: string, { name, aggregate }: UseCaseModel): string {
  const usual = /^src\/application\/use-cases\/(.*)\.ts$/.exec(file)?.[1];
  return `test/unit/application/${usual ?? `${kebabCase(aggregate)}/${kebabCase(name)}`}.test.ts`;
}

/** A rule has one error, whatever in its aggregate requires it: `errors` holds those that are declared already. */
function ruleNames({ name: useCase, requires }: UseCaseModel, file: string, { registry }: Names, errors: Map<string, Exported>): ReadonlyMap<string, UseCaseRuleNames> {
  const made = new Map<string, UseCaseRuleNames>();
  const taken: string[] = [];
  for (const { name } of requires) {
    const free = binding(lowerFirst(name), taken);
    taken.push(free);
    const short = `${upperFirst(name)}Error`;
    const error = errors.get(name) ?? registry.type(registry.isFree(short) ? short : `${useCase}${short}`, file);
    errors.set(name, error);
    made.set(name, { function: free, error });
  }
  return made;
}

function requestProperties(useCase: UseCaseModel, model: ContextModel): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const taken = new Set<string>(impliedProperties(useCase, model));
  for (const { name } of requestSlots(useCase, model)) {
    let free = name;
    while (taken.has(free)) free += '_';
    taken.add(free);
    properties.set(name, free);
  }
  return properties;
}

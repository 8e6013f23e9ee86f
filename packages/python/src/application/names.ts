import {
  type AdapterModel,
  type AggregateModel,
  type ContextModel,
  plural,
  snakeCase,
  upperFirst,
  type UseCaseModel,
} from '@planner/model';
import { type Exported, requestSlots } from '@planner/target';
import { attribute, binding, method, moduleName, type Names } from '../names';
import { OTHER_BUILTINS } from '../names/reserved';
import { impliedFields } from './requests';

/** Everything that the application layer exports; the look-ups throw on a name that the model does not have. */
export interface ApplicationNames {
  /** The port whose `start()` is a context manager around one unit of work. */
  readonly unitOfWork: Exported;
  /** What that yields: the repositories (`AggregatePorts.repositories`) and `commit()`. Without a commit all is undone. */
  readonly startedWork: Exported;
  readonly eventPublisher: Exported;
  readonly clock: Exported;
  readonly idGenerator: Exported;
  /** `Page[T]` with `items` and `next_token`. */
  readonly page: Exported;
  /** Valid as it is; `limited()` answers the one with the size that its page will have. */
  readonly pageRequest: Exported;
  readonly invalidPageTokenError: Exported;
  /** What tests of use cases stand on: a fixed clock, counted ids and so on. */
  readonly surroundings: string;
  aggregate(name: string): AggregatePorts;
  adapter(name: string): AdapterPort;
  useCase(name: string): UseCaseNames;
}

export interface AggregatePorts {
  /** Attribute of `UnitOfWork` and name of the bindings for many: `orders`. */
  readonly repositories: string;
  /** Local name for one: `order`. */
  readonly local: string;
  /** Function `load_order(orders, id, expected_version)`; exists only if a use case changes or deletes. */
  readonly load: Exported;
  /** `OrderDto`. */
  readonly dto: Exported;
  /** The port `OrderQueries`, with `get(id)` and one method per finder. */
  readonly queries: Exported;
  /** Parameter that holds the queries: `order_queries`. */
  readonly queriesParameter: string;
  readonly finders: ReadonlyMap<string, FinderNames>;
  /** Class of the tests that holds aggregates in memory: `StoredOrders`. */
  readonly stored: Exported;
}
export interface FinderNames {
  /** Of the queries: `find_by_broker_order`. */
  readonly method: string;
  /** `OrderFindByBrokerOrderFilter`; the type exists, and the method takes it as `by`, only if the finder has filters. */
  readonly filter: Exported;
  /** Attribute of the filter by its name in the plan. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface AdapterPort {
  /** The port `BrokerGateway`. */
  readonly port: Exported;
  /** The port `BrokerGateways` with `of(broker) -> BrokerGateway`; exists only with `select`. */
  readonly registry: Exported;
  /** What use cases are given: the registry with `select`, else the port. */
  readonly injected: Exported;
  /** Parameter that holds it: `broker_gateways`, `insurer`. */
  readonly parameter: string;
  readonly operations: ReadonlyMap<string, AdapterOperationNames>;
}
export interface AdapterOperationNames {
  readonly method: string;
  /** Keyword argument by input. */
  readonly arguments: ReadonlyMap<string, string>;
  /** `BrokerGatewaySubmitOutput`; exists only if the output has fields and is not `bare`. */
  readonly output: Exported;
}

export interface UseCaseNames {
  /** `place_order`. */
  readonly snake: string;
  readonly type: Exported;
  /** What `execute` takes: `PlaceOrderCommand`, `ListOrdersQuery`; exists only if the use case takes anything. */
  readonly request: Exported;
  /**
   * Attribute of the request by parameter, filter or input. A change also has `id` and `expected_version`, a query that pages
   * `page`: a parameter of that name gets a `_`.
   */
  readonly attributes: ReadonlyMap<string, string>;
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
  const fixed = (file: string) => registry.file(`${PORTS}/${file}.py`);
  const unitOfWorkFile = fixed('unit_of_work');
  const pageFile = fixed('page');
  const aggregates = aggregatePorts(model, names);
  const adapters = new Map(model.adapters.map((adapter) => [adapter.name, adapterPort(adapter, names)]));
  const errors = new Map(model.aggregates.map(({ name }) => [name, new Map(names.aggregate(name).ruleErrors)]));
  const useCases = new Map(
    model.useCases.map((useCase) => [
      useCase.name,
      useCaseNames(useCase, model, names, found(errors, useCase.aggregate)),
    ]),
  );
  return {
    unitOfWork: { name: 'UnitOfWork', file: unitOfWorkFile },
    startedWork: { name: 'StartedWork', file: unitOfWorkFile },
    eventPublisher: { name: 'EventPublisher', file: fixed('event_publisher') },
    clock: { name: 'Clock', file: fixed('clock') },
    idGenerator: { name: 'IdGenerator', file: fixed('id_generator') },
    page: { name: 'Page', file: pageFile },
    pageRequest: { name: 'PageRequest', file: pageFile },
    invalidPageTokenError: { name: 'InvalidPageTokenError', file: pageFile },
    surroundings: 'tests/support/surroundings.py',
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

/** Names that the body of a use case and the modules around it use beside those of its aggregate. */
const USE_CASE_LOCALS = [
  ...['command', 'commit', 'by', 'id', 'expected_version', 'now', 'page', 'query', 'rules', 'work', 'self', 'cls'],
  ...['uuid', 'decimal', 're', 'kernel', 'src', 'append', 'copy', 'events', 'is_spoilt'],
];

function aggregatePorts({ aggregates }: ContextModel, names: Names): ReadonlyMap<string, AggregatePorts> {
  const repositories = new Map<string, string>();
  for (const { name } of aggregates)
    repositories.set(name, binding(snakeCase(plural(name)), [...USE_CASE_LOCALS, ...repositories.values()]));
  return new Map(aggregates.map((aggregate) => [aggregate.name, portsOf(aggregate, names, repositories)]));
}

function portsOf(aggregate: AggregateModel, names: Names, repositories: ReadonlyMap<string, string>): AggregatePorts {
  const { registry } = names;
  const { name } = aggregate;
  const { snake, dto } = names.aggregate(name);
  const queriesFile = registry.file(`${PORTS}/${snake}_queries.py`);
  return {
    repositories: found(repositories, name),
    local: binding(snakeCase(name), [...USE_CASE_LOCALS, ...repositories.values()]),
    load: {
      name: `load_${snakeCase(name)}`,
      file: registry.file(`src/application/use_cases/${snake}/load_${snakeCase(name)}.py`),
    },
    dto,
    queries: registry.type(`${name}Queries`, queriesFile),
    queriesParameter: `${snakeCase(name)}_queries`,
    finders: finderNames(aggregate, queriesFile, names),
    stored: registry.type(`Stored${plural(name)}`, registry.file(`tests/support/stored_${snakeCase(plural(name))}.py`)),
  };
}

function finderNames(
  { name: aggregate, finders }: AggregateModel,
  file: string,
  { registry }: Names,
): ReadonlyMap<string, FinderNames> {
  const made = new Map<string, FinderNames>();
  const taken = ['get'];
  for (const { name, by } of finders) {
    const free = method(name, taken);
    taken.push(free);
    made.set(name, {
      method: free,
      filter: registry.type(`${aggregate}${upperFirst(name)}Filter`, file),
      attributes: distinctNames(by.map((filter) => filter.name)),
    });
  }
  return made;
}

/** Attributes for names of the plan, none of them taken. */
function distinctNames(wanted: readonly string[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const made = new Map<string, string>();
  for (const name of wanted) {
    let free = attribute(name);
    while (used.has(free)) free += '_';
    used.add(free);
    made.set(name, free);
  }
  return made;
}

function adapterPort(adapter: AdapterModel, names: Names): AdapterPort {
  const { registry } = names;
  const port = names.adapter(adapter.name);
  const gateways = registry.type(plural(adapter.name), port.file);
  const taken = ['calls', 'failure'];
  const operations = new Map<string, AdapterOperationNames>();
  for (const { name, input } of adapter.operations) {
    const free = method(name, taken);
    taken.push(free);
    operations.set(name, {
      method: free,
      arguments: distinctNames(
        input.map((given) => given.name),
        ['call', ...OTHER_BUILTINS],
      ),
      output: registry.type(`${adapter.name}${upperFirst(name)}Output`, port.file),
    });
  }
  const selected = adapter.select !== undefined;
  return {
    port,
    registry: gateways,
    injected: selected ? gateways : port,
    parameter: binding(snakeCase(selected ? plural(adapter.name) : adapter.name), USE_CASE_LOCALS),
    operations,
  };
}

function useCaseNames(
  useCase: UseCaseModel,
  model: ContextModel,
  names: Names,
  errors: Map<string, Exported>,
): UseCaseNames {
  const { registry } = names;
  const type = names.useCase(useCase.name);
  const { snake: aggregate } = names.aggregate(useCase.aggregate);
  const snake = moduleName(useCase.name);
  const rulesFile = registry.file(`src/application/use_cases/${aggregate}/${snake}_rules.py`);
  const requestName = `${useCase.name}${useCase.kind === 'query' ? 'Query' : 'Command'}`;
  const beside = (kind: 'application/command' | 'application/result', wanted: string) =>
    registry.placement(kind, useCase.name) !== undefined
      ? registry.artifact(kind, useCase.name, wanted, type.file)
      : registry.type(wanted, type.file);
  return {
    snake,
    type,
    request: beside('application/command', requestName),
    attributes: distinctNames(
      requestSlots(useCase, model).map(({ name }) => name),
      impliedFields(useCase, model),
    ),
    testFile: `tests/unit/application/${aggregate}/test_${snake}.py`,
    result: beside('application/result', `${useCase.name}Result`),
    rulesFile,
    rules: ruleNames(useCase, rulesFile, names, errors),
  };
}

/** A rule has one error, whatever in its aggregate requires it: `errors` holds those that are declared already. */
function ruleNames(
  { name: useCase, requires }: UseCaseModel,
  file: string,
  { registry }: Names,
  errors: Map<string, Exported>,
): ReadonlyMap<string, UseCaseRuleNames> {
  const made = new Map<string, UseCaseRuleNames>();
  const taken: string[] = [];
  for (const { name } of requires) {
    const free = binding(name, taken);
    taken.push(free);
    const short = `${upperFirst(name)}Error`;
    const error = errors.get(name) ?? registry.type(registry.isFree(short) ? short : `${useCase}${short}`, file);
    errors.set(name, error);
    made.set(name, { function: free, error });
  }
  return made;
}

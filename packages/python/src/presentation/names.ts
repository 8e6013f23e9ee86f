import { type ContextModel, snakeCase, upperSnakeCase } from '@planner/model';
import type { Exported, ProtoModel } from '@planner/target';
import { binding, moduleName, type Names } from '../names';
import { GRPC } from './places';

/** Everything that the presentation layer exports for a type, a use case or a service of the plan. */
export interface PresentationNames {
  /** Constant that maps an enum: `ORDER_STATUS`. */
  enum(name: string): Exported;
  /** Functions `money_to_message` and `money_from_message` of a composite value object. */
  valueObject(name: string): MapperFunctions;
  aggregate(name: string): AggregateMapperNames;
  /** By the service's name in the plan. */
  service(name: string): ServiceNames;
}

export interface MapperFunctions {
  readonly toMessage: Exported;
  readonly fromMessage: Exported;
}

/** The static methods of an aggregate's mapper. */
export interface AggregateMapperNames {
  /** Class `OrderMapper`. */
  readonly mapper: Exported;
  readonly toMessage: string;
  readonly fromMessage: string;
  /** The tests of its rpcs. */
  readonly e2eTest: string;
  readonly entities: ReadonlyMap<string, EntityMethods>;
  /** What makes the request of a use case what it takes: `place_order_command`. */
  readonly requests: ReadonlyMap<string, string>;
}
export interface EntityMethods {
  readonly toMessage: string;
  /** With the id that the caller gives. */
  readonly fromMessage: string;
  /** Without the id that the service gives. */
  readonly draft: string;
}

export interface ServiceNames {
  /** `order_service`. */
  readonly snake: string;
  /** Class `OrderService`. */
  readonly servicer: Exported;
  /** Dataclass of the use cases that it calls: `OrderServiceUseCases`. */
  readonly useCases: Exported;
}

/** Modules whose names do not depend on the plan, and the test of the server. */
const FIXED_FILES = [
  ...['enums', 'enum_mapper', 'value_objects', 'wire_values'].map((stem) => `${GRPC}/mappers/${stem}.py`),
  'tests/e2e/test_main.py',
  'tests/e2e/test_server.py',
];

/** Claims the names of this layer, after all others. */
export function createPresentationNames(model: ContextModel, proto: ProtoModel, names: Names): PresentationNames {
  FIXED_FILES.forEach((file) => names.registry.file(file));
  const aggregates = new Map(model.aggregates.map(({ name }) => [name, aggregateMapper(name, model, names)]));
  const services = new Map(proto.services.map(({ name, planName }) => [planName, serviceNames(name, planName, names)]));
  // An enum called X1 has a constant of another name than the class that stands beside it.
  const constantOf = (name: string) => names.registry.type(upperSnakeCase(name), `${GRPC}/mappers/enums.py`);
  const enums = new Map(model.enums.map(({ name }) => [name, constantOf(name)]));
  return {
    enum: (name) => found(enums, name),
    valueObject: (name) => {
      const file = `${GRPC}/mappers/value_objects.py`;
      return {
        toMessage: { name: `${snakeCase(name)}_to_message`, file },
        fromMessage: { name: `${snakeCase(name)}_from_message`, file },
      };
    },
    aggregate: (name) => found(aggregates, name),
    service: (name) => found(services, name),
  };
}

function aggregateMapper(name: string, model: ContextModel, { registry }: Names): AggregateMapperNames {
  const path = `${GRPC}/mappers/${moduleName(name)}_mapper.py`;
  const mapper = registry.artifact('presentation/mapper', name, `${name}Mapper`, path);
  const taken = ['to_message', 'from_message'];
  const claim = (wanted: string): string => {
    const free = binding(wanted, taken);
    taken.push(free);
    return free;
  };
  const entities = model.aggregates.find((aggregate) => aggregate.name === name)?.entities ?? [];
  const requests = model.useCases.filter(({ aggregate }) => aggregate === name);
  return {
    mapper,
    toMessage: 'to_message',
    fromMessage: 'from_message',
    e2eTest: registry.file(`tests/e2e/test_${moduleName(name)}.py`),
    entities: new Map(
      entities.map((entity) => {
        const snake = snakeCase(entity.name);
        const methods = {
          toMessage: claim(`${snake}_to_message`),
          fromMessage: claim(`${snake}_from_message`),
          draft: claim(`${snake}_draft`),
        };
        return [entity.name, methods];
      }),
    ),
    requests: new Map(requests.map((useCase) => [useCase.name, claim(`${snakeCase(useCase.name)}_${useCase.kind}`)])),
  };
}

function serviceNames(name: string, planName: string, { registry }: Names): ServiceNames {
  const snake = moduleName(name);
  const servicer = registry.artifact('presentation/service', planName, name, `${GRPC}/servicers/${snake}.py`);
  return { snake, servicer, useCases: registry.type(`${name}UseCases`, servicer.file) };
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the presentation layer has no ${key}`);
  return value;
}

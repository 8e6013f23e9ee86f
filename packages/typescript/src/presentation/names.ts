import { type ContextModel, kebabCase, lowerFirst } from '@planner/model';
import type { Exported, ProtoModel } from '@planner/target';
import type { Names } from '../names';

/** Everything that the presentation layer exports for a type, a use case or a service of the plan. */
export interface PresentationNames {
  /** Record `sideToMessage` from member to value of the contract. */
  enumToMessage(name: string): Exported;
  /** Function `moneyToMessage` of a composite value object. */
  valueObjectToMessage(name: string): Exported;
  entityToMessage(aggregate: string, name: string): Exported;
  aggregateToMessage(name: string): Exported;
  /** zod schemas of what callers send. */
  enumSchema(name: string): Exported;
  valueObjectSchema(name: string): Exported;
  /** `draft`: without the id that the service gives. */
  entitySchema(aggregate: string, name: string, draft: boolean): Exported;
  aggregateSchema(name: string): Exported;
  /** By the service's name in the plan. */
  service(name: string): ServiceNames;
  /** The file with the tests of an aggregate's rpcs. */
  e2eTest(aggregate: string): string;
}

export interface ServiceNames {
  /** `order-service`. */
  readonly kebab: string;
  /** Function `orderService`. */
  readonly create: Exported;
  /** Interface of the use cases that it calls: `OrderServiceUseCases`. */
  readonly useCases: Exported;
  /** `placeOrderRequest`, by use case. */
  requestSchema(useCase: string): Exported;
}

const GRPC = 'src/presentation/grpc';

/** Files whose names do not depend on the plan. */
const FIXED_FILES = ['enums', 'value-objects', 'wire-values']
  .map((stem) => `mappers/${stem}`)
  .concat(
    ['collections', 'constrained', 'enums', 'json', 'requests', 'scalars', 'value-objects', 'violations'].map(
      (stem) => `validation/${stem}`,
    ),
  );

/** Claims the names of this layer, after all others. */
export function createPresentationNames(model: ContextModel, proto: ProtoModel, names: Names): PresentationNames {
  const { registry } = names;
  FIXED_FILES.forEach((file) => registry.file(`${GRPC}/${file}.ts`));
  const mappers = new Map(
    model.aggregates.map(({ name }) => [
      name,
      registry.placement('presentation/mapper', name)?.path ??
        registry.file(`${GRPC}/mappers/${names.aggregate(name).kebab}.ts`),
    ]),
  );
  const schemas = new Map(
    model.aggregates.map(({ name }) => [name, registry.file(`${GRPC}/validation/${names.aggregate(name).kebab}.ts`)]),
  );
  const services = new Map(
    proto.services.map(({ name, planName }): [string, ServiceNames] => {
      const kebab = kebabCase(name);
      const file =
        registry.placement('presentation/service', planName)?.path ?? registry.file(`${GRPC}/services/${kebab}.ts`);
      const requests = registry.file(`${GRPC}/validation/${kebab}-requests.ts`);
      return [
        planName,
        {
          kebab,
          create: { name: lowerFirst(name), file },
          useCases: registry.type(`${name}UseCases`, file),
          requestSchema: (useCase) => ({ name: `${lowerFirst(useCase)}Request`, file: requests }),
        },
      ];
    }),
  );
  registry.file('test/e2e/server.test.ts');
  const e2eTests = new Map(
    model.aggregates.map(({ name }) => [name, registry.file(`test/e2e/${names.aggregate(name).kebab}.test.ts`)]),
  );
  const shared = (folder: 'mappers' | 'validation', stem: string): string => `${GRPC}/${folder}/${stem}.ts`;
  return {
    enumToMessage: (name) => ({ name: `${lowerFirst(name)}ToMessage`, file: shared('mappers', 'enums') }),
    valueObjectToMessage: (name) => ({
      name: `${lowerFirst(name)}ToMessage`,
      file: shared('mappers', 'value-objects'),
    }),
    entityToMessage: (root, name) => ({ name: `${lowerFirst(name)}ToMessage`, file: found(mappers, root) }),
    aggregateToMessage: (name) => ({ name: `${lowerFirst(name)}ToMessage`, file: found(mappers, name) }),
    enumSchema: (name) => ({ name: `${lowerFirst(name)}Schema`, file: shared('validation', 'enums') }),
    valueObjectSchema: (name) => ({ name: `${lowerFirst(name)}Schema`, file: shared('validation', 'value-objects') }),
    entitySchema: (root, name, draft) => ({
      name: `${lowerFirst(draft ? names.entity(root, name).draft.name : name)}Schema`,
      file: found(schemas, root),
    }),
    aggregateSchema: (name) => ({ name: `${lowerFirst(name)}Schema`, file: found(schemas, name) }),
    service: (name) => found(services, name),
    e2eTest: (name) => found(e2eTests, name),
  };
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the presentation layer has no ${key}`);
  return value;
}

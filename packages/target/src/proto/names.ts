import { type ContextModel, type GrpcServiceModel, snakeCase } from '@planner/model';
import { Claims } from './claims';
import type { ProtoNumbers } from './numbers';

/** Names of the contract, unique in its package. A name that was given out stays with its owner for ever. */
export interface ProtoNames {
  readonly package: string;
  readonly directory: string;
  /** Proto name of a service of the plan. */
  service(planName: string): string;
  /** Proto name of a value object, entity, aggregate or enum of the plan. */
  type(planName: string): string;
  /** What `Request` and `Response` are put behind. */
  rpc(service: string, useCase: string): string;
  /** Path of a file for a service, for an aggregate, and for what aggregates share. */
  serviceFile(planName: string): string;
  aggregateFile(planName: string): string;
  readonly sharedFile: string;
}

/** Owners of names as `ProtoNumbers` knows them. */
export const owner = {
  service: (planName: string): string => `service ${planName}`,
  /** A type that is no enum is its own name. */
  enum: (planName: string): string => `enum ${planName}`,
  request: (service: string, useCase: string): string => `${service}.${useCase} request`,
  response: (service: string, useCase: string): string => `${service}.${useCase} response`,
};

/**
 * Services choose first, because their names are on the wire; then the rpcs whose messages have no other spelling left, the
 * types of the plan, and the other rpcs.
 */
export function protoNames(model: ContextModel, issued: ProtoNumbers): ProtoNames {
  const directory = `${snakeCase(model.context)}/v1`;
  const claims = new Claims(Object.entries(issued).map(([of, { name }]) => [name, of]));
  const services = new Map(model.grpcServices.map(({ name }) => [name, claims.take(owner.service(name), serviceSpellings(name))]));
  const wanted = model.grpcServices.flatMap((service) => service.useCases.map((useCase) => rpcSpellings(service, found(services, service.name), useCase)));
  const kept = new Set(wanted.flatMap(({ long }) => pair(long)));
  const types = new Map(typeOwners(model).map(([name, of]) => [name, claims.take(of, spellings(name, 'Message').filter((spelling) => !kept.has(spelling)))]));
  const rpcs = new Map(wanted.map((rpc) => [`${rpc.service}.${rpc.useCase}`, takeRpc(rpc, claims)]));
  const files = fileNames(model, services);
  return {
    package: directory.replace('/', '.'),
    directory,
    service: (planName) => found(services, planName),
    type: (planName) => found(types, planName),
    rpc: (service, useCase) => found(rpcs, `${service}.${useCase}`),
    serviceFile: (planName) => `${directory}/${found(files.services, planName)}.proto`,
    aggregateFile: (planName) => `${directory}/${found(files.aggregates, planName)}.proto`,
    sharedFile: `${directory}/${files.shared}.proto`,
  };
}

/** `OrderService`; buf's SERVICE_SUFFIX wants the ending. */
function serviceSpellings(planName: string): string[] {
  return spellings(planName.endsWith('Service') ? planName : `${planName}Service`, 'Service');
}

interface RpcSpellings {
  readonly service: string;
  readonly useCase: string;
  /** buf's RPC_REQUEST_STANDARD_NAME allows both; the long one is for a use case that several services expose. */
  readonly short: string;
  readonly long: string;
}

function rpcSpellings(service: GrpcServiceModel, protoName: string, useCase: string): RpcSpellings {
  return { service: service.name, useCase, short: useCase, long: protoName + useCase };
}

function takeRpc({ service, useCase, short, long }: RpcSpellings, claims: Claims): string {
  const owners = [owner.request(service, useCase), owner.response(service, useCase)];
  // The third would fail buf's naming rule; it stands for names like a use case `OrderServicePlaceOrder` beside `PlaceOrder`.
  return claims.takeTogether(owners, [short, long, `${long}Call`], pair);
}

function pair(base: string): [string, string] {
  return [`${base}Request`, `${base}Response`];
}

function typeOwners(model: ContextModel): [name: string, owner: string][] {
  const inAggregates = model.aggregates.flatMap((aggregate) => [aggregate, ...aggregate.entities]);
  return [...model.enums.map(({ name }): [string, string] => [name, owner.enum(name)]), ...[...model.valueObjects, ...inAggregates].map(({ name }): [string, string] => [name, name])];
}

/**
 * One file per service, one per aggregate with its entities, one for value objects and enums. Services import aggregates,
 * aggregates import what is shared, nothing imports the other way, and no element ever changes its file.
 */
function fileNames(model: ContextModel, services: ReadonlyMap<string, string>): { services: Map<string, string>; aggregates: Map<string, string>; shared: string } {
  const claims = new Claims([]);
  return {
    services: new Map([...services].map(([planName, name]) => [planName, claims.take(owner.service(planName), spellings(snakeCase(name), '_api'))])),
    shared: claims.take('types', spellings('types', '_shared')),
    aggregates: new Map(model.aggregates.map(({ name }) => [name, claims.take(name, spellings(snakeCase(name), '_aggregate'))])),
  };
}

/** The name, then the name with the suffix once, twice and so on. */
function spellings(name: string, suffix: string): string[] {
  return Array.from({ length: 9 }, (_, times) => name + suffix.repeat(times));
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the contract knows no ${key}`);
  return value;
}

import { foldLetters } from '../naming/slug';
import type { ListedPath } from './listed-paths';

/**
 * What a path says that its file is. `name` is the snake_case name of the element without what the kind adds to it
 * (`order` of `order_repository_impl`); `owner` the folder that says whose it is.
 */
export interface Role {
  readonly kind: RoleKind;
  readonly name: string;
  readonly owner?: string;
}
export type RoleKind =
  | 'aggregate'
  | 'entity'
  | 'valueObject'
  | 'enum'
  | 'event'
  | 'events'
  | 'service'
  | 'repository'
  | 'repositoryImplementation'
  | 'useCase'
  | 'dto'
  | 'command'
  | 'port'
  | 'adapter'
  | 'container'
  | 'config'
  | 'servicer'
  | 'mapper'
  /** In the domain, but below no folder that says what it is: whatever the model has by that name. */
  | 'element'
  | 'extra';

type Layer = 'domain' | 'application' | 'infrastructure' | 'presentation';

const LAYERS: Readonly<Record<string, Layer>> = {
  domain: 'domain',
  core: 'domain',
  mien: 'domain',
  application: 'application',
  app: 'application',
  infrastructure: 'infrastructure',
  infra: 'infrastructure',
  presentation: 'presentation',
  interfaces: 'presentation',
  interface: 'presentation',
  api: 'presentation',
  ui: 'presentation',
};

type Folder =
  | 'entities'
  | 'valueObjects'
  | 'aggregates'
  | 'enums'
  | 'events'
  | 'services'
  | 'repositories'
  | 'useCases'
  | 'dtos'
  | 'commands'
  | 'ports'
  | 'adapters'
  | 'persistence'
  | 'di'
  | 'config'
  | 'servicers'
  | 'mappers'
  | 'other';

const FOLDERS: Readonly<Record<string, Folder>> = {
  entities: 'entities',
  entity: 'entities',
  valueobjects: 'valueObjects',
  valueobject: 'valueObjects',
  vo: 'valueObjects',
  vos: 'valueObjects',
  values: 'valueObjects',
  aggregates: 'aggregates',
  aggregate: 'aggregates',
  enums: 'enums',
  enum: 'enums',
  enumerations: 'enums',
  events: 'events',
  event: 'events',
  domainevents: 'events',
  services: 'services',
  service: 'services',
  domainservices: 'services',
  repositories: 'repositories',
  repository: 'repositories',
  repos: 'repositories',
  usecases: 'useCases',
  usecase: 'useCases',
  interactors: 'useCases',
  dtos: 'dtos',
  dto: 'dtos',
  commands: 'commands',
  queries: 'commands',
  ports: 'ports',
  gateways: 'ports',
  adapters: 'adapters',
  adapter: 'adapters',
  external: 'adapters',
  integrations: 'adapters',
  clients: 'adapters',
  persistence: 'persistence',
  database: 'persistence',
  db: 'persistence',
  di: 'di',
  container: 'di',
  ioc: 'di',
  dependencyinjection: 'di',
  config: 'config',
  configs: 'config',
  configuration: 'config',
  settings: 'config',
  servicers: 'servicers',
  servicer: 'servicers',
  mappers: 'mappers',
  mapper: 'mappers',
  exceptions: 'other',
  errors: 'other',
  specifications: 'other',
  factories: 'other',
  policies: 'other',
  messaging: 'other',
  handlers: 'other',
  eventhandlers: 'other',
  migrations: 'other',
  logging: 'other',
  health: 'other',
  interceptors: 'other',
  validation: 'other',
};

/** Reads a path from its innermost known folder outwards; where none is known, the end of its name decides. */
export function roleOf(file: ListedPath): Role {
  const { stem, folders } = file;
  if (isTest(file) || /^(?:|init|index|main|conftest|base|base_.*|abstract)$/.test(stem))
    return { kind: 'extra', name: stem };
  const layer = layerOf(folders);
  const known = folders.map((folder) => FOLDERS[wordOf(folder)]);
  const at = known.findLastIndex((folder) => folder !== undefined);
  const folder = known[at];
  const inside = folders.slice(at + 1);
  return roleIn(folder, inside, stem, layer, folders) ?? byName(stem, layer, folders) ?? { kind: 'extra', name: stem };
}

function isTest({ folders, stem }: ListedPath): boolean {
  return folders.some((folder) => /^(?:tests?|specs?|__tests__)$/.test(folder)) || /^test_|_(?:test|spec)$/.test(stem);
}

function layerOf(folders: readonly string[]): Layer | undefined {
  return folders.map((folder) => LAYERS[wordOf(folder)]).find((layer) => layer !== undefined);
}

function wordOf(folder: string): string {
  return foldLetters(folder).replace(/[^a-z0-9]+/g, '');
}

function roleIn(
  folder: Folder | undefined,
  inside: readonly string[],
  stem: string,
  layer: Layer | undefined,
  folders: readonly string[],
): Role | undefined {
  const owner = inside.at(-1);
  const owned = (kind: RoleKind, name: string): Role => ({ kind, name, ...(owner !== undefined && { owner }) });
  switch (folder) {
    case 'entities':
      return { ...owned('entity', without(stem, /_entity$/)), ...ownerAround(folders) };
    case 'valueObjects':
      return { ...owned('valueObject', without(stem, /_(?:vo|value_object)$/)), ...ownerAround(folders) };
    case 'enums':
      return owned('enum', without(stem, /_enum$/));
    case 'aggregates':
      return aggregatePart(stem, inside);
    case 'events':
      return layer === undefined || layer === 'domain'
        ? { ...eventRole(stem, owner), ...ownerAround(folders) }
        : undefined;
    case 'services':
      if (layer === 'presentation') return servicer(stem);
      return layer === undefined || layer === 'domain'
        ? owned('service', without(stem, /_domain_service$/))
        : undefined;
    case 'repositories':
      return repository(stem, layer);
    case 'useCases':
      return useCaseRole(stem, inside);
    case 'dtos':
      return dto(stem, owner);
    case 'commands':
      // `commands/place_order.py` is the use case itself; with a suffix it is what the use case takes.
      return DTO_SUFFIX.test(stem) ? owned('command', without(stem, DTO_SUFFIX)) : owned('useCase', stem);
    case 'ports':
      return layer === 'infrastructure' ? adapter(stem, owner) : port(stem);
    case 'adapters':
      return adapter(stem, owner);
    case 'di':
      return /container/.test(stem) ? { kind: 'container', name: stem } : undefined;
    case 'config':
      return { kind: 'config', name: stem };
    case 'servicers':
      return servicer(stem);
    case 'mappers':
      return layer === undefined || layer === 'presentation'
        ? { kind: 'mapper', name: without(stem, /_(?:grpc_|proto_|message_)?mapper$/) }
        : undefined;
    default:
      return undefined;
  }
}

/** `aggregates/order/entities/order_line.py` is about the aggregate `order`. */
function ownerAround(folders: readonly string[]): { owner?: string } {
  const at = folders.findLastIndex((folder) => FOLDERS[wordOf(folder)] === 'aggregates');
  const owner = at < 0 ? undefined : folders[at + 1];
  return owner === undefined || FOLDERS[wordOf(owner)] !== undefined ? {} : { owner };
}

function aggregatePart(stem: string, inside: readonly string[]): Role {
  const name = without(stem, /_(?:aggregate_root|aggregate|root)$/);
  const [owner] = inside;
  if (owner === undefined) return { kind: 'aggregate', name };
  const isRoot = /^(?:aggregate|root|aggregate_root)$/.test(stem) || name !== stem;
  if (isRoot) return { kind: 'aggregate', name: owner, owner };
  if (/_events?$/.test(stem) || stem === 'events') return eventRole(stem, owner);
  if (/_repository$/.test(stem)) return repository(stem, 'domain');
  if (
    /_(?:errors?|exceptions?|factory|specification|rules?|data|state_machine)$|^(?:errors|exceptions|rules)$/.test(stem)
  )
    return { kind: 'extra', name: stem };
  if (/_(?:service|policy)$/.test(stem)) return { kind: 'service', name: stem, owner };
  if (/_(?:id|status|state|type|kind|code|number|name|amount|price|quantity|side)$/.test(stem))
    return { kind: 'valueObject', name: stem, owner };
  if (/_(?:vo|value_object)$/.test(stem))
    return { kind: 'valueObject', name: without(stem, /_(?:vo|value_object)$/), owner };
  return { kind: 'element', name: without(stem, /_entity$/), owner };
}

function eventRole(stem: string, owner: string | undefined): Role {
  const many = /^(?:domain_)?events?$|_(?:domain_)?events$/.test(stem);
  const name = without(stem, /_(?:domain_)?events?$/);
  const whose = owner === undefined ? {} : { owner };
  return many
    ? { kind: 'events', name: /^(?:domain_)?events?$/.test(stem) ? (owner ?? '') : name, ...whose }
    : { kind: 'event', name, ...whose };
}

const REPOSITORY =
  /_(?:repository_interface|repository_implementation|repository_impl|repository_port|repository|repo_impl|repo)$/;
const TECHNOLOGY =
  /^(?:i|abstract|async|sqlalchemy|sql_alchemy|sql|postgres|postgresql|pg|mysql|sqlite|mongo|kysely|typeorm|prisma)_/;

function repository(stem: string, layer: Layer | undefined): Role {
  const name = without(without(stem, REPOSITORY), TECHNOLOGY);
  if (/^(?:in_memory|fake|mock)_|^(?:repository|repositories)$/.test(stem)) return { kind: 'extra', name: stem };
  return {
    kind: layer === 'infrastructure' || /_impl(?:ementation)?$/.test(stem) ? 'repositoryImplementation' : 'repository',
    name,
  };
}

const USE_CASE_SUFFIX = /_(?:use_case|usecase|uc|interactor|command_handler|query_handler|handler|command|query)$/;
const DTO_SUFFIX = /_(?:dtos?|requests?|inputs?|commands?|query|queries|params)$/;
const ANSWER_SUFFIX = /_(?:responses?|outputs?|results?|views?)$/;

function useCaseRole(stem: string, inside: readonly string[]): Role {
  const owner = inside[0];
  const whose = owner === undefined ? {} : { owner };
  if (/_(?:dto|request|input|params)$/.test(stem))
    return { kind: 'command', name: without(stem, DTO_SUFFIX), ...whose };
  if (ANSWER_SUFFIX.test(stem) || /^(?:use_case|exceptions|errors|ports|dtos?|interfaces)$/.test(stem))
    return { kind: 'extra', name: stem };
  return { kind: 'useCase', name: without(stem, USE_CASE_SUFFIX), ...whose };
}

function dto(stem: string, owner: string | undefined): Role {
  const whose = owner === undefined ? {} : { owner };
  if (ANSWER_SUFFIX.test(stem)) return { kind: 'dto', name: without(stem, ANSWER_SUFFIX), ...whose };
  return { kind: 'dto', name: without(stem, DTO_SUFFIX), ...whose };
}

const ADAPTER_SUFFIX =
  /_(?:adapter_impl|gateway_impl|client_impl|adapter|client|gateway|connector|integration|provider|port|impl)$/;

function port(stem: string): Role {
  if (/^(?:unit_of_work|event_publisher|event_bus|clock|id_generator|message_bus|logger|page|.*_queries)$/.test(stem))
    return { kind: 'extra', name: stem };
  return { kind: 'port', name: adapterBase(stem) };
}

function adapter(stem: string, owner: string | undefined): Role {
  if (
    /^(?:fake|mock|stub|in_memory)_|_(?:mapper|dto|models?|exceptions?|errors?|config|translator|settings|types)$/.test(
      stem,
    )
  )
    return { kind: 'extra', name: stem };
  const base = adapterBase(stem);
  const bare = /^(?:adapter|client|gateway|impl|connector)$/.test(base);
  return { kind: 'adapter', name: bare && owner !== undefined ? owner : base };
}

/** `ssi` of `ssi_adapter`: what an adapter and its port have in common. */
export function adapterBase(stem: string): string {
  return without(without(without(stem, /^i_/), ADAPTER_SUFFIX), ADAPTER_SUFFIX);
}

function servicer(stem: string): Role | undefined {
  if (/_(?:mapper|interceptor|handlers?)$|^(?:server|health|reflection)/.test(stem)) return undefined;
  return { kind: 'servicer', name: without(without(stem, /_(?:servicer|service|controller)$/), /_(?:grpc|service)$/) };
}

/** Where no folder tells: the end of the name does. */
function byName(stem: string, layer: Layer | undefined, folders: readonly string[]): Role | undefined {
  if (/_servicer$/.test(stem)) return servicer(stem);
  if (REPOSITORY.test(stem)) return repository(stem, layer);
  if (layer === 'presentation' && /_mapper$/.test(stem))
    return { kind: 'mapper', name: without(stem, /_(?:grpc_|proto_)?mapper$/) };
  if (layer === 'presentation' && /_service$/.test(stem)) return servicer(stem);
  if (/_use_?case$/.test(stem)) return useCaseRole(stem, []);
  if (layer === 'infrastructure' && /(?:^|_)container$/.test(stem)) return { kind: 'container', name: stem };
  if (layer === 'infrastructure' && /_adapter$/.test(stem)) return adapter(stem, undefined);
  if (layer === 'infrastructure' && /(?:^|_)(?:config|settings)$/.test(stem)) return { kind: 'config', name: stem };
  if (layer === 'application' && /_(?:dto)$/.test(stem)) return dto(stem, undefined);
  if (/_value_object$/.test(stem)) return { kind: 'valueObject', name: without(stem, /_value_object$/) };
  if (/_entity$/.test(stem)) return { kind: 'entity', name: without(stem, /_entity$/) };
  if (/_aggregate$/.test(stem)) return { kind: 'aggregate', name: without(stem, /_aggregate$/) };
  const owner = folders.at(-1);
  if (layer === 'domain' && /^(?:domain_)?events$|_events$/.test(stem)) return eventRole(stem, owner);
  const listsNothing = folders.some((folder) => FOLDERS[wordOf(folder)] !== undefined);
  if (layer === 'domain' && !listsNothing)
    return {
      kind: 'element',
      name: stem,
      ...(owner !== undefined && LAYERS[wordOf(owner)] === undefined && { owner }),
    };
  return undefined;
}

function without(stem: string, suffix: RegExp): string {
  return stem.replace(suffix, '') || stem;
}

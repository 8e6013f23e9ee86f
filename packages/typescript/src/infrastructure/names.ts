import { type AdapterModel, type ContextModel, kebabCase, plural } from '@planner/model';
import type { Exported } from '@planner/target';
import type { Names } from '../names';

/** What the infrastructure exports, beside persistence; the look-ups throw on a name that the model does not have. */
export interface InfrastructureNames {
  /** Function `loadConfig(environment?): Config`. */
  readonly loadConfig: Exported;
  readonly config: Exported;
  /** `{ url, poolSize, maxOverflow, echo }`. */
  readonly databaseConfig: Exported;
  readonly configError: Exported;
  readonly readEnvironment: Exported;
  readonly environment: Exported;
  /** Constant: the absolute folder of the project. */
  readonly projectRoot: Exported;
  /** Functions on `DatabaseConfig.url`: `isEmbedded(url): boolean`, `embeddedFolder(url): string | undefined`. */
  readonly isEmbedded: Exported;
  readonly embeddedFolder: Exported;
  /** Function `lockFolder(folder): Promise<() => Promise<void>>`. */
  readonly lockFolder: Exported;
  readonly folderInUseError: Exported;
  readonly createLogger: Exported;
  readonly logger: Exported;
  readonly systemClock: Exported;
  readonly uuidGenerator: Exported;
  readonly databaseHealth: Exported;
  readonly createContainer: Exported;
  readonly container: Exported;
  readonly containerParts: Exported;
  readonly useCases: Exported;
  adapter(name: string): FakeNames;
}

export interface FakeNames {
  /** The class `FakeBrokerGateway`. */
  readonly fake: Exported;
  /** Classes of members of `select` that a plan has placed in files of their own. */
  readonly members: ReadonlyMap<string, Exported>;
  /** The class `FakeBrokerGateways`, one fake per member; exists only with `select`, and has a file of its own beside `members`. */
  readonly registry: Exported;
  /** What the container makes by default: the registry with `select`, else the fake. */
  readonly injected: Exported;
  /** The union `BrokerGatewayCall`. */
  readonly call: Exported;
  /** The interface `BrokerGatewayAnswers`. */
  readonly answers: Exported;
}

const FOLDER = 'src/infrastructure';

/** Claims the names of the fakes, after those of the domain and the application. The rest is the same for every model. */
export function createInfrastructureNames(model: ContextModel, names: Names): InfrastructureNames {
  const adapters = new Map(model.adapters.map((adapter) => [adapter.name, fakeNames(adapter, names)]));
  return {
    ...fixedNames((name, file) => ({ name, file: `${FOLDER}/${file}.ts` })),
    adapter: (name) => {
      const found = adapters.get(name);
      if (found === undefined) throw new Error(`the model has no adapter ${name}`);
      return found;
    },
  };
}

function fixedNames(at: (name: string, file: string) => Exported): Omit<InfrastructureNames, 'adapter'> {
  return {
    loadConfig: at('loadConfig', 'config/config'),
    config: at('Config', 'config/config'),
    databaseConfig: at('DatabaseConfig', 'config/config'),
    configError: at('ConfigError', 'config/config-error'),
    readEnvironment: at('readEnvironment', 'config/environment'),
    environment: at('Environment', 'config/environment'),
    projectRoot: at('PROJECT_ROOT', 'config/environment'),
    isEmbedded: at('isEmbedded', 'config/database-url'),
    embeddedFolder: at('embeddedFolder', 'config/database-url'),
    lockFolder: at('lockFolder', 'persistence/folder-lock'),
    folderInUseError: at('FolderInUseError', 'persistence/folder-lock'),
    createLogger: at('createLogger', 'logging/logger'),
    logger: at('Logger', 'logging/logger'),
    systemClock: at('SystemClock', 'time/system-clock'),
    uuidGenerator: at('UuidGenerator', 'identity/uuid-generator'),
    databaseHealth: at('DatabaseHealth', 'health/database-health'),
    createContainer: at('createContainer', 'di/container'),
    container: at('Container', 'di/container'),
    containerParts: at('ContainerParts', 'di/container'),
    useCases: at('UseCases', 'di/container'),
  };
}

function fakeNames(adapter: AdapterModel, { registry }: Names): FakeNames {
  const fake = registry.artifact('infrastructure/adapter', adapter.name, `Fake${adapter.name}`, `${FOLDER}/adapters/fake-${kebabCase(adapter.name)}.ts`);
  const { file } = fake;
  const members = membersOf(adapter, registry);
  const several = members.size === 0 ? file : registry.file(`${FOLDER}/adapters/fake-${kebabCase(plural(adapter.name))}.ts`);
  const selected = registry.type(`Fake${plural(adapter.name)}`, several);
  return {
    fake,
    members,
    registry: selected,
    injected: adapter.select === undefined ? fake : selected,
    call: registry.type(`${adapter.name}Call`, file),
    answers: registry.type(`${adapter.name}Answers`, file),
  };
}

function membersOf({ name, env }: AdapterModel, registry: Names['registry']): ReadonlyMap<string, Exported> {
  const placed = Object.keys(env).filter((member) => registry.placement('infrastructure/adapter', `${name}.${member}`) !== undefined);
  return new Map(placed.map((member) => [member, registry.artifact('infrastructure/adapter', `${name}.${member}`, member, '')]));
}

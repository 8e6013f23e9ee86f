import { type AdapterModel, type ContextModel, plural, snakeCase } from '@planner/model';
import type { Exported } from '@planner/target';
import type { Names } from '../names';

/** What the infrastructure exports, beside persistence; the look-ups throw on a name that the model does not have. */
export interface InfrastructureNames {
  /** Function `load_config(environment=None) -> Config`. */
  readonly loadConfig: Exported;
  readonly config: Exported;
  /** `url` (`postgresql://…` or `sqlite:///<absolute file>`), `pool_size`, `max_overflow`, `echo`. */
  readonly databaseConfig: Exported;
  /** `host`, `port`, `reflection`. */
  readonly grpcConfig: Exported;
  readonly configError: Exported;
  /** Function `read_environment(folder=PROJECT_ROOT, environment=None) -> Environment`. */
  readonly readEnvironment: Exported;
  /** Function `parse_database_url(text) -> str | None`: as `DatabaseConfig.url` has it. */
  readonly parseDatabaseUrl: Exported;
  /** Constant: the absolute folder of the project. */
  readonly projectRoot: Exported;
  /** Constant: the folder of `alembic.ini`, which is another one in an installed distribution. */
  readonly sharedFiles: Exported;
  /** Function `create_logger(level, stream=None) -> Logger`. */
  readonly createLogger: Exported;
  readonly logger: Exported;
  /** Function `capture_standard_log(logger)`: answers what ends it. */
  readonly captureStandardLog: Exported;
  readonly systemClock: Exported;
  readonly uuidGenerator: Exported;
  /** `healthy`, `on_change(listener)`, `check()`. */
  readonly databaseHealth: Exported;
  /** Function `create_container(config, logger, *replacements: dishka.Provider) -> dishka.AsyncContainer`. */
  readonly createContainer: Exported;
  adapter(name: string): FakeNames;
}

export interface FakeNames {
  /** The class `FakeBrokerGateway`. */
  readonly fake: Exported;
  /** The class `FakeBrokerGateways`, one fake per member; exists only with `select`. */
  readonly registry: Exported;
  /** What the container makes by default: the registry with `select`, else the fake. */
  readonly injected: Exported;
}

const FOLDER = 'src/infrastructure';

/** Claims the names of the fakes, after those of the domain and the application. The rest is the same for every model. */
export function createInfrastructureNames(model: ContextModel, names: Names): InfrastructureNames {
  const { registry } = names;
  const adapters = new Map(model.adapters.map((adapter) => [adapter.name, fakeNames(adapter, names)]));
  const at = (name: string, file: string) => ({ name, file: `${FOLDER}/${file}.py` });
  const config = registry.artifact('infrastructure/config', undefined, 'Config_', `${FOLDER}/config/config.py`);
  const container = registry.artifact('infrastructure/container', undefined, 'Container_', `${FOLDER}/di/container.py`);
  const inConfig = (name: string) => ({ name, file: config.file });
  return {
    loadConfig: inConfig('load_config'),
    config: inConfig('Config'),
    databaseConfig: inConfig('DatabaseConfig'),
    grpcConfig: inConfig('GrpcConfig'),
    configError: at('ConfigError', 'config/config_error'),
    readEnvironment: at('read_environment', 'config/environment'),
    parseDatabaseUrl: at('parse_database_url', 'config/database_url'),
    projectRoot: at('PROJECT_ROOT', 'config/environment'),
    sharedFiles: at('SHARED_FILES', 'config/environment'),
    createLogger: at('create_logger', 'logging/logger'),
    logger: at('Logger', 'logging/logger'),
    captureStandardLog: at('capture_standard_log', 'logging/logger'),
    systemClock: at('SystemClock', 'time/system_clock'),
    uuidGenerator: at('UuidGenerator', 'identity/uuid_generator'),
    databaseHealth: at('DatabaseHealth', 'health/database_health'),
    createContainer: { name: 'create_container', file: container.file },
    adapter: (name) => {
      const found = adapters.get(name);
      if (found === undefined) throw new Error(`the model has no adapter ${name}`);
      return found;
    },
  };
}

function fakeNames(adapter: AdapterModel, { registry }: Names): FakeNames {
  const path = `${FOLDER}/adapters/fake_${snakeCase(adapter.name)}.py`;
  const fake = registry.artifact('infrastructure/adapter', adapter.name, `Fake${adapter.name}`, path);
  const selected = registry.type(`Fake${plural(adapter.name)}`, fake.file);
  return { fake, registry: selected, injected: adapter.select === undefined ? fake : selected };
}

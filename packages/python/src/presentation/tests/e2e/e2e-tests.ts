import { type ExposedAggregate, exposedAggregates, type ExposedRpc, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../../imports';
import type { RenderContext } from '../../../render-context';
import { inPersistence } from '../../../repository/names';
import { ENVIRONMENT } from '../../../infrastructure/tests';
import { pyString } from '../../../text';
import { fixed } from '../../places';
import { SERVER_SUPPORT } from '../fixed-tests';
import { aggregateView } from './aggregate-view';
import { Calls } from './calls';

const SUPPORT = 'tests/support/service.py';
const support = (name: string) => ({ name, file: SUPPORT });

/** Tests of the running service: the server itself, and every rpc of every aggregate. */
export function renderE2eTests(context: RenderContext): RenderedFile[] {
  const aggregates = exposedAggregates(context).filter(isExposed);
  return [
    runningService(context),
    serverTests(context),
    programTests(context),
    ...aggregates.map((aggregate) => aggregateTests(context, aggregate)),
  ];
}

function isExposed({ create, get, list, singles, operations, customs }: ExposedAggregate): boolean {
  return (
    [create, get, list].some((rpc) => rpc !== undefined) || singles.length + operations.length + customs.length > 0
  );
}

function runningService(context: RenderContext): RenderedFile {
  const imports = context.imports(SUPPORT);
  const { loadConfig, createLogger, createContainer, databaseHealth } = context.infrastructure;
  [loadConfig, createLogger, createContainer, databaseHealth].forEach((exported) => imports.value(exported));
  ['grpc', 'os'].forEach((module) => imports.module(module));
  imports.from('contextlib', 'asynccontextmanager');
  imports.from('collections.abc', 'AsyncIterator');
  imports.from('collections.abc', 'Awaitable');
  imports.from('dataclasses', 'dataclass');
  imports.from('dishka', 'AsyncContainer');
  imports.module('pytest');
  imports.value(fixed('provider', 'GrpcProvider'));
  ['RunningServer', 'ServerOptions', 'Servicers', 'start_server'].forEach((name) =>
    imports.value(fixed('server', name)),
  );
  imports.value({ name: 'fresh_database', file: 'tests/support/databases.py' });
  imports.value(ENVIRONMENT);
  ['FailedCall', 'failed_call'].forEach((name) => imports.value({ name, file: 'tests/support/errors.py' }));
  return context.file(
    6,
    SUPPORT,
    context.templates.render('presentation/tests/support/service.py', { imports: imports.print() }),
  );
}

/** One rpc that needs nothing but an id stands for all in the tests of the server. */
function serverTests(context: RenderContext): RenderedFile {
  const path = 'tests/e2e/test_server.py';
  const imports = context.imports(path);
  const get = exposedAggregates(context).find((aggregate) => aggregate.get)?.get;
  const view = {
    services: context.proto.services.map(({ name }) => pyString(`${context.proto.package}.${name}`)),
    get: get && serverCall(context, get, imports),
    server: context.model.database !== 'sqlite',
  };
  importServer(context, imports);
  if (get) importCalls(imports);
  return context.file(
    6,
    path,
    context.templates.render('presentation/tests/e2e/server.py', { ...view, imports: imports.print() }),
  );
}

/** The process around the server: how it starts, and how it ends. */
function programTests(context: RenderContext): RenderedFile {
  const path = 'tests/e2e/test_main.py';
  const imports = context.imports(path);
  const get = exposedAggregates(context).find((aggregate) => aggregate.get)?.get;
  const view = { get: get && serverCall(context, get, imports) };
  for (const module of ['asyncio', 'grpc', 'json', 'logging', 'os', 'pytest', 'signal', 'socket', 'sys'])
    imports.module(module);
  ['AsyncIterator', 'Mapping'].forEach((name) => imports.from('collections.abc', name));
  imports.from('contextlib', 'asynccontextmanager');
  imports.from('pathlib', 'Path');
  imports.projectModule('src/main.py', 'main');
  imports.value(inPersistence('EMBEDDED', 'database'));
  imports.value(ENVIRONMENT);
  imports.value({ name: 'listed_services', file: SERVER_SUPPORT });
  imports.value({ name: 'opened', file: 'tests/support/databases.py' });
  if (get) {
    importCalls(imports);
    imports.value(context.infrastructure.loadConfig);
    imports.value(context.infrastructure.createLogger);
  }
  return context.file(
    6,
    path,
    context.templates.render('presentation/tests/e2e/main.py', { ...view, imports: imports.print() }),
  );
}

function serverCall(context: RenderContext, get: ExposedRpc, imports: ImportSet): object {
  const calls = new Calls(context, imports);
  return {
    ...calls.unknown(get),
    path: pyString(`/${context.proto.package}.${get.service.name}/${get.rpc.name}`),
    stubType: calls.method(get).replace('(service.channel)', '(channel)'),
    useCaseType: imports.value(context.application.useCase(get.useCase.name).type),
  };
}

function importServer(context: RenderContext, imports: ImportSet): void {
  ['asyncio', 'grpc', 'pytest', 'pytest_asyncio'].forEach((module) => imports.module(module));
  ['AsyncIterator', 'Callable'].forEach((name) => imports.from('collections.abc', name));
  imports.from('contextlib', 'asynccontextmanager');
  imports.from('dataclasses', 'replace');
  ['HealthCheckRequest', 'HealthCheckResponse'].forEach((name) => imports.from('grpc_health.v1.health_pb2', name));
  imports.value(context.infrastructure.databaseHealth);
  imports.value(context.infrastructure.createLogger);
  imports.value(context.repository.database);
  imports.value(fixed('health', 'HealthSource'));
  ['RunningServer', 'ServerOptions', 'Servicers', 'start_server'].forEach((name) =>
    imports.value(fixed('server', name)),
  );
  ['RunningService', 'any_port'].forEach((name) => imports.value(support(name)));
  ['NOT_SERVING', 'SERVING', 'health_of', 'listed_services'].forEach((name) =>
    imports.value({ name, file: SERVER_SUPPORT }),
  );
}

function importCalls(imports: ImportSet): void {
  imports.from('typing', 'NoReturn');
  imports.kernel('errors', 'NotFoundError');
  imports.value(support('failure_of'));
}

function aggregateTests(context: RenderContext, aggregate: ExposedAggregate): RenderedFile {
  const path = context.presentation.aggregate(aggregate.model.name).e2eTest;
  const imports = context.imports(path);
  const view = aggregateView(context, aggregate, imports);
  const body = context.templates.render('presentation/tests/e2e/aggregate.py', view);
  imports.from('collections.abc', 'AsyncIterator');
  ['pytest', 'pytest_asyncio'].forEach((module) => imports.module(module));
  if (/\bgrpc\.StatusCode/.test(body)) imports.module('grpc');
  if (/\bitertools\./.test(body)) imports.module('itertools');
  ['ReachedService', 'failure_of', 'reached_service']
    .filter((name) => body.includes(name))
    .forEach((name) => imports.value(support(name)));
  ['changed', 'fields_of']
    .filter((name) => new RegExp(`\\b${name}\\(`).test(body))
    .forEach((name) => imports.value({ name, file: 'tests/support/messages.py' }));
  return context.file(6, path, `${imports.print()}\n${body}`);
}

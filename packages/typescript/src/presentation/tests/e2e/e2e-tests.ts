import { type ExposedAggregate, exposedAggregates, type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../../../render-context';
import { aggregateView } from './aggregate-view';
import { RpcRequests } from './rpc-requests';

const SUPPORT = 'test/support/test-service.ts';

/** Tests of the running service: the server itself, and every rpc of every aggregate. */
export function renderE2eTests(context: RenderContext): RenderedFile[] {
  const aggregates = exposedAggregates(context).filter(isExposed);
  return [
    testService(context),
    serverTests(context),
    ...aggregates.map((aggregate) => aggregateTests(context, aggregate)),
  ];
}

function isExposed({ create, get, list, singles, operations, customs }: ExposedAggregate): boolean {
  return (
    [create, get, list].some((rpc) => rpc !== undefined) || singles.length + operations.length + customs.length > 0
  );
}

function testService(context: RenderContext): RenderedFile {
  const imports = context.imports(SUPPORT);
  const { loadConfig, readEnvironment, createLogger, createContainer, container } = context.infrastructure;
  [loadConfig, readEnvironment, createLogger, createContainer].forEach((exported) => imports.value(exported));
  imports.type(container);
  imports.value({ name: 'startServer', file: 'src/presentation/grpc/server.ts' });
  imports.type({ name: 'RunningServer', file: 'src/presentation/grpc/server.ts' });
  imports.value({ name: 'freshDatabaseUrl', file: 'test/support/test-database.ts' });
  imports.value({ name: 'detailsOfError', file: 'test/support/error-details.ts' });
  imports.type({ name: 'ReadDetails', file: 'test/support/error-details.ts' });
  ['Client', 'credentials'].forEach((name) => imports.package('@grpc/grpc-js', name));
  ['MethodDefinition', 'ServiceError', 'status'].forEach((name) => imports.packageType('@grpc/grpc-js', name));
  return context.file(
    6,
    SUPPORT,
    context.templates.render('presentation/test/test-service.ts', { imports: imports.print() }),
  );
}

/** One rpc that needs nothing but an id stands for all in the tests of the server. */
function serverTests(context: RenderContext): RenderedFile {
  const path = 'test/e2e/server.test.ts';
  const imports = context.imports(path);
  const get = exposedAggregates(context).find((aggregate) => aggregate.get)?.get;
  const requests = new RpcRequests(context, imports);
  const view = {
    services: context.proto.services.map(({ name }) => stringLiteral(`${context.proto.package}.${name}`)),
    get: get && { ...requests.unknown(get), property: context.application.useCase(get.useCase.name).property },
  };
  const tests = context.templates.render('presentation/test/server.e2e.ts', view);
  ['TestService', 'unary'].forEach((name) => imports.value({ name, file: SUPPORT }));
  imports.value({ name: 'startServer', file: 'src/presentation/grpc/server.ts' });
  imports.package('pino', 'pino');
  ['afterAll', 'beforeAll', 'describe', 'expect', 'it', 'vi']
    .filter((name) => tests.includes(`${name}(`) || tests.includes(`${name}.`))
    .forEach((name) => imports.package('vitest', name));
  imports.package('node:events', 'once');
  if (get) {
    imports.kernel('NotFoundError');
    imports.package('node:events', 'EventEmitter');
  }
  ['Client', 'credentials', 'status']
    .filter((name) => new RegExp(`\\b${name}\\b`).test(tests))
    .forEach((name) => imports.package('@grpc/grpc-js', name));
  return context.file(6, path, `${imports.print()}\n${tests}`);
}

function aggregateTests(context: RenderContext, aggregate: ExposedAggregate): RenderedFile {
  const path = context.presentation.e2eTest(aggregate.model.name);
  const imports = context.imports(path);
  const tests = context.templates.render(
    'presentation/test/aggregate.e2e.ts',
    aggregateView(context, aggregate, imports),
  );
  const support = ['ReachedService', 'present'].filter((name) => new RegExp(`\\b${name}\\b`).test(tests));
  support.forEach((name) => imports.value({ name, file: SUPPORT }));
  ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it']
    .filter((name) => tests.includes(`${name}(`))
    .forEach((name) => imports.package('vitest', name));
  if (tests.includes('status.')) imports.package('@grpc/grpc-js', 'status');
  return context.file(6, path, `${imports.print()}\n${tests}`);
}

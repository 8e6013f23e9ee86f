import { type RenderedFile, serviceReadsClock, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';
import { generatedService } from './ts-proto-names';

const GRPC = 'src/presentation/grpc';

/** Files that are the same for every plan. */
const FIXED = [
  'malformed-request',
  'rpc',
  'health',
  'open-streams',
  'reflection',
  'errors/error-details',
  'errors/invalid-request-error',
  'mappers/wire-values',
  'validation/collections',
  'validation/constrained',
  'validation/json',
  'validation/requests',
  'validation/scalars',
  'validation/violations',
];

/** The server around the services, and the program that starts it. */
export function renderServer(context: RenderContext): RenderedFile[] {
  const kernel = context.project.kernel.packageName;
  return [
    ...FIXED.map((name) => context.file(5, `${GRPC}/${name}.ts`, context.templates.render(`presentation/${name}.ts`, { kernel }))),
    errorMapping(context, kernel),
    server(context),
    program(context),
  ];
}

function program(context: RenderContext): RenderedFile {
  const file = 'src/main.ts';
  const imports = context.imports(file);
  const { loadConfig, createLogger, createContainer } = context.infrastructure;
  [loadConfig, createLogger, createContainer, { name: 'startServer', file: `${GRPC}/server.ts` }].forEach((exported) => imports.value(exported));
  return context.file(5, file, context.templates.render('presentation/main.ts', { imports: imports.print() }));
}

function errorMapping(context: RenderContext, kernel: string): RenderedFile {
  const file = `${GRPC}/errors/error-mapping.ts`;
  const { invalidPageTokenError } = context.application;
  const view = {
    kernel,
    domain: stringLiteral(context.model.context),
    invalidPageTokenError: invalidPageTokenError.name,
    pageModule: context.imports(file).specifier(invalidPageTokenError.file),
  };
  return context.file(5, file, context.templates.render('presentation/errors/error-mapping.ts', view));
}

function server(context: RenderContext): RenderedFile {
  const file = `${GRPC}/server.ts`;
  const imports = context.imports(file);
  ['Server', 'ServerCredentials', 'logVerbosity', 'setLogVerbosity'].forEach((name) => imports.package('@grpc/grpc-js', name));
  imports.packageType('pino', 'Logger');
  imports.value({ name: 'addHealth', file: `${GRPC}/health.ts` });
  imports.type({ name: 'HealthSource', file: `${GRPC}/health.ts` });
  imports.value({ name: 'addReflection', file: `${GRPC}/reflection.ts` });
  imports.value({ name: 'OpenStreams', file: `${GRPC}/open-streams.ts` });
  const { services } = context.proto;
  if (services.length > 0) {
    imports.value({ name: 'receivingMalformed', file: `${GRPC}/malformed-request.ts` });
    imports.value({ name: 'rpcWith', file: `${GRPC}/rpc.ts` });
  }
  const clock = serviceReadsClock(context);
  const names = services.map(({ planName }) => context.presentation.service(planName));
  const view = {
    parts: services.length === 0 ? '{ health }' : `{ useCases, health, logger${clock ? ', clock' : ''} }`,
    clock: clock ? imports.type(context.application.clock) : undefined,
    useCases: names.length === 0 ? 'object' : names.map(({ useCases }) => imports.type(useCases)).join(' & '),
    services: services.map((service) => ({
      definition: imports.value(generatedService(service.name, service.file)),
      create: imports.value(context.presentation.service(service.planName).create),
      arguments: ['useCases', 'rpc', ...(serviceReadsClock(context, service) ? ['clock'] : [])].join(', '),
      fullName: stringLiteral(`${context.proto.package}.${service.name}`),
    })),
  };
  return context.file(5, file, context.templates.render('presentation/server.ts', { ...view, imports: imports.print() }));
}

import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { moduleOf } from '../imports';
import { pyString } from '../text';
import { generatedRegistration } from './generated';
import { fixed, GRPC } from './places';

/** Modules that are the same for every plan. */
const FIXED = [
  'errors/interceptor',
  'health',
  'open_streams',
  'reflection',
  'mappers/enum_mapper',
  'mappers/wire_values',
  'validation/collections',
  'validation/requests',
  'validation/scalars',
  'validation/structs',
  'validation/violations',
];

/** The server around the servicers, and the program that starts it. */
export function renderServer(context: RenderContext): RenderedFile[] {
  const { pageRequest, invalidPageTokenError } = context.application;
  const view = {
    pageModule: moduleOf(pageRequest.file),
    pageRequest: pageRequest.name,
    invalidPageTokenError: invalidPageTokenError.name,
    domain: pyString(context.model.context),
  };
  return [
    ...[...FIXED, 'errors/error_mapping'].map((name) =>
      context.file(5, `${GRPC}/${name}.py`, context.templates.render(`presentation/${name}.py`, view)),
    ),
    server(context),
    provider(context),
    program(context),
  ];
}

function server(context: RenderContext): RenderedFile {
  const file = `${GRPC}/server.py`;
  const imports = context.imports(file);
  imports.module('grpc');
  imports.from('dataclasses', 'dataclass');
  imports.value(context.infrastructure.logger);
  imports.value(fixed('errors/interceptor', 'ErrorMappingInterceptor'));
  ['HEALTH_SERVICE', 'HealthReporter', 'HealthSource'].forEach((name) => imports.value(fixed('health', name)));
  imports.value(fixed('open_streams', 'OpenStreams'));
  imports.value(fixed('reflection', 'add_reflection'));
  const view = { package: pyString(context.proto.package), services: serviceViews(context, imports, true) };
  return context.file(
    5,
    file,
    context.templates.render('presentation/server.py', { ...view, imports: imports.print() }),
  );
}

function provider(context: RenderContext): RenderedFile {
  const file = `${GRPC}/provider.py`;
  const imports = context.imports(file);
  ['Provider', 'Scope', 'provide'].forEach((name) => imports.from('dishka', name));
  imports.value(fixed('server', 'Servicers'));
  const view = { services: serviceViews(context, imports, false) };
  return context.file(
    5,
    file,
    context.templates.render('presentation/provider.py', { ...view, imports: imports.print() }),
  );
}

function serviceViews(context: RenderContext, imports: ImportSet, registers: boolean): object[] {
  return context.proto.services.map((service) => {
    const { snake, servicer, useCases } = context.presentation.service(service.planName);
    return {
      attribute: snake,
      servicer: imports.value(servicer),
      useCases: registers ? '' : imports.value(useCases),
      register: registers ? generatedRegistration(service, imports) : '',
      fullName: pyString(`${context.proto.package}.${service.name}`),
    };
  });
}

function program(context: RenderContext): RenderedFile {
  const file = 'src/main.py';
  const imports = context.imports(file);
  const names = context.infrastructure;
  for (const exported of [
    names.config,
    names.configError,
    names.loadConfig,
    names.createContainer,
    names.databaseHealth,
  ])
    imports.value(exported);
  for (const exported of [names.logger, names.createLogger, names.captureStandardLog]) imports.value(exported);
  imports.kernel('errors', 'DomainError');
  ['asyncio', 'signal', 'sys'].forEach((module) => imports.module(module));
  imports.from('dishka', 'AsyncContainer');
  imports.value(fixed('provider', 'GrpcProvider'));
  ['RunningServer', 'ServerOptions', 'Servicers', 'start_server'].forEach((name) =>
    imports.value(fixed('server', name)),
  );
  const inUse = imports.value(context.repository.databaseInUseError);
  return context.file(5, file, context.templates.render('presentation/main.py', { inUse, imports: imports.print() }));
}

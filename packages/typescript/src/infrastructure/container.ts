import { type ContextModel, lowerFirst } from '@planner/model';
import { type Exported, type RenderedFile, serviceReadsClock, stringLiteral } from '@planner/target';
import { type Dependency, dependencies } from '../application';
import type { ImportSet } from '../imports';
import { method } from '../names';
import type { RenderContext } from '../render-context';

const USE_CASES_FILE = 'src/infrastructure/di/use-cases.ts';

/** Phase 4: the composition root. `container.ts` opens and closes, `use-cases.ts` puts the use cases together. */
export function renderContainer(context: RenderContext): RenderedFile[] {
  const parts = partsOf(context);
  return [container(context, parts), useCases(context, parts)];
}

/** A part that use cases are given, beside the unit of work, the clock and the ids. */
interface Part {
  /** Its property, unique among all parts. */
  readonly property: string;
  readonly port: Exported;
  readonly implementation: Exported;
}
interface Parts {
  /** By name of the adapter, and of the aggregate; only what some use case is given. */
  readonly adapters: ReadonlyMap<string, Part>;
  readonly queries: ReadonlyMap<string, Part>;
}

function partsOf({ model, application, infrastructure, repository }: RenderContext): Parts {
  const taken = ['unitOfWork', 'clock', 'ids'];
  const property = (wanted: string) => {
    const free = method(wanted, taken);
    taken.push(free);
    return free;
  };
  const adapters = model.adapters.map(({ name }): [string, Part] => {
    const { property: wanted, injected } = application.adapter(name);
    return [name, { property: property(wanted), port: injected, implementation: infrastructure.adapter(name).injected }];
  });
  const needed = new Set(needsOf(model, application).flatMap((need) => (need.kind === 'queries' ? [need.aggregate] : [])));
  const queries = model.aggregates
    .filter(({ name }) => needed.has(name))
    .map(({ name }): [string, Part] => {
      const { queriesProperty, queries: port } = application.aggregate(name);
      return [name, { property: property(queriesProperty), port, implementation: repository.aggregate(name).kyselyQueries }];
    });
  return { adapters: new Map(adapters), queries: new Map(queries) };
}

function needsOf(model: ContextModel, application: RenderContext['application']): Dependency[] {
  return model.useCases.flatMap((useCase) => [...dependencies(useCase, application)]);
}

function container(context: RenderContext, parts: Parts): RenderedFile {
  const { infrastructure: names, application, repository } = context;
  const file = names.container.file;
  const imports = context.imports(file);
  const local = localNames(imports, CONTAINER_NAMES);
  for (const type of [names.config, names.logger, application.clock, application.idGenerator]) imports.type(type);
  for (const value of [names.databaseHealth, names.systemClock, names.uuidGenerator]) imports.value(value);
  for (const value of [repository.connect, repository.migrateToLatest, repository.pendingMigrations, repository.kyselyUnitOfWork]) imports.value(value);
  imports.type(repository.database);
  imports.type({ name: 'UseCases', file: USE_CASES_FILE });
  imports.value({ name: 'createUseCases', file: USE_CASES_FILE });
  imports.kernel('UnavailableError');
  const view = {
    clock: serviceReadsClock(context),
    adapters: [...parts.adapters.values()].map(({ property, port, implementation }) => ({
      property,
      literal: stringLiteral(property),
      type: local.type(port),
      fake: local.value(implementation),
    })),
    queries: [...parts.queries.values()].map(({ property, implementation }) => ({ property, type: local.value(implementation) })),
  };
  return context.file(4, file, context.templates.render('infrastructure/di/container.ts', { ...view, imports: imports.print() }));
}

const CONTAINER_NAMES = ['Config', 'Container', 'ContainerParts', 'Database', 'DatabaseHealth', 'KyselyUnitOfWork', 'SystemClock', 'UseCases', 'UuidGenerator'];

function useCases(context: RenderContext, parts: Parts): RenderedFile {
  const { model, application, names } = context;
  const imports = context.imports(USE_CASES_FILE);
  const local = localNames(imports, ['UseCases', 'UseCaseParts']);
  for (const type of [application.unitOfWork, application.clock, application.idGenerator]) imports.type(type);
  const services = servicesOf(context);
  const view = {
    useCases: model.useCases.map((useCase) => ({
      property: application.useCase(useCase.name).property,
      type: local.value(application.useCase(useCase.name).type),
      needs: dependencies(useCase, application).map((need) => argument(need, parts, services)),
    })),
    parts: [...parts.adapters.values(), ...parts.queries.values()].map(({ property, port }) => ({ property, type: local.type(port) })),
    services: [...services].map(([name, property]) => ({ property, type: local.value(names.service(name)) })),
  };
  return context.file(4, USE_CASES_FILE, context.templates.render('infrastructure/di/use-cases.ts', { ...view, imports: imports.print() }));
}

/** Property by name, of the services that some use case is given. */
function servicesOf({ model, application }: RenderContext): ReadonlyMap<string, string> {
  const used = needsOf(model, application).flatMap((need) => (need.kind === 'service' ? [need.service] : []));
  return new Map(used.map((name) => [name, method(lowerFirst(name))]));
}

function argument(need: Dependency, parts: Parts, services: ReadonlyMap<string, string>): string {
  switch (need.kind) {
    case 'queries':
      return `parts.${found(parts.queries, need.aggregate).property}`;
    case 'adapter':
      return `parts.${found(parts.adapters, need.adapter).property}`;
    case 'service':
      return `services.${found(services, need.service)}`;
    default:
      return `parts.${need.kind}`;
  }
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the container has no ${name}`);
  return value;
}

/** Imports names of the plan; one that the file uses for something else gets a `_` here. */
function localNames(imports: ImportSet, reserved: readonly string[]) {
  const local = (name: string) => (reserved.includes(name) ? `${name}_` : name);
  return {
    type: ({ name, file }: Exported) => imports.packageType(imports.specifier(file), name, local(name)),
    value: ({ name, file }: Exported) => imports.package(imports.specifier(file), name, local(name)),
  };
}

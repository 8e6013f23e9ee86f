import type { Exported, RenderedFile } from '@planner/target';
import { dependencies } from '../application';
import type { ImportSet } from '../imports';
import { moduleOf } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';

/** Phase 4: the composition root, one provider per concern. */
export function renderContainer(context: RenderContext): RenderedFile {
  const { infrastructure: names, application, repository, model } = context;
  const { file } = names.createContainer;
  const imports = context.imports(file);
  for (const name of ['AsyncContainer', 'Provider', 'Scope', 'make_async_container', 'provide'])
    imports.from('dishka', name);
  for (const name of ['AsyncIterator', 'Sequence']) imports.from('collections.abc', name);
  imports.kernel('errors', 'UnavailableError');
  for (const fixed of [names.config, names.databaseHealth, names.logger, names.systemClock, names.uuidGenerator])
    imports.value(fixed);
  for (const fixed of [
    repository.database,
    repository.connect,
    repository.migrateToLatest,
    repository.pendingMigrations,
  ])
    imports.value(fixed);
  for (const port of [application.clock, application.idGenerator, application.unitOfWork]) imports.value(port);
  const members = ['scope', 'database', 'health', 'unit_of_work', ...PROVIDER_MEMBERS];
  const member = (wanted: string) => {
    const free = binding(wanted, members);
    members.push(free);
    return free;
  };
  const view = {
    unitOfWork: imports.value(repository.unitOfWork),
    adapters: model.adapters.map(({ name }) => ({
      method: member(application.adapter(name).parameter),
      port: local(imports, application.adapter(name).injected),
      fake: local(imports, names.adapter(name).injected),
    })),
    queries: model.aggregates.map(({ name }) => ({
      method: member(application.aggregate(name).queriesParameter),
      port: local(imports, application.aggregate(name).queries),
      implementation: local(imports, repository.aggregate(name).queries),
    })),
    provided: [
      ...usedServices(context).map((name) => local(imports, context.names.service(name))),
      ...model.useCases.map(({ name }) => local(imports, application.useCase(name).type)),
    ],
  };
  if (view.provided.length > 0) imports.from('dishka', 'provide_all');
  const text = context.templates.render('infrastructure/di/container.py', { ...view, imports: imports.print() });
  return context.file(4, file, text);
}

/** Of dishka's `Provider`, and what its class body calls. */
const PROVIDER_MEMBERS = [
  ...[
    'activate',
    'alias',
    'collect',
    'component',
    'decorate',
    'from_context',
    'provide',
    'provide_all',
    'to_component',
    'when',
  ],
  ...['config', 'logger'],
];

/** Classes that this module has under the same name. */
const OWN_NAMES = new Set([
  'AdapterProvider',
  'AsyncContainer',
  'AsyncIterator',
  'PersistenceProvider',
  'Provider',
  'Scope',
  'Sequence',
  'SettingsProvider',
  'SystemProvider',
  'UseCaseProvider',
]);

/** A name of the plan; one that this module uses for something else gets a `_` here. */
function local(imports: ImportSet, { name, file }: Exported): string {
  return imports.from(moduleOf(file), name, OWN_NAMES.has(name) ? `${name}_` : name);
}

/** The domain services that some use case is given. */
function usedServices({ model, application }: RenderContext): string[] {
  const needs = model.useCases.flatMap((useCase) => [...dependencies(useCase, application)]);
  return [...new Set(needs.flatMap((need) => (need.kind === 'service' ? [need.service] : [])))];
}

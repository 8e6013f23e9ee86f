import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { inPersistence } from './names';

/** The unit of work over the database and in memory. */
export function renderTransactions(context: RenderContext): RenderedFile[] {
  return [render(context, 'database'), render(context, 'memory')];
}

function render(context: RenderContext, store: 'database' | 'memory'): RenderedFile {
  const { application, model, repository, templates } = context;
  const isDatabase = store === 'database';
  const own = isDatabase ? repository.unitOfWork : repository.inMemoryUnitOfWork;
  const imports = context.imports(own.file);
  for (const name of ['AsyncIterator', ...(isDatabase ? ['Callable'] : [])]) imports.from('collections.abc', name);
  imports.from('contextlib', 'asynccontextmanager');
  if (isDatabase) {
    imports.from('uuid', 'UUID');
    for (const exported of [
      repository.database,
      inPersistence('Transaction', 'database'),
      inPersistence('Outbox', 'outbox'),
    ])
      imports.value(exported);
  } else {
    for (const exported of [repository.inMemoryDatabase, inPersistence('InMemoryTransaction', 'in_memory/database')])
      imports.value(exported);
  }
  const view = {
    startedWork: imports.value(application.startedWork),
    name: own.name,
    work: isDatabase ? 'SqlAlchemyWork' : 'InMemoryWork',
    aggregates: model.aggregates.map(({ name }) => {
      const names = repository.aggregate(name);
      return {
        property: application.aggregate(name).repositories,
        type: imports.value(isDatabase ? names.implementation : names.inMemory),
      };
    }),
  };
  const template = isDatabase ? 'unit_of_work.py' : 'in_memory/unit_of_work.py';
  return context.file(3, own.file, templates.render(`repository/${template}`, { ...view, imports: imports.print() }));
}

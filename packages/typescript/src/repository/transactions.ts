import type { Exported, RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { inPersistence } from './values';

/** The unit of work over the database and in memory. */
export function renderTransactions(context: RenderContext): RenderedFile[] {
  const { repository } = context;
  return [
    render(context, repository.kyselyUnitOfWork, 'kysely-unit-of-work.ts', [repository.database], [inPersistence('Outbox', 'outbox')]),
    render(context, repository.inMemoryUnitOfWork, 'in-memory-unit-of-work.ts', [repository.inMemoryDatabase], []),
  ];
}

function render(context: RenderContext, own: Exported, template: string, types: readonly Exported[], values: readonly Exported[]): RenderedFile {
  const { application, model, repository, templates } = context;
  const imports = context.imports(own.file);
  for (const type of types) imports.type(type);
  for (const value of values) imports.value(value);
  const isKysely = own === repository.kyselyUnitOfWork;
  const view = {
    unitOfWork: imports.type(application.unitOfWork),
    repositories: imports.type(application.repositories),
    aggregates: model.aggregates.map(({ name }) => {
      const names = repository.aggregate(name);
      return {
        property: application.aggregate(name).repositories,
        ...(isKysely ? { kysely: imports.value(names.kysely) } : { inMemory: imports.value(names.inMemory) }),
      };
    }),
  };
  return context.file(3, own.file, templates.render(`repository/${template}`, { ...view, imports: imports.print() }));
}

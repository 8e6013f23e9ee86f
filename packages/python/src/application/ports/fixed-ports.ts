import type { Exported, RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';

/** The ports that every service has: unit of work, clock, ids, events, pages. */
export function renderFixedPorts(context: RenderContext): RenderedFile[] {
  const { unitOfWork, clock, idGenerator, eventPublisher, page } = context.application;
  return [
    renderUnitOfWork(context, unitOfWork),
    renderPort(context, clock, 'clock'),
    renderPort(context, idGenerator, 'id_generator'),
    renderPort(context, eventPublisher, 'event_publisher'),
    renderPort(context, page, 'page'),
  ];
}

function renderUnitOfWork(context: RenderContext, { file }: Exported): RenderedFile {
  const imports = context.imports(file);
  imports.from('contextlib', 'AbstractAsyncContextManager');
  imports.from('typing', 'Protocol');
  const repositories = context.model.aggregates.map(({ name }) => ({
    attribute: context.application.aggregate(name).repositories,
    type: imports.value(context.repository.aggregate(name).repository),
  }));
  const view = { imports: imports.print(), repositories };
  return context.file(3, file, context.templates.render('application/ports/unit_of_work.py', view));
}

function renderPort(context: RenderContext, { file }: Exported, template: string): RenderedFile {
  return context.file(3, file, context.templates.render(`application/ports/${template}.py`, {}));
}

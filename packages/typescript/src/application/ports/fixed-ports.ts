import type { Exported, RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { repositoryOf } from './repositories';

/** The ports that every service has: unit of work, clock, ids, events, pages. */
export function renderFixedPorts(context: RenderContext): RenderedFile[] {
  const { unitOfWork, clock, idGenerator, eventPublisher, page } = context.application;
  return [
    renderUnitOfWork(context, unitOfWork),
    renderPort(context, clock, 'clock', ['Temporal']),
    renderPort(context, idGenerator, 'id-generator', []),
    renderPort(context, eventPublisher, 'event-publisher', ['DomainEvent']),
    renderPage(context, page),
  ];
}

function renderUnitOfWork(context: RenderContext, { file }: Exported): RenderedFile {
  const imports = context.imports(file);
  const repositories = context.model.aggregates.map(({ name }) => ({
    property: context.application.aggregate(name).repositories,
    type: imports.type(repositoryOf(context, name)),
  }));
  return context.file(3, file, context.templates.render('application/ports/unit-of-work.ts', { imports: imports.print(), repositories }));
}

function renderPort(context: RenderContext, { file }: Exported, template: string, kernelTypes: readonly string[]): RenderedFile {
  const imports = context.imports(file);
  for (const type of kernelTypes) imports.kernelType(type);
  return context.file(3, file, context.templates.render(`application/ports/${template}.ts`, { imports: imports.print() }));
}

function renderPage(context: RenderContext, { file }: Exported): RenderedFile {
  const imports = context.imports(file);
  imports.kernel('Constraints');
  imports.kernel('DomainError');
  return context.file(3, file, context.templates.render('application/ports/page.ts', { imports: imports.print() }));
}

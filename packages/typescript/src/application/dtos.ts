import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/** What callers see of an aggregate. */
export function renderDto(context: RenderContext, { name }: AggregateModel): RenderedFile {
  const { dto } = context.application.aggregate(name);
  const imports = context.imports(dto.file);
  const view = { name: dto.name, aggregate: name, data: imports.type(context.names.aggregate(name).data) };
  return context.file(3, dto.file, context.templates.render('application/dto.ts', { ...view, imports: imports.print() }));
}

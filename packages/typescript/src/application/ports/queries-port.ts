import type { AggregateModel, FinderModel } from '@planner/model';
import { docComment, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { identityType } from '../identity';
import type { AggregatePorts } from '../names';
import { answeredProperties } from '../properties';

/** The read side of an aggregate: one method per finder, and `get`. */
export function renderQueriesPort(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const ports = context.application.aggregate(aggregate.name);
  const { file } = ports.queries;
  const imports = context.imports(file);
  const view = {
    name: ports.queries.name,
    aggregate: aggregate.name,
    id: context.types.data({ type: identityType(aggregate), optional: false }, imports),
    dto: imports.type(ports.dto),
    filters: aggregate.finders.filter(({ by }) => by.length > 0).map((finder) => filterView(context, finder, ports, imports)),
    finders: aggregate.finders.map((finder) => finderView(context, finder, ports, imports)),
  };
  return context.file(3, file, context.templates.render('application/ports/queries.ts', { ...view, imports: imports.print() }));
}

function filterView({ types }: RenderContext, finder: FinderModel, ports: AggregatePorts, imports: ImportSet) {
  return { name: finderNames(ports, finder).filter.name, properties: answeredProperties(finder.by, types, imports) };
}

function finderView({ application }: RenderContext, finder: FinderModel, ports: AggregatePorts, imports: ImportSet) {
  const { method, filter } = finderNames(ports, finder);
  const item = imports.type(ports.dto);
  const parameters = [
    ...(finder.by.length > 0 ? [`filter: ${filter.name}`] : []),
    ...(finder.single ? [] : [`page: ${imports.type(application.pageRequest)}`]),
  ];
  return {
    method,
    parameters: parameters.join(', '),
    answer: finder.single ? `${item} | undefined` : `${imports.type(application.page)}<${item}>`,
    comment: docComment(finder.description, '  '),
  };
}

function finderNames(ports: AggregatePorts, { name }: FinderModel) {
  const names = ports.finders.get(name);
  if (names === undefined) throw new Error(`the read side has no finder ${name}`);
  return names;
}

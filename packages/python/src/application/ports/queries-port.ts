import type { AggregateModel, FinderModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyDocstring } from '../../text';
import { ownReference } from '../identity';
import type { AggregatePorts, FinderNames } from '../names';

/** The read side of an aggregate: one method per finder, and `get`. */
export function renderQueriesPort(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const ports = context.application.aggregate(aggregate.name);
  const { file } = ports.queries;
  const imports = context.imports(file);
  imports.from('typing', 'Protocol');
  const filtering = aggregate.finders.filter(({ by }) => by.length > 0);
  if (filtering.length > 0) imports.from('dataclasses', 'dataclass');
  const view = {
    name: ports.queries.name,
    aggregate: aggregate.name,
    id: context.types.domain({ type: ownReference(aggregate), optional: false }, imports),
    dto: imports.value(ports.dto),
    filters: filtering.map((finder) => filterView(context, finder, finderNames(ports, finder), imports)),
    finders: aggregate.finders.map((finder) => finderView(context, finder, ports, imports)),
  };
  const text = context.templates.render('application/ports/queries.py', { ...view, imports: imports.print() });
  return context.file(3, file, text);
}

function filterView({ types }: RenderContext, { by }: FinderModel, names: FinderNames, imports: ImportSet) {
  return {
    name: names.filter.name,
    fields: by.map((slot) => ({
      name: names.attributes.get(slot.name) ?? slot.name,
      type: types.domain(slot, imports),
      comment: pyDocstring(slot.description, '    '),
    })),
  };
}

function finderView({ application }: RenderContext, finder: FinderModel, ports: AggregatePorts, imports: ImportSet) {
  const { method, filter } = finderNames(ports, finder);
  const item = imports.value(ports.dto);
  const parameters = [
    'self',
    ...(finder.by.length > 0 ? [`by: ${filter.name}`] : []),
    ...(finder.single ? [] : [`page: ${imports.value(application.pageRequest)}`]),
  ];
  return {
    method,
    parameters: parameters.join(', '),
    answer: finder.single ? `${item} | None` : `${imports.value(application.page)}[${item}]`,
    comment: pyDocstring(finder.description, '        '),
  };
}

/** The names of one finder of the read side. */
export function finderNames(ports: AggregatePorts, { name }: FinderModel): FinderNames {
  const names = ports.finders.get(name);
  if (names === undefined) throw new Error(`the read side has no finder ${name}`);
  return names;
}

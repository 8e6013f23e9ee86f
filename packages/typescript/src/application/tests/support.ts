import { type AggregateModel, plural } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/sample-values';
import type { RenderContext } from '../../render-context';

/** What the tests of use cases stand on: a clock, ids, comparisons, and the tests of paging itself. */
export function renderSurroundings(context: RenderContext): RenderedFile[] {
  return [renderHelpers(context), renderPageTest(context)];
}

function renderHelpers(context: RenderContext): RenderedFile {
  const { application } = context;
  const imports = context.imports(application.surroundings);
  imports.package('vitest', 'expect');
  imports.kernel('ConstraintError');
  for (const name of ['NOW', 'newId']) imports.value({ name, file: CHANGE_CONTEXT_FILE });
  imports.type(application.clock);
  imports.type(application.idGenerator);
  imports.type(application.unitOfWork);
  return context.file(6, application.surroundings, context.templates.render('application/tests/surroundings.ts', { imports: imports.print() }));
}

function renderPageTest(context: RenderContext): RenderedFile {
  const file = 'test/unit/application/page.test.ts';
  const imports = context.imports(file);
  for (const name of ['describe', 'expect', 'it']) imports.package('vitest', name);
  imports.kernel('ConstraintError');
  imports.value(context.application.checkedPage);
  return context.file(6, file, context.templates.render('application/tests/page.test.ts', { imports: imports.print() }));
}

/** Aggregates of one kind in memory, around the use cases under test. */
export function renderStored(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { application, names, repository } = context;
  const ports = application.aggregate(aggregate.name);
  const imports = context.imports(ports.stored.file);
  const view = {
    name: ports.stored.name,
    aggregates: plural(aggregate.name),
    memory: imports.value(repository.inMemoryDatabase),
    inMemoryUnitOfWork: imports.value(repository.inMemoryUnitOfWork),
    inMemoryQueries: imports.value(repository.aggregate(aggregate.name).inMemoryQueries),
    unitOfWork: imports.type(application.unitOfWork),
    queries: imports.type(ports.queries),
    data: imports.type(names.aggregate(aggregate.name).data),
    root: imports.value(names.aggregate(aggregate.name).root),
    repositories: ports.repositories,
    local: ports.local,
  };
  return context.file(6, ports.stored.file, context.templates.render('application/tests/stored.ts', { ...view, imports: imports.print() }));
}

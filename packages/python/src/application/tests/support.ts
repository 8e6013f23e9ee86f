import { type AggregateModel, plural } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/support';
import type { RenderContext } from '../../render-context';

/** What the tests of use cases stand on: a clock, ids, comparisons, and the tests of paging itself. */
export function renderSurroundings(context: RenderContext): RenderedFile[] {
  return [renderHelpers(context), renderPageTest(context)];
}

function renderHelpers(context: RenderContext): RenderedFile {
  const { application } = context;
  const imports = context.imports(application.surroundings);
  imports.module('datetime', 'dt');
  imports.module('pytest');
  imports.from('collections.abc', 'AsyncIterator');
  imports.from('collections.abc', 'Callable');
  imports.from('contextlib', 'asynccontextmanager');
  imports.from('unittest.mock', 'patch');
  imports.from('uuid', 'UUID');
  imports.kernel('errors', 'ConstraintError');
  for (const name of ['NOW', 'new_id']) imports.value({ name, file: CHANGE_CONTEXT_FILE });
  for (const port of [application.clock, application.idGenerator, application.unitOfWork, application.startedWork])
    imports.value(port);
  const view = { imports: imports.print() };
  return context.file(6, application.surroundings, context.templates.render('application/tests/surroundings.py', view));
}

function renderPageTest(context: RenderContext): RenderedFile {
  const file = 'tests/unit/application/test_page.py';
  return context.file(6, file, context.templates.render('application/tests/page.py', {}));
}

/** Aggregates of one kind in memory, around the use cases under test. */
export function renderStored(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { application, names, repository } = context;
  const ports = application.aggregate(aggregate.name);
  const imports = context.imports(ports.stored.file);
  imports.from('dataclasses', 'replace');
  const view = {
    name: ports.stored.name,
    aggregates: plural(aggregate.name),
    memory: imports.value(repository.inMemoryDatabase),
    inMemoryUnitOfWork: imports.value(repository.inMemoryUnitOfWork),
    inMemoryQueries: imports.value(repository.aggregate(aggregate.name).inMemoryQueries),
    unitOfWork: imports.value(application.unitOfWork),
    queries: imports.value(ports.queries),
    state: imports.value(names.aggregate(aggregate.name).state),
    root: imports.value(names.aggregate(aggregate.name).root),
    dto: imports.value(ports.dto),
    repositories: ports.repositories,
    local: ports.local,
  };
  const text = context.templates.render('application/tests/stored.py', { ...view, imports: imports.print() });
  return context.file(6, ports.stored.file, text);
}

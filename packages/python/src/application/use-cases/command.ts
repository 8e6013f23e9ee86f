import type { OperationModel, UseCaseModel } from '@planner/model';
import { aggregateNamed, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { ownReference } from '../identity';
import { header, signature } from './header';
import { operationArguments } from './input';
import { ruleChecks } from './rules';

/** A use case that runs one operation of the root: create, change or delete. */
export function renderOperation(
  context: RenderContext,
  useCase: UseCaseModel,
  operation: OperationModel,
): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  const ports = context.application.aggregate(useCase.aggregate);
  const aggregate = context.names.aggregate(useCase.aggregate);
  const creates = operation.kind === 'create';
  const rules = ruleChecks(context, useCase, imports);
  const now = rules.length > 0 ? 'now' : 'self._clock.now()';
  const change = `${imports.kernel('change_context', 'ChangeContext')}(now=${now}, new_id=self._ids.next)`;
  const view = {
    ...signature(context, useCase, imports),
    rules,
    now: rules.length > 0,
    repository: `work.${ports.repositories}`,
    local: ports.local,
    deletes: operation.kind === 'delete',
    arguments: [...operationArguments(context, useCase, operation), `context=${change}`].join(', '),
    ...(operation.kind === 'delete' ? {} : { dto: imports.value(ports.dto) }),
    ...(creates
      ? { root: imports.value(aggregate.root) }
      : { load: imports.value(ports.load), method: aggregate.operations.get(operation.name)?.method }),
    header: header(context, useCase, imports),
  };
  const template = `application/use_cases/${creates ? 'create' : 'change'}.py`;
  return context.file(3, type.file, context.templates.render(template, { ...view, imports: imports.print() }));
}

/** The function that finds an aggregate for a change, and holds the caller to the version that it has seen. */
export function renderLoad(context: RenderContext, aggregate: string): RenderedFile {
  const { load, repositories, local } = context.application.aggregate(aggregate);
  const { root } = context.names.aggregate(aggregate);
  const imports = context.imports(load.file);
  imports.kernel('errors', 'ConcurrencyError');
  imports.kernel('errors', 'NotFoundError');
  const reference = { type: ownReference(aggregateNamed(context.model, aggregate)), optional: false };
  const view = {
    name: load.name,
    aggregate,
    root: imports.value(root),
    id: context.types.domain(reference, imports),
    idText: context.types.unwrapped(reference, 'id'),
    kind: pyString(aggregate),
    repository: imports.value(context.repository.aggregate(aggregate).repository),
    repositories,
    local,
  };
  const text = context.templates.render('application/use_cases/load.py', { ...view, imports: imports.print() });
  return context.file(3, load.file, text);
}

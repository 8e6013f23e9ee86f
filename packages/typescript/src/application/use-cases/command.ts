import type { OperationModel, UseCaseModel } from '@planner/model';
import { aggregateNamed, askedAggregates, type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { repositoryOf } from '../ports/repositories';
import { identityType, textOf } from '../identity';
import { header, signature } from './header';
import { addressedId, operationInput, requestChecks } from './input';
import { ruleChecks } from './rules';

/** A use case that runs one operation of the root: create, change or delete. */
export function renderOperation(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  const ports = context.application.aggregate(useCase.aggregate);
  const aggregate = context.names.aggregate(useCase.aggregate);
  const others = askedAggregates(useCase).filter((name) => name !== useCase.aggregate);
  const creates = operation.kind === 'create';
  const rules = ruleChecks(context, useCase, imports);
  const view = {
    ...signature(context, useCase, imports),
    header: header(context, useCase, imports),
    checks: requestChecks(context, useCase, imports),
    input: operationInput(context, useCase, operation, imports),
    rules,
    repository: ports.repositories,
    repositories: [ports.repositories, ...others.map((name) => context.application.aggregate(name).repositories)],
    local: ports.local,
    now: rules.length > 0,
    context: `{ ${rules.length > 0 ? 'now' : 'now: this.clock.now()'}, newId: () => this.ids.next() }`,
    ...(creates
      ? { root: imports.value(aggregate.root) }
      : {
          id: addressedId(context, useCase, imports),
          load: imports.value(ports.load),
          method: aggregate.operations.get(operation.name)?.method,
          deletes: operation.kind === 'delete',
        }),
  };
  const template = `application/use-cases/${creates ? 'create' : 'change'}.ts`;
  return context.file(3, type.file, context.templates.render(template, { ...view, imports: imports.print() }));
}

/** The function that finds an aggregate for a change, and holds the caller to the version that it has seen. */
export function renderLoad(context: RenderContext, aggregate: string): RenderedFile {
  const { load, repositories, local } = context.application.aggregate(aggregate);
  const { root, id } = context.names.aggregate(aggregate);
  const imports = context.imports(load.file);
  imports.kernel('NotFoundError');
  imports.kernel('ConcurrencyError');
  const identity = identityType(aggregateNamed(context.model, aggregate));
  const view = {
    name: load.name,
    aggregate,
    root: imports.type(root),
    id: imports.type(id),
    idText: textOf(identity, context.types.toData({ type: { kind: 'ref', target: { kind: 'aggregate', aggregate } }, optional: false }, 'id', imports), context.types),
    kind: stringLiteral(aggregate),
    repository: imports.type(repositoryOf(context, aggregate)),
    repositories,
    local,
  };
  return context.file(3, load.file, context.templates.render('application/use-cases/load.ts', { ...view, imports: imports.print() }));
}

import type { FinderModel, UseCaseModel } from '@planner/model';
import { aggregateOf, type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { dependencies } from '../dependencies';
import { identityType, textOf } from '../identity';
import { header, signature } from './header';
import { given, requestChecks } from './input';
import { ruleChecks } from './rules';

/** A use case that answers one aggregate by its identity. */
export function renderGet(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const type = identityType(aggregateOf(useCase, context.model));
  return renderOne(context, useCase, `${ownQueries(context, useCase)}.get(query.id)`, textOf(type, 'query.id', context.types));
}

/** A use case that runs a finder: one result or a page. */
export function renderFinder(context: RenderContext, useCase: UseCaseModel, finder: FinderModel): RenderedFile {
  const method = context.application.aggregate(useCase.aggregate).finders.get(finder.name)?.method ?? finder.name;
  const call = `${ownQueries(context, useCase)}.${method}`;
  const filters = finder.by.map(({ name }) => `${name}: ${given(context, useCase, name)}`).join(', ');
  const filter = filters === '' ? [] : [`{ ${filters} }`];
  if (!finder.single) return renderPage(context, useCase, (imports) => `${call}(${[...filter, `${imports.value(context.application.checkedPage)}(query.page)`].join(', ')})`);
  const texts = finder.by.map(({ type, name }) => textOf(type, given(context, useCase, name), context.types));
  return renderOne(context, useCase, `${call}(${filter.join('')})`, texts.length === 1 ? texts.join('') : `[${texts.join(', ')}].join(', ')`);
}

function renderOne(context: RenderContext, useCase: UseCaseModel, found: string, identityText: string): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  imports.kernel('NotFoundError');
  const view = {
    ...shared(context, useCase, imports),
    found,
    local: context.application.aggregate(useCase.aggregate).local,
    kind: stringLiteral(useCase.aggregate),
    identityText,
  };
  return context.file(3, type.file, context.templates.render('application/use-cases/find-one.ts', { ...view, imports: imports.print() }));
}

function renderPage(context: RenderContext, useCase: UseCaseModel, found: (imports: ImportSet) => string): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  const view = { ...shared(context, useCase, imports), found: found(imports) };
  return context.file(3, type.file, context.templates.render('application/use-cases/find-page.ts', { ...view, imports: imports.print() }));
}

function shared(context: RenderContext, useCase: UseCaseModel, imports: ImportSet) {
  return {
    ...signature(context, useCase, imports),
    header: header(context, useCase, imports),
    checks: requestChecks(context, useCase, imports),
    rules: ruleChecks(context, useCase, imports),
  };
}

function ownQueries(context: RenderContext, useCase: UseCaseModel): string {
  const own = dependencies(useCase, context.application).find((need) => need.kind === 'queries' && need.aggregate === useCase.aggregate);
  if (own === undefined) throw new Error(`${useCase.name} has no queries`);
  return `this.${own.parameter}`;
}

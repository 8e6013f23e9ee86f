import type { FinderModel, UseCaseModel } from '@planner/model';
import { aggregateOf, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { dependencies } from '../dependencies';
import { ownReference } from '../identity';
import { finderNames } from '../ports/queries-port';
import { header, kindLiteral, signature } from './header';
import { given } from './input';
import { ruleChecks } from './rules';

/** A use case that answers one aggregate by its identity. */
export function renderGet(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const reference = { type: ownReference(aggregateOf(useCase, context.model)), optional: false };
  const text = context.types.unwrapped(reference, 'query.id');
  return renderOne(context, useCase, () => `${ownQueries(context, useCase)}.get(query.id)`, text);
}

/** A use case that runs a finder: one result or a page. */
export function renderFinder(context: RenderContext, useCase: UseCaseModel, finder: FinderModel): RenderedFile {
  const names = finderNames(context.application.aggregate(useCase.aggregate), finder);
  const call = `${ownQueries(context, useCase)}.${names.method}`;
  const filters = finder.by.map(({ name }) => `${names.attributes.get(name) ?? name}=${given(context, useCase, name)}`);
  const filter = (imports: ImportSet) =>
    filters.length === 0 ? [] : [`${imports.value(names.filter)}(${filters.join(', ')})`];
  if (!finder.single)
    return renderPage(
      context,
      useCase,
      (imports) => `${call}(${[...filter(imports), 'query.page.limited()'].join(', ')})`,
    );
  const texts = finder.by.map((slot) => context.types.unwrapped(slot, given(context, useCase, slot.name)));
  const text = texts.length === 1 ? texts.join('') : `", ".join(map(str, (${texts.join(', ')})))`;
  return renderOne(context, useCase, (imports) => `${call}(${filter(imports).join('')})`, text);
}

function renderOne(
  context: RenderContext,
  useCase: UseCaseModel,
  found: (imports: ImportSet) => string,
  identityText: string,
): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  imports.kernel('errors', 'NotFoundError');
  const view = {
    ...shared(context, useCase, imports),
    found: found(imports),
    local: context.application.aggregate(useCase.aggregate).local,
    kind: kindLiteral(useCase),
    identityText,
  };
  const text = context.templates.render('application/use_cases/find_one.py', { ...view, imports: imports.print() });
  return context.file(3, type.file, text);
}

function renderPage(
  context: RenderContext,
  useCase: UseCaseModel,
  found: (imports: ImportSet) => string,
): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  const view = { ...shared(context, useCase, imports), found: found(imports) };
  const text = context.templates.render('application/use_cases/find_page.py', { ...view, imports: imports.print() });
  return context.file(3, type.file, text);
}

function shared(context: RenderContext, useCase: UseCaseModel, imports: ImportSet) {
  return {
    ...signature(context, useCase, imports),
    rules: ruleChecks(context, useCase, imports),
    header: header(context, useCase, imports),
  };
}

function ownQueries(context: RenderContext, useCase: UseCaseModel): string {
  const own = dependencies(useCase, context.application).find(
    (need) => need.kind === 'queries' && need.aggregate === useCase.aggregate,
  );
  if (own === undefined) throw new Error(`${useCase.name} has no queries`);
  return `self._${own.parameter}`;
}

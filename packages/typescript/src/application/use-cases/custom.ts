import type { UseCaseModel } from '@planner/model';
import { askedAggregates, customStub, type RenderedFile, stringLiteral, todoComment, todoText } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { header, signature } from './header';
import { requestChecks } from './input';
import { ruleChecks } from './rules';

/** A use case that only people can write: everything stands ready for it, and until then it answers that it is unfinished. */
export function renderCustom(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  imports.kernel('NotImplementedError');
  const stub = customStub(useCase, { type });
  const repositories = askedAggregates(useCase).map((name) => context.application.aggregate(name).repositories);
  const rules = ruleChecks(context, useCase, imports);
  const view = {
    ...signature(context, useCase, imports),
    header: header(context, useCase, imports),
    checks: requestChecks(context, useCase, imports),
    rules,
    now: rules.length > 0 && useCase.kind === 'command',
    repositories,
    todo: todoComment(stub, repositories.length > 0 ? '      // ' : '    // '),
    message: stringLiteral(todoText(stub)),
  };
  return context.file(3, type.file, context.templates.render('application/use-cases/custom.ts', { ...view, imports: imports.print() }));
}

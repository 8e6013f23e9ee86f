import type { UseCaseModel } from '@planner/model';
import { askedAggregates, customStub, type RenderedFile, todoComment, todoText } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { header, signature } from './header';
import { ruleChecks } from './rules';

/** A use case that only people can write: everything stands ready for it, and until then it answers that it is unfinished. */
export function renderCustom(context: RenderContext, useCase: UseCaseModel): RenderedFile {
  const { type } = context.application.useCase(useCase.name);
  const imports = context.imports(type.file);
  imports.kernel('errors', 'UnimplementedError');
  const stub = customStub(useCase, { type });
  const works = askedAggregates(useCase).length > 0;
  const rules = ruleChecks(context, useCase, imports);
  const view = {
    ...signature(context, useCase, imports),
    rules,
    now: rules.length > 0 && useCase.kind === 'command',
    works,
    todo: todoComment(stub, works ? '            # ' : '        # '),
    message: pyString(todoText(stub)),
    header: header(context, useCase, imports),
  };
  const text = context.templates.render('application/use_cases/custom.py', { ...view, imports: imports.print() });
  return context.file(3, type.file, text);
}

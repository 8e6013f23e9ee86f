import { type AggregateModel, lowerFirst, type RuleModel } from '@planner/model';
import type { Exported, RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';

/** The class of a broken rule, as a template prints it, and the function that says whether it holds. */
export interface RuleErrorView {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  /** The function in the rules module. */
  readonly rule: string;
}

export function ruleErrorViews(
  rules: readonly RuleModel[],
  errors: ReadonlyMap<string, Exported>,
  imports: ImportSet,
): RuleErrorView[] {
  if (rules.length > 0) imports.kernel('errors', 'RuleError');
  return [...new Map(rules.map((rule) => [rule.name, rule])).values()].map((rule) => ({
    name: errors.get(rule.name)?.name ?? `${rule.name}Error`,
    code: pyString(rule.name),
    message: pyString(rule.text),
    rule: binding(lowerFirst(rule.name)),
  }));
}

/** The errors that only this aggregate raises: its rules, and operations in the wrong state. */
export function renderErrors(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const names = context.names.aggregate(aggregate.name);
  const imports = context.imports(names.errorsFile);
  const rules = [...aggregate.invariants, ...aggregate.operations.flatMap((operation) => operation.requires)];
  const { lifecycle } = aggregate;
  const view = {
    transition: lifecycle && {
      name: names.transitionError.name,
      base: imports.kernel('errors', 'TransitionError'),
      status: imports.value(context.names.enum(lifecycle.enum).type),
      aggregate: pyString(aggregate.name),
      field: lifecycle.name,
    },
    rules: ruleErrorViews(rules, names.ruleErrors, imports),
  };
  if (!view.transition && view.rules.length === 0) return [];
  const text = context.templates.render('domain/errors.py', { ...view, imports: imports.print() });
  return [context.file(1, names.errorsFile, text)];
}

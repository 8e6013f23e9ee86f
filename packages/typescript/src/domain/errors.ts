import { type AggregateModel, lowerFirst, type RuleModel } from '@planner/model';
import { docComment, type Exported, type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';

/** The class of a broken rule, as a template prints it, and the function that says whether it holds. */
export interface RuleErrorView {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  /** The function in the rules file. */
  readonly rule: string;
}

export function ruleErrorViews(
  rules: readonly RuleModel[],
  errors: ReadonlyMap<string, Exported>,
  imports: ImportSet,
): RuleErrorView[] {
  if (rules.length > 0) imports.kernel('RuleError');
  return [...new Map(rules.map((rule) => [rule.name, rule])).values()].map((rule) => ({
    name: errors.get(rule.name)?.name ?? `${rule.name}Error`,
    code: stringLiteral(rule.name),
    message: stringLiteral(rule.text),
    rule: binding(lowerFirst(rule.name)),
  }));
}

/** The errors that only this aggregate throws: its rules, and operations in the wrong state. */
export function renderErrors(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const names = context.names.aggregate(aggregate.name);
  const imports = context.imports(names.errorsFile);
  const rules = [...aggregate.invariants, ...aggregate.operations.flatMap((operation) => operation.requires)];
  const { lifecycle } = aggregate;
  const view = {
    transition: lifecycle && {
      name: names.transitionError.name,
      base: imports.kernel('TransitionError'),
      status: imports.type(context.names.enum(lifecycle.enum).type),
      aggregate: stringLiteral(aggregate.name),
      doc: docComment(`An operation that the ${lifecycle.name} does not allow.`),
    },
    rules: ruleErrorViews(rules, names.ruleErrors, imports),
  };
  if (!view.transition && view.rules.length === 0) return [];
  return [
    context.file(
      1,
      names.errorsFile,
      context.templates.render('domain/errors.ts', { ...view, imports: imports.print() }),
    ),
  ];
}

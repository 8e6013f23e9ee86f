import { lowerFirst, type RuleModel } from '@planner/model';
import { type Exported, type RenderedFile, todoComment } from '@planner/target';
import { binding } from '../names';
import type { RenderContext } from '../render-context';

interface Owner {
  readonly snake: string;
  readonly type: Exported;
  readonly rulesFile: string;
}
interface WithInvariants {
  readonly name: string;
  readonly invariants: readonly RuleModel[];
}

/** The stubs for the invariants of a value object or an entity; none without invariants. */
export function invariantRules(
  context: RenderContext,
  names: Owner,
  { name, invariants }: WithInvariants,
): RenderedFile | undefined {
  if (invariants.length === 0) return undefined;
  const imports = context.imports(names.rulesFile);
  const type = imports.typeOnly(names.type);
  const view = {
    rules: invariants.map((rule) => ({
      name: binding(lowerFirst(rule.name)),
      parameters: `${binding(name)}: ${type}`,
      returns: 'bool',
      comment: todoComment(rule, '    # '),
      body: 'return True',
    })),
  };
  const text = context.templates.render('domain/rules.py', { ...view, imports: imports.print() });
  return context.file(1, names.rulesFile, text);
}

import { lowerFirst, type RuleModel } from '@planner/model';
import { type Exported, type RenderedFile, todoComment } from '@planner/target';
import { binding } from '../names';
import type { RenderContext } from '../render-context';

interface Owner {
  readonly kebab: string;
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
  const parameter = binding(lowerFirst(name));
  const view = {
    rules: invariants.map((rule) => ({
      name: binding(lowerFirst(rule.name)),
      parameters: `${parameter}: ${imports.type(names.type)}`,
      returns: 'boolean',
      comment: todoComment(rule, '  // '),
      body: 'return true;',
    })),
  };
  return context.file(
    1,
    names.rulesFile,
    context.templates.render('domain/rules.ts', { ...view, imports: imports.print() }),
  );
}

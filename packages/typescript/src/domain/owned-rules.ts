import { lowerFirst, type RuleModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { Exported } from '../imports';
import { binding } from '../names';
import type { Stub } from '../project/stubs';
import type { RenderContext } from '../render-context';
import { todoComment } from './todo-comment';

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
      comment: todoComment(rule.plan, rule.text),
      body: 'return true;',
    })),
  };
  return context.file(
    1,
    names.rulesFile,
    context.templates.render('domain/rules.ts', { ...view, imports: imports.print() }),
  );
}

export function invariantStubs({ rulesFile }: Owner, { invariants }: WithInvariants): Stub[] {
  return invariants.map((rule) => ({
    file: rulesFile,
    name: binding(lowerFirst(rule.name)),
    plan: rule.plan,
    text: rule.text,
  }));
}

import {
  resolveContext,
  type ContextModel,
  type Database,
  type Diagnostic,
  type ModelDeclaration,
} from '@planner/model';
import { followEarlier, type Plan } from '@planner/plan';

/** What plans take for granted that do not say it. */
export interface Defaults {
  readonly language: string;
  readonly database: Database;
}

/** The models that the plans of a workspace make, one a context; those with errors are left out. */
export interface ResolvedContexts {
  readonly models: readonly ContextModel[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Folds the plans of each context, oldest first, and checks references between contexts against the plans of the other.
 */
export function resolveContexts(plans: readonly Plan[], defaults: Defaults): ResolvedContexts {
  const groups = groupsOf(plans);
  const alone = groups.map((group) => resolve(group, defaults, []).model);
  const together = groups.map((group) => {
    const context = group[0]?.context?.text;
    return resolve(
      group,
      defaults,
      alone.flatMap((model) => (model === undefined || model.context === context ? [] : [model])),
    );
  });
  return {
    models: together.flatMap(({ model }) => model ?? []),
    diagnostics: together.flatMap(({ diagnostics }) => diagnostics),
  };
}

function resolve(
  group: readonly ModelDeclaration[],
  { language, database }: Defaults,
  known: readonly ContextModel[],
): ReturnType<typeof resolveContext> {
  const [first, ...rest] = group;
  if (first === undefined) return { diagnostics: [] };
  const says = group.some((declaration) => declaration.database !== undefined);
  const named = says ? first : { ...first, database: { text: database, span: first.span } };
  return resolveContext([named, ...rest], { defaultLanguage: language, knownContexts: known });
}

/**
 * By context; a plan that names none is a context of its own, so that its errors are told. What is inferred from a plan without a model block adds
 * to the plans before it.
 */
function groupsOf(plans: readonly Plan[]): ModelDeclaration[][] {
  const groups = new Map<string, ModelDeclaration[]>();
  for (const { declaration, modelBlock, file } of plans) {
    if (declaration === undefined) continue;
    const key = declaration.context === undefined ? `\n${file}` : declaration.context.text;
    const earlier = groups.get(key) ?? [];
    groups.set(key, [...earlier, modelBlock === undefined ? followEarlier(declaration, earlier) : declaration]);
  }
  return [...groups.values()];
}

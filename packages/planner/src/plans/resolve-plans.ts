import { resolveContext, type ContextModel, type Database, type Diagnostic, type KnownContext, type ModelDeclaration } from '@planner/model';
import type { Plan } from '@planner/plan';
import { Failure } from '../failure';
import { declarationsOf } from './declarations';
import { report } from './diagnostics';

/** What is taken for granted where no plan says otherwise. */
export interface Surroundings {
  readonly language: string;
  readonly database: Database;
  /** Other contexts of the workspace, to check references against. */
  readonly known: readonly KnownContext[];
}

/**
 * The model that the plans of one context make together. Warnings are printed.
 *
 * @param plans oldest first
 * @throws Failure, with all diagnostics of all plans printed, if there is an error in the model
 */
export function resolvePlans(plans: readonly Plan[], surroundings: Surroundings): ContextModel {
  const readings = plans.flatMap((plan) => plan.diagnostics.filter((diagnostic) => stopsOrConcerns(plan, diagnostic)));
  const declarations = declarationsOf(plans);
  const unreadable = readings.some(({ severity }) => severity === 'error');
  if (declarations.length === 0 && !unreadable) throw new Failure(noModel(plans));
  const { model, diagnostics } = resolveDeclarations(declarations, surroundings);
  report([...readings, ...diagnostics]);
  if (model === undefined) throw new Error('a model without an error did not resolve');
  return model;
}

/** Resolves declarations with the defaults of the workspace. */
export function resolveDeclarations(declarations: readonly ModelDeclaration[], { language, database, known }: Surroundings): { model?: ContextModel; diagnostics: readonly Diagnostic[] } {
  const names = declarations.some((declaration) => declaration.database !== undefined);
  const [first, ...rest] = declarations;
  if (first === undefined) return { diagnostics: [] };
  const withDatabase = names ? first : { ...first, database: { text: database, span: first.span } };
  return resolveContext([withDatabase, ...rest], { defaultLanguage: language, knownContexts: known });
}

/** Errors stop; a warning is worth a line only where it is about the model. What a plan lacks otherwise is no matter here. */
function stopsOrConcerns({ modelBlock }: Plan, { rule, severity, span }: Diagnostic): boolean {
  if (severity === 'error') return true;
  if (modelBlock === undefined) return /^(?:infer|file)\//.test(rule);
  return span.start.line >= modelBlock.fence.span.start.line && span.start.line <= modelBlock.fence.lastLine;
}

function noModel(plans: readonly Plan[]): string {
  const files = plans.map(({ file }) => file).join(', ');
  return `${files} has no model block, lists no files and names no aggregates. Nothing was written.\nDescribe the domain in a block \`\`\`yaml planner below "## Domain Model", or list the files below "Files to create".`;
}

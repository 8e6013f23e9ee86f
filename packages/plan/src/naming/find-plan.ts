import { isoWeekOf } from './iso-week';
import { baseName, parsePlanFileName, shortPlanId } from './plan-file-name';

/** A plan of the workspace, as far as finding it needs. */
export interface KnownPlan {
  readonly path: string;
  /** The date of its `**Created**` line, as far as it could be read. */
  readonly created?: string;
}

export type FoundPlan<P extends KnownPlan> =
  | { readonly kind: 'found'; readonly plan: P }
  | { readonly kind: 'missing' }
  /** Several plans of the same ISO year bear the name, for example after two branches were merged. */
  | { readonly kind: 'ambiguous'; readonly plans: readonly P[] };

/**
 * Finds the plan that a command line names by its path, its file name (with or without `.md`) or its short id `35-001`.
 * Where several years have the name, the newest ISO year wins; a plan whose date cannot be read comes last.
 *
 * @param reference what the person wrote
 * @param plans the plans to choose from, their paths relative to the same folder as `reference`
 */
export function findPlan<P extends KnownPlan>(reference: string, plans: readonly P[]): FoundPlan<P> {
  const wanted = normalizePath(reference);
  const byPath = plans.filter((plan) => normalizePath(plan.path) === wanted);
  if (byPath.length > 0) return newestOf(byPath);
  return newestOf(plans.filter((plan) => namesOf(plan.path).includes(wanted)));
}

function namesOf(path: string): string[] {
  const name = baseName(path);
  const parts = parsePlanFileName(name);
  return [name, name.replace(/\.md$/i, ''), ...(parts ? [shortPlanId(parts)] : [])];
}

function newestOf<P extends KnownPlan>(plans: readonly P[]): FoundPlan<P> {
  const years = plans.map((plan) => isoWeekOf(plan.created ?? '')?.year ?? -1);
  const newest = years.reduce((latest, year) => Math.max(latest, year), -1);
  const [plan, ...others] = plans.filter((_, index) => years[index] === newest);
  if (plan === undefined) return { kind: 'missing' };
  return others.length === 0 ? { kind: 'found', plan } : { kind: 'ambiguous', plans: [plan, ...others] };
}

function normalizePath(path: string): string {
  return path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(\.\/+)+/, '')
    .replace(/\/{2,}/g, '/');
}

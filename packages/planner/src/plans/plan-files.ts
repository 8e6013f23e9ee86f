import type { Tree } from '@nx/devkit';
import { findPlan, parsePlan, parsePlanFileName, readCreated, type KnownPlan, type Plan } from '@planner/plan';
import { isAbsolute, relative } from 'node:path';
import { Failure } from '../failure';
import { PLAN_DIRECTORY } from '../workspace/plan-directory';

/** A plan of the workspace, parsed. */
export interface PlanFile {
  /** From the workspace root. */
  readonly path: string;
  readonly plan: Plan;
}

/** Every plan in the plan directory with its date, sorted by name. Reads no more of each file than its header. */
export function listPlans(tree: Tree): KnownPlan[] {
  const names = tree.exists(PLAN_DIRECTORY) ? tree.children(PLAN_DIRECTORY) : [];
  const plans = names.filter((name) => parsePlanFileName(name) !== undefined).sort();
  return plans.map((name) => withDate(tree, `${PLAN_DIRECTORY}/${name}`));
}

function withDate(tree: Tree, path: string): KnownPlan {
  const created = readCreated(tree.read(path) ?? '');
  return created === undefined ? { path } : { path, created };
}

/**
 * The plan that a command line names by its path, its file name or its short id.
 *
 * @throws Failure when there is none, or several
 */
export function openPlan(tree: Tree, reference: string): PlanFile {
  const plans = listPlans(tree);
  const found = findPlan(isAbsolute(reference) ? relative(tree.root, reference) : reference, plans);
  if (found.kind === 'found') return readPlan(tree, found.plan.path);
  if (found.kind === 'missing') throw new Failure(missing(reference, plans));
  throw new Failure([`${reference} names several plans. Say which one by its file name:`, ...indented(found.plans)].join('\n'));
}

/** Reads a plan by its path from the workspace root. */
export function readPlan(tree: Tree, path: string): PlanFile {
  return { path, plan: parsePlan(tree.read(path) ?? '', path) };
}

function missing(reference: string, plans: readonly KnownPlan[]): string {
  const none = [`${PLAN_DIRECTORY} holds no plan yet. Write one with: nx g planner:plan "<title>"`];
  const there = plans.length === 0 ? none : [`Plans in ${PLAN_DIRECTORY}:`, ...indented(plans)];
  return [`There is no plan ${reference}.`, ...there].join('\n');
}

function indented(plans: readonly KnownPlan[]): string[] {
  return plans.map(({ path }) => `  ${path}`);
}

import type { Tree } from '@nx/devkit';
import { join } from 'node:path';
import { basename } from 'node:path/posix';
import { nextPlanFileName, shortPlanId } from '@planner/plan';
import { Failure } from '../../failure';
import { listPlans } from '../../plans/plan-files';
import { takeLock, type HeldLock } from '../../workspace/exclusive-lock';
import { PLAN_DIRECTORY } from '../../workspace/plan-directory';

/** The file that a new plan gets. */
export interface NewPlanFile {
  /** From the workspace root. */
  readonly path: string;
  /** `35-001`. */
  readonly id: string;
}

/**
 * Keeps other processes from choosing a number until the plan is on the disk. The Tree is flushed after the generator has
 * returned, so the lock is held until its callback; in a dry run, which has none, there is nothing to protect.
 */
export function lockNumbering(tree: Tree): Promise<HeldLock> {
  if (process.env['NX_DRY_RUN'] === 'true') return Promise.resolve({ release: () => undefined });
  return takeLock(join(tree.root, '.nx', 'cache', 'planner-numbering.lock'));
}

/**
 * The file of a new plan: the next increment of its ISO week.
 *
 * @param created `YYYY-MM-DD`
 * @throws Failure for a title that leaves no file name, a date that is none, or a week that is full
 */
export function choosePlanFile(tree: Tree, title: string, created: string): NewPlanFile {
  const dates = new Map(listPlans(tree).map((plan) => [basename(plan.path), plan]));
  const names = tree.exists(PLAN_DIRECTORY) ? tree.children(PLAN_DIRECTORY) : [];
  const next = nextPlanFileName(title, created, names.map((name) => ({ ...dates.get(name), name })));
  if (!next.ok) throw new Failure(`${next.message} Nothing was written.\n${next.hint}`);
  return { path: `${PLAN_DIRECTORY}/${next.name}`, id: shortPlanId(next.parts) };
}

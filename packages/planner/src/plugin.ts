import type { CreateNodes } from '@nx/devkit';
import { PLANS_PROJECT, PLAN_DIRECTORY } from './workspace/plan-directory';

/** Options of `planner/plugin` in nx.json: what a plan takes when neither it nor the command line says so. */
export interface PlannerPluginOptions {
  readonly language?: string;
  readonly database?: string;
}

export const name = 'planner';

/** The plan directory is the project `plans`, as soon as it holds a plan or the README that `init` writes. */
export const createNodes: CreateNodes<PlannerPluginOptions> = [
  `${PLAN_DIRECTORY}/{README.md,*-plan.md}`,
  (files) => {
    const first = [...files].sort()[0];
    if (first === undefined) return [];
    const projects = { [PLAN_DIRECTORY]: { name: PLANS_PROJECT } };
    return [[first, { projects }]];
  },
];

/** Where all plans of a workspace are, from its root; fixed, because people and scripts count on it. */
export const PLAN_DIRECTORY = 'docs/plan';

/** The Nx project that the plan directory is. */
export const PLANS_PROJECT = 'plans';

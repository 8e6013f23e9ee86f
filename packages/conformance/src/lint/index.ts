export { lintPlans } from './lint-plans';
export type { PlanFileText } from './lint-plans';
export type { Defaults } from './contexts';
export { LINT_RULES } from './rules';

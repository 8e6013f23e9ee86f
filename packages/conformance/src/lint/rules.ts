import type { Rule } from '../rules';

/** Checks of plans against each other, beside what their parser and the resolution of models report. */
export const LINT_RULES: readonly Rule[] = [
  { id: 'plan/unknown-reference', severity: 'warning', finds: 'A reference to a plan that does not exist' },
  { id: 'plan/shared-number', severity: 'warning', finds: 'Two plans of one year with one number' },
  { id: 'plan/no-env-block', severity: 'warning', finds: 'A section about .env that shows no variable' },
];

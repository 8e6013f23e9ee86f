import type { Rule } from '../rules';

/** Rules of code against its plans, in both directions. */
export const DRIFT_RULES: readonly Rule[] = [
  {
    id: 'drift/missing',
    severity: 'error',
    finds:
      'Something that the plan names and the code does not have: an aggregate, field, operation, event, use case, rpc',
  },
  {
    id: 'drift/unplanned',
    severity: 'warning',
    finds: 'Something that the code has and the plan does not name: a field, operation, event, use case, rpc',
  },
  {
    id: 'drift/transition',
    severity: 'error',
    finds: 'An operation that the code allows in other states than the plan does',
  },
];

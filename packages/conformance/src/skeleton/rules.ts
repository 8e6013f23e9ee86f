import type { Rule } from '../rules';

/** Rules of what is still to do, and of what the plan's ticks say about it. */
export const SKELETON_RULES: readonly Rule[] = [
  {
    id: 'skeleton/todo',
    severity: 'info',
    finds: 'A place that a plan left to people and that nobody has written yet',
  },
  {
    id: 'skeleton/tick-without-evidence',
    severity: 'warning',
    finds: 'A task that is ticked although the code does not have it',
  },
  { id: 'skeleton/evidence-without-tick', severity: 'info', finds: 'A task that is open although the code has it' },
];

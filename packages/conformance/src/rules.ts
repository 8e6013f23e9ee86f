import type { Severity } from '@planner/model';
import { CREDENTIALS_RULES } from './credentials/rules';
import { DDD_RULES } from './ddd/rules';
import { DRIFT_RULES } from './drift/rules';
import { ENVIRONMENT_RULES } from './environment/rules';
import { LAYER_RULES } from './layers/rules';
import { MODEL_RULES } from './lint/model-rules';
import { PLAN_RULES } from './lint/plan-rules';
import { LINT_RULES } from './lint/rules';
import { SKELETON_RULES } from './skeleton/rules';

/** A rule that can be set in nx.json: `rules: { "layers/domain": "warning" }`. */
export interface Rule {
  /** `<group>/<name>`, stable; its page is `docs/rules/<group>/<name>.md`. */
  readonly id: string;
  /** What the check gives it, where the configuration says nothing. `off` is what a team has to ask for. */
  readonly severity: Severity | 'off';
  /** What it finds, in a few words and without a full stop: `An aggregate that has state but no behaviour`. */
  readonly finds: string;
  /** Options with their defaults; absent for a rule that has none. */
  readonly options?: RuleOptions;
  /** An error of the model: it stops a scaffold, so it cannot be set to anything less. */
  readonly stopsScaffold?: boolean;
}

export type RuleOptions = Readonly<Record<string, number | boolean | readonly string[]>>;

/** Rules about reading, suppressing and the baseline. */
const FRAME_RULES: readonly Rule[] = [
  {
    id: 'source/syntax',
    severity: 'warning',
    finds: 'A source file that cannot be parsed, so that checks see only part of it',
  },
  {
    id: 'source/unreadable',
    severity: 'warning',
    finds: 'A file or folder that cannot be read, or a symbolic link that leads in a circle',
  },
  { id: 'source/binary', severity: 'warning', finds: 'A file that is named like a text but holds bytes that are none' },
  { id: 'suppression/no-reason', severity: 'warning', finds: 'A planner-ignore comment that gives no reason' },
  {
    id: 'suppression/unknown-rule',
    severity: 'warning',
    finds: 'A planner-ignore comment that names no rule, or one that does not exist',
  },
  { id: 'suppression/unused', severity: 'warning', finds: 'A planner-ignore comment that suppresses nothing' },
  { id: 'baseline/stale', severity: 'warning', finds: 'An entry of the baseline whose finding is gone' },
];

/** Every rule. A further group is an array of its own, next to its check, and a line here. */
export const RULES: readonly Rule[] = [
  ...FRAME_RULES,
  ...PLAN_RULES,
  ...MODEL_RULES,
  ...LINT_RULES,
  ...DDD_RULES,
  ...LAYER_RULES,
  ...ENVIRONMENT_RULES,
  ...CREDENTIALS_RULES,
  ...DRIFT_RULES,
  ...SKELETON_RULES,
];

import type { RuleConfiguration } from '@planner/conformance';

/** What `plan-lint` and `plan-verify` have in common. */
export interface CheckOptions {
  format?: 'stylish' | 'json' | 'sarif';
  /** From the workspace root. */
  outputFile?: string;
  fix?: boolean;
  /** From the workspace root. */
  baseline?: string;
  updateBaseline?: boolean;
  rules?: RuleConfiguration;
}

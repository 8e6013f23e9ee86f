import type { RuleConfiguration } from '@planner/conformance';

/** Options of `planner/plugin` in nx.json. */
export interface PlannerPluginOptions {
  /** What a plan takes when neither it nor the command line says so. */
  readonly language?: string;
  readonly database?: string;
  /** Name of the target that checks the plans; `plan-lint` without it. */
  readonly lintTargetName?: string;
  /** Name of the target that checks a project; `plan-verify` without it. */
  readonly verifyTargetName?: string;
  /** Severity and options of rules by id, for all projects: `{ "layers/domain": "error" }`. */
  readonly rules?: RuleConfiguration;
}

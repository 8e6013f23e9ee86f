import type { Severity } from '@planner/model';

/** A rule that can be configured in nx.json: `rules: { "layers/domain": "warning" }`. */
export interface Rule {
  /** `<group>/<name>`, stable; its page is `docs/rules/<group>/<name>.md`. */
  readonly id: string;
  /** Without configuration. `off` is what a team has to ask for. */
  readonly severity: Severity | 'off';
  /** What it finds, as one sentence without a full stop at the end of a table row. */
  readonly finds: string;
  /** Options with their defaults; absent for a rule that has none. */
  readonly options?: Readonly<Record<string, number | boolean | readonly string[]>>;
}

/** Every rule, by group. */
export const RULES: readonly Rule[] = [];

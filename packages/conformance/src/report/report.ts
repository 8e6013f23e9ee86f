import type { SuppressedFinding } from '../suppression';
import type { JudgedFinding } from '../judge';

/** What one run of a target found, ready to be printed. */
export interface Report {
  /** The version of planner. */
  readonly version: string;
  /** `orders:plan-verify`. */
  readonly task: string;
  /** In the order of files and lines. */
  readonly findings: readonly JudgedFinding[];
  /** Silenced by a comment. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Known from the baseline. */
  readonly known: readonly JudgedFinding[];
  /** Findings that `--fix` mended in this run. */
  readonly fixed: number;
  /** Why the target could not do its work: what is wrong with its configuration or with a file that it needs. */
  readonly problems: readonly string[];
}

/** `error`: the target could not do its work. `findings`: there is at least one, of whatever severity. */
export type Outcome = 'clean' | 'findings' | 'error';

export function outcomeOf({ findings, problems }: Report): Outcome {
  if (problems.length > 0) return 'error';
  return findings.length > 0 ? 'findings' : 'clean';
}

/** Whether the target fails: it could not do its work, or a finding has the severity error. */
export function fails({ findings, problems }: Report): boolean {
  return problems.length > 0 || findings.some(({ severity }) => severity === 'error');
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countsOf({ findings }: Report): Counts {
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

import type { Severity } from '@planner/model';
import { compareWithBaseline, entriesOf, fingerprints, type BaselineEntry } from './baseline';
import type { Finding } from './finding';
import type { RuleSettings } from './settings';
import { suppress, type KnownRules, type SuppressedFinding, type SuppressingFile } from './suppression';

/** A finding with what identifies it from one run to the next. */
export interface JudgedFinding extends Finding {
  readonly fingerprint: string;
}

/** What a run comes to. */
export interface Verdict {
  /** In the order of files and lines. */
  readonly findings: readonly JudgedFinding[];
  /** Silenced by a comment. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Known from the baseline. */
  readonly known: readonly JudgedFinding[];
  /** What the baseline of this task is after `--update-baseline`. */
  readonly baseline: readonly BaselineEntry[];
}

export interface Judging {
  readonly settings: RuleSettings;
  readonly rules: KnownRules;
  /** The files whose comments count. */
  readonly files: readonly SuppressingFile[];
  /** Any file that a finding may point into. */
  readonly textOf: (file: string) => string | undefined;
  readonly baseline?: { readonly file: string; readonly text: string; readonly entries: readonly BaselineEntry[] };
}

/**
 * Turns what the checks found into what a team wants to see: the rules' severities applied, suppressed and known findings
 * taken out, findings about comments and baseline added.
 */
export function judge(found: readonly Finding[], { settings, rules, files, textOf, baseline }: Judging): Verdict {
  const wanted = withSeverities(found, settings);
  const { kept, suppressed, problems } = suppress(wanted, files, rules);
  const current = fingerprints(inOrder(kept), textOf);
  const compared = compareWithBaseline(current, baseline?.entries ?? [], baseline ?? { file: '', text: '' });
  const added = fingerprints(withSeverities([...problems, ...compared.stale], settings), textOf);
  const findings = [...compared.fresh, ...added].map(judged);
  return { findings: inOrder(findings), suppressed, known: compared.known.map(judged), baseline: entriesOf(current) };
}

function judged({ finding, fingerprint }: { finding: Finding; fingerprint: string }): JudgedFinding {
  return { ...finding, fingerprint };
}

function withSeverities(findings: readonly Finding[], settings: RuleSettings): Finding[] {
  return findings.flatMap((finding) => {
    const severity: Severity | 'off' = settings.severity(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [severity === finding.severity ? finding : { ...finding, severity }];
  });
}

/** By file, line and column; findings of one place keep their order. */
function inOrder<F extends Finding>(findings: readonly F[]): F[] {
  return [...findings].sort(
    ({ span: a }, { span: b }) =>
      Number(a.file > b.file) - Number(a.file < b.file) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column,
  );
}

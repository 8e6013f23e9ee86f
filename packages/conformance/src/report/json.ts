import type { Diagnostic } from '@planner/model';
import type { RelatedPlace } from '../finding';
import type { JudgedFinding } from '../judge';
import { countsOf, outcomeOf, type Outcome, type Report } from './report';

/** Raised when a consumer of the old form would misread the new one. */
const VERSION = 1;

/** The form of `--format=json`. Keys may be added without a new version. */
export interface JsonReport {
  readonly version: typeof VERSION;
  readonly tool: { readonly name: 'planner'; readonly version: string };
  /** `orders:plan-verify`. */
  readonly task: string;
  /** `error`: the target could not do its work. `findings`: there is at least one, of whatever severity. */
  readonly outcome: Outcome;
  readonly problems: readonly string[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly fixed: number;
  };
  readonly findings: readonly JsonFinding[];
  readonly suppressed: readonly (Diagnostic & { readonly reason: string })[];
  readonly baseline: readonly JsonFinding[];
}

/** Lines and columns count from 1, columns in UTF-16 code units; the end is behind the last character. */
export interface JsonFinding extends Diagnostic {
  readonly fingerprint: string;
  readonly fixable: boolean;
  readonly related?: readonly RelatedPlace[];
}

/** For programs: one JSON document, versioned. */
export function printJson(report: Report): string {
  const document: JsonReport = {
    version: VERSION,
    tool: { name: 'planner', version: report.version },
    task: report.task,
    outcome: outcomeOf(report),
    problems: report.problems,
    summary: { ...countsOf(report), fixed: report.fixed },
    findings: report.findings.map(jsonFinding),
    suppressed: report.suppressed.map((finding) => ({ ...diagnostic(finding), reason: finding.reason })),
    baseline: report.known.map(jsonFinding),
  };
  return JSON.stringify(document, undefined, 2) + '\n';
}

function jsonFinding(finding: JudgedFinding): JsonFinding {
  const { fingerprint, fix, related } = finding;
  return {
    ...diagnostic(finding),
    fingerprint,
    fixable: fix !== undefined,
    ...(related === undefined ? {} : { related }),
  };
}

function diagnostic({ rule, severity, message, hint, span }: Diagnostic): Diagnostic {
  return { rule, severity, message, hint, span };
}

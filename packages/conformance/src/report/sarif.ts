import type { Severity, SourceSpan } from '@planner/model';
import type { JudgedFinding } from '../judge';
import { RULES, type Rule } from '../rules';
import { fails, type Report } from './report';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json';
const HOME = 'https://www.npmjs.com/package/planner';
const ROOT = 'WORKSPACEROOT';

/**
 * SARIF 2.1.0 (OASIS Standard), as code scanning takes it: findings known from the baseline are `unchanged`, suppressed ones
 * bear their reason, what the target could not do is a notification of the invocation.
 */
export function printSarif(report: Report, rules: readonly Rule[] = RULES): string {
  const used = usedRules(report, rules);
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  const result = (finding: Omit<JudgedFinding, 'fingerprint'> & { fingerprint?: string }) => resultOf(finding, indexes);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'planner', version: report.version, informationUri: HOME, rules: used.map(descriptorOf) },
        },
        automationDetails: { id: `${report.task.replaceAll(':', '/')}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the workspace.' } } },
        invocations: [invocationOf(report)],
        results: [
          ...report.findings.map((finding) => ({
            ...result(finding),
            ...(report.known.length > 0 ? { baselineState: 'new' } : {}),
          })),
          ...report.known.map((finding) => ({ ...result(finding), baselineState: 'unchanged' })),
          ...report.suppressed.map((finding) => ({
            ...result(finding),
            suppressions: [{ kind: 'inSource', justification: finding.reason }],
          })),
        ],
      },
    ],
  };
  return JSON.stringify(log, undefined, 2) + '\n';
}

/** Only the rules that have a result, so that the log of one project stays short. */
function usedRules({ findings, known, suppressed }: Report, rules: readonly Rule[]): Rule[] {
  const ids = new Set([...findings, ...known, ...suppressed].map(({ rule }) => rule));
  const listed = new Set(rules.map(({ id }) => id));
  const unlisted = [...ids].filter((id) => !listed.has(id)).map((id): Rule => ({ id, severity: 'warning', finds: id }));
  return [...rules.filter(({ id }) => ids.has(id)), ...unlisted];
}

function descriptorOf({ id, finds, severity }: Rule): object {
  return {
    id,
    shortDescription: { text: `${finds}.` },
    help: { text: `docs/rules/${id}.md in the documentation of planner says what is wrong and how to mend it.` },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levelOf(severity) },
  };
}

function invocationOf(report: Report): object {
  return {
    executionSuccessful: report.problems.length === 0,
    exitCode: fails(report) ? 1 : 0,
    toolConfigurationNotifications: report.problems.map((text) => ({ level: 'error', message: { text } })),
  };
}

function resultOf(
  finding: Omit<JudgedFinding, 'fingerprint'> & { fingerprint?: string },
  indexes: ReadonlyMap<string, number>,
): object {
  const { rule, severity, message, hint, span, related = [], fingerprint } = finding;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levelOf(severity),
    message: { text: hint === '' ? message : `${message} ${hint}` },
    locations: [locationOf(span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, id) => ({
            id,
            ...locationOf(each.span),
            message: { text: each.message },
          })),
        }),
    ...(fingerprint === undefined ? {} : { partialFingerprints: { 'planner/v1': fingerprint } }),
  };
}

function locationOf({ file, start, end }: SourceSpan): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: ROOT },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}

/** A relative reference (RFC 3986): every part percent-encoded. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}

import type { Finding } from '../finding';
import { Lines, spanIn, startOf } from '../lines';
import type { Fingerprinted } from './fingerprint';

/** Name of the baseline file, in the project's folder or at the root of the workspace. */
export const BASELINE = 'planner-baseline.json';

const VERSION = 1;

/** One finding that was there before. File and rule are for people; the fingerprint decides. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
}

/** The old findings by task (`orders:plan-verify`), so that projects may share one file. */
export type Baseline = Readonly<Record<string, readonly BaselineEntry[]>>;

/**
 * Reads a baseline file.
 *
 * @returns the baseline, or what is wrong with the text
 */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (!isRecord(read) || read['version'] !== VERSION || !isRecord(read['findings'])) {
    return { problem: `it is no baseline of version ${VERSION}` };
  }
  const tasks = Object.entries(read['findings']);
  const wrong = tasks.find(([, entries]) => !Array.isArray(entries) || !entries.every(isEntry));
  if (wrong !== undefined) return { problem: `"${wrong[0]}" is no list of findings` };
  return { baseline: Object.fromEntries(tasks) as unknown as Baseline };
}

/** The text of a baseline: sorted, one entry a line, so that two branches merge. */
export function printBaseline(baseline: Baseline): string {
  const tasks = Object.entries(baseline)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const printed = tasks.map(
    ([task, entries]) =>
      `    ${JSON.stringify(task)}: [\n${[...entries].sort(byPlace).map(printEntry).join(',\n')}\n    ]`,
  );
  const findings = printed.length === 0 ? '{}' : `{\n${printed.join(',\n')}\n  }`;
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

/** The entries that stand for these findings. */
export function entriesOf(findings: readonly Fingerprinted[]): BaselineEntry[] {
  return findings.map(({ fingerprint, finding }) => ({ fingerprint, rule: finding.rule, file: finding.span.file }));
}

/**
 * Takes out the findings that the baseline knows.
 *
 * @returns the new ones, the known ones, and a finding for every entry that stands for nothing any more
 */
export function compareWithBaseline(
  findings: readonly Fingerprinted[],
  entries: readonly BaselineEntry[],
  source: { readonly file: string; readonly text: string },
): {
  readonly fresh: readonly Fingerprinted[];
  readonly known: readonly Fingerprinted[];
  readonly stale: readonly Finding[];
} {
  const wanted = new Set(entries.map(({ fingerprint }) => fingerprint));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const gone = entries.filter(({ fingerprint }) => !found.has(fingerprint));
  const lines = new Lines(source.text);
  return {
    fresh: findings.filter(({ fingerprint }) => !wanted.has(fingerprint)),
    known: findings.filter(({ fingerprint }) => wanted.has(fingerprint)),
    stale: gone.map((entry) => staleFinding(entry, source, lines)),
  };
}

function staleFinding(
  { fingerprint, rule, file }: BaselineEntry,
  source: { file: string; text: string },
  lines: Lines,
): Finding {
  const start = source.text.indexOf(`"${fingerprint}"`);
  const span = start < 0 ? startOf(source.file) : spanIn(source.file, lines, start, start + fingerprint.length + 2);
  return {
    rule: 'baseline/stale',
    severity: 'warning',
    message: `${rule} finds this in ${file} no more.`,
    hint: 'Run the target with --update-baseline, so that it cannot come back unseen.',
    span,
  };
}

function printEntry(entry: BaselineEntry): string {
  const { fingerprint, rule, file } = entry;
  return `      ${JSON.stringify({ rule, file, fingerprint })}`;
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [first, second] = [a, b].map(({ file, rule, fingerprint }) => `${file}\n${rule}\n${fingerprint}`) as [
    string,
    string,
  ];
  return first < second ? -1 : Number(first > second);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && ['fingerprint', 'rule', 'file'].every((key) => typeof value[key] === 'string');
}

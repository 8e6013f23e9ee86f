import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  applyFixes,
  fails,
  judge,
  readSettings,
  type Finding,
  type KnownRules,
  type Report,
  type RuleSettings,
  type SuppressingFile,
  type Verdict,
} from '@planner/conformance';
import type { CheckOptions } from '../executors/check-options';
import { Failure } from '../failure';
import { toolkitVersion } from '../toolkit-version';
import { assertInside } from '../workspace/safe-path';
import { openBaseline, type BaselineFile } from './baseline-file';
import { printReport } from './print-report';
import { pathInWorkspace } from './paths';
import { textAt } from './texts';

/** What a target looks at, and how. */
export interface CheckedSubject {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Of the project, from the workspace root; empty for the root itself. */
  readonly directory: string;
  /** `orders:plan-verify`. */
  readonly task: string;
  /** Reads everything anew and runs the checks. */
  look(settings: RuleSettings): Promise<Looked>;
}

export interface Looked {
  readonly findings: readonly Finding[];
  /** The files whose comments may suppress findings. */
  readonly files: readonly SuppressingFile[];
  readonly rules: KnownRules;
}

/**
 * Runs a check from its options to its report: settings, fixes, baseline, output.
 *
 * @returns whether the target succeeds; what keeps it from its work is in the report, only bugs throw
 */
export async function runCheck(subject: CheckedSubject, options: CheckOptions): Promise<{ success: boolean }> {
  const destination = destinationOf(subject.root, options);
  const report = 'problem' in destination ? failed(subject, [destination.problem]) : await reportOf(subject, options);
  await printReport(
    report,
    subject.root,
    options.format ?? 'stylish',
    'path' in destination ? destination.path : undefined,
  );
  return { success: !fails(report) };
}

/** Where the report goes beside the terminal, known before anything is done. */
function destinationOf(
  root: string,
  { outputFile }: CheckOptions,
): { readonly path?: string } | { readonly problem: string } {
  if (outputFile === undefined) return {};
  try {
    const path = pathInWorkspace(root, outputFile, 'output-file');
    assertInside(root, '', [path]);
    return { path };
  } catch (error) {
    if (error instanceof Failure) return { problem: error.message };
    throw error;
  }
}

/** The report of a target that could not do its work. */
function failed({ task }: CheckedSubject, problems: readonly string[]): Report {
  return { version: toolkitVersion(), task, findings: [], suppressed: [], known: [], fixed: 0, problems };
}

async function reportOf(subject: CheckedSubject, options: CheckOptions): Promise<Report> {
  const { settings, problems } = readSettings(options.rules);
  if (problems.length > 0) return failed(subject, problems);
  try {
    const baseline = openBaseline(subject, options.baseline);
    const { verdict, fixed } = await judged(subject, settings, options, baseline);
    const { findings, suppressed, known } =
      options.updateBaseline === true ? await updated(baseline, verdict) : verdict;
    return { ...failed(subject, []), findings, suppressed, known, fixed };
  } catch (error) {
    if (error instanceof Failure) return failed(subject, [error.message]);
    throw error;
  }
}

async function judged(
  subject: CheckedSubject,
  settings: RuleSettings,
  options: CheckOptions,
  baseline: BaselineFile,
): Promise<{ verdict: Verdict; fixed: number }> {
  const verdict = judgeOf(await subject.look(settings), subject, settings, baseline);
  if (options.fix !== true) return { verdict, fixed: 0 };
  const fixed = writeFixes(subject, verdict.findings);
  if (fixed === 0) return { verdict, fixed };
  return { verdict: judgeOf(await subject.look(settings), subject, settings, baseline), fixed };
}

function judgeOf(
  { findings, files, rules }: Looked,
  { root }: CheckedSubject,
  settings: RuleSettings,
  baseline: BaselineFile,
): Verdict {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const textOf = (file: string) => texts.get(file) ?? textAt(root, file);
  return judge(findings, {
    settings,
    rules,
    files,
    textOf,
    ...(baseline.found === undefined ? {} : { baseline: { ...baseline.found, file: baseline.path } }),
  });
}

/** Writes what the fixes make of the files; a byte-order mark stays. */
function writeFixes({ root }: CheckedSubject, findings: readonly Finding[]): number {
  const { files, count } = applyFixes(findings, (file) => textAt(root, file));
  assertInside(root, '', [...files.keys()]);
  for (const [file, text] of files) {
    const path = join(root, file);
    const mark =
      existsSync(path) &&
      readFileSync(path)
        .subarray(0, 3)
        .equals(Buffer.from([0xef, 0xbb, 0xbf]))
        ? '\ufeff'
        : '';
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, mark + text);
  }
  return count;
}

/** Writes the baseline and gives the verdict as it is from now on. */
async function updated(baseline: BaselineFile, verdict: Verdict): Promise<Verdict> {
  await baseline.update(verdict.baseline);
  const stays = (rule: string) => rule.startsWith('suppression/');
  const moved = verdict.findings.filter(({ rule }) => !stays(rule) && rule !== 'baseline/stale');
  return {
    ...verdict,
    findings: verdict.findings.filter(({ rule }) => stays(rule)),
    known: [...verdict.known, ...moved],
  };
}

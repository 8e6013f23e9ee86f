import type { SourceReader } from '@planner/target';
import { SourceFile, type Check, type ProjectFile, type VerifiedProject } from './check';
import type { Finding } from './finding';
import type { RuleSettings } from './settings';
import { syntaxCheck } from './syntax';

/** All that `plan-verify` runs. A further check is a line here. */
export const VERIFY_CHECKS: readonly Check[] = [syntaxCheck];

/**
 * Runs the checks over a project. Every file is read once, parsed once and let go.
 *
 * @param files in the order of their paths; may be read while they are asked for
 * @param settings a check whose rules are all off does not run
 * @returns all findings in the severity that the checks give them, in no order: `judge` applies the settings
 */
export function verify(
  project: VerifiedProject,
  files: Iterable<ProjectFile>,
  settings: RuleSettings,
  checks: readonly Check[] = VERIFY_CHECKS,
): Finding[] {
  const running = checks.filter((check) => check.rules.some((rule) => settings.isOn(rule)));
  const visits = running.map((check) => ({ check, visit: check.open(project, settings) }));
  const findings: Finding[] = [];
  for (const read of files) {
    const file = new SourceFile(read, project.directory, readerOf(read.path, project.readers));
    for (const { visit } of visits.filter(({ check }) => wants(check, file))) {
      for (const finding of visit.file?.(file) ?? []) findings.push(finding);
    }
  }
  for (const { visit } of visits) for (const finding of visit.end?.() ?? []) findings.push(finding);
  return findings;
}

/** The reader of a file's language, told by its extension. */
export function readerOf(path: string, readers: readonly SourceReader[]): SourceReader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** Whether any check wants to see the file, so that the face reads no other. */
export function isWanted(
  path: string,
  readers: readonly SourceReader[],
  checks: readonly Check[] = VERIFY_CHECKS,
): boolean {
  return readerOf(path, readers) !== undefined || checks.some((check) => check.reads?.(path) === true);
}

function wants(check: Check, file: SourceFile): boolean {
  return file.reader !== undefined || check.reads?.(file.path) === true;
}

import type { SourceReader } from '@planner/target';
import { SourceFile, type Check, type ProjectFile, type VerifiedProject } from './check';
import type { Finding } from './finding';
import { nameOf, readerOf } from './readers';
import type { RuleSettings } from './settings';
import { credentialsCheck } from './credentials/check-credentials';
import { driftCheck } from './drift';
import { environmentCheck } from './environment/check-environment';
import { layersCheck } from './layers/check-layers';
import { skeletonCheck } from './skeleton';
import { syntaxCheck } from './syntax';

/** All that `plan-verify` runs. A further check is a line here. */
export const VERIFY_CHECKS: readonly Check[] = [
  syntaxCheck,
  layersCheck,
  environmentCheck,
  credentialsCheck,
  driftCheck,
  skeletonCheck,
];

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
    for (const { check, visit } of visits) {
      if (!wants(check, file)) continue;
      for (const finding of visit.file?.(file) ?? []) findings.push(finding);
    }
  }
  for (const { visit } of visits) for (const finding of visit.end?.() ?? []) findings.push(finding);
  return findings;
}

/** Whether any check wants to see the file, so that the face reads no other. */
export function isWanted(
  path: string,
  readers: readonly Pick<SourceReader, 'extensions'>[],
  checks: readonly Check[] = VERIFY_CHECKS,
): boolean {
  return readerOf(path, readers) !== undefined || checks.some((check) => readsByName(check, path));
}

/** The names of files that the checks want to see beside sources, as patterns: the inputs of a cached target. */
export function wantedNames(checks: readonly Check[] = VERIFY_CHECKS): string[] {
  return [...new Set(checks.flatMap(({ reads = [] }) => reads))].sort();
}

function wants(check: Check, file: SourceFile): boolean {
  return file.reader !== undefined || readsByName(check, file.path);
}

const MATCHERS = new WeakMap<readonly string[], RegExp>();

function readsByName({ reads }: Check, path: string): boolean {
  if (reads === undefined) return false;
  let matcher = MATCHERS.get(reads);
  if (matcher === undefined) MATCHERS.set(reads, (matcher = matcherOf(reads)));
  return matcher.test(nameOf(path));
}

/** `*` stands for any characters; case is ignored. */
function matcherOf(patterns: readonly string[]): RegExp {
  const alternatives = patterns.map((pattern) =>
    pattern
      .split('*')
      .map((part) => part.replace(/[^\w]/g, '\\$&'))
      .join('.*'),
  );
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'i');
}

import {
  isWanted,
  RULES,
  verify,
  VERIFY_CHECKS,
  type ProjectFile,
  type RuleSettings,
  type SuppressingFile,
} from '@planner/conformance';
import { hasTarget, loadReaders, loadTarget, sourceExtensions } from '../scaffold/targets';
import type { Looked } from '../report/run-check';
import { GitIgnores } from '../workspace/git-ignores';
import { ProjectFiles } from '../workspace/project-files';
import { readVerifiedProject, scaffoldedLanguage } from './verified-project';

/** A project in the workspace. Folders start at the workspace root; the root itself is the empty text. */
export interface ProjectPlace {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly name: string;
  readonly directory: string;
  /** The folders of all projects of the workspace. */
  readonly projects: readonly string[];
}

const KEYWORD = 'planner-ignore';

/**
 * Reads a project once and runs all checks over it.
 *
 * @throws Failure where its `planner.json`, its plans or its `planner.config` cannot be read
 */
export async function lookAtProject(place: ProjectPlace, settings: RuleSettings): Promise<Looked> {
  const { root, directory } = place;
  const ignores = new GitIgnores(root);
  const nested = new Set(
    place.projects.filter((folder) => folder !== directory && (directory === '' || folder.startsWith(`${directory}/`))),
  );
  const extensions = [{ extensions: sourceExtensions() }];
  const files = new ProjectFiles({ root, directory, nested, ignores, wants: (path) => isWanted(path, extensions) });
  const language = scaffoldedLanguage(place);
  const target = language !== undefined && hasTarget(language) ? await loadTarget(language) : undefined;
  const { project, plans } = readVerifiedProject(place, ignores, await loadReaders(files.paths), target);
  const speaking: SuppressingFile[] = plans
    .filter(({ text }) => text.includes(KEYWORD))
    .map(({ path, text }) => ({ file: path, text }));
  const findings = verify(project, heard(files.read(), speaking), settings);
  const own = new Set(files.paths);
  const run = new Set(VERIFY_CHECKS.flatMap(({ rules }) => rules));
  const known = new Set(RULES.map(({ id }) => id));
  return {
    findings: [...files.findings, ...findings],
    files: speaking,
    rules: {
      exists: (rule) => known.has(rule),
      ran: (rule, file) => own.has(file) && run.has(rule) && settings.isOn(rule),
    },
  };
}

/** Passes files on and keeps those that hold a suppressing comment. */
function* heard(files: Iterable<ProjectFile>, speaking: SuppressingFile[]): Generator<ProjectFile> {
  for (const file of files) {
    if (file.text.includes(KEYWORD)) speaking.push({ file: file.path, text: file.text });
    yield file;
  }
}

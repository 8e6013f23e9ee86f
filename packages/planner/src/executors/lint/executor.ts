import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { lintPlans, RULES, VERIFY_CHECKS, type PlanFileText, type RuleSettings } from '@planner/conformance';
import { DATABASES } from '@planner/model';
import { errorCode, Failure } from '../../failure';
import { runCheck, type Looked } from '../../report/run-check';
import { decode } from '../../workspace/project-files';
import type { LintExecutorSchema } from './schema';

/** `nx run plans:plan-lint`: every plan in the project's folder. */
export default function lintExecutor(
  options: LintExecutorSchema,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { root, projectName = '', targetName = '', projectsConfigurations } = context;
  const directory = projectsConfigurations.projects[projectName]?.root ?? '';
  const task = `${projectName}:${targetName}`;
  return runCheck(
    { root, directory, task, look: (settings) => Promise.resolve(lookAtPlans(root, directory, options, settings)) },
    options,
  );
}

function lookAtPlans(root: string, directory: string, options: LintExecutorSchema, settings: RuleSettings): Looked {
  const { language = 'typescript' } = options;
  const files = plansIn(root, directory);
  const findings = lintPlans(files, { language, database: databaseOf(options) }, settings);
  const elsewhere = new Set(
    VERIFY_CHECKS.flatMap(({ rules }) => rules).filter((rule) => !rule.startsWith('credentials/')),
  );
  const known = new Set(RULES.map(({ id }) => id));
  return {
    findings,
    files: files.map(({ path, text }) => ({ file: path, text })),
    rules: { exists: (rule) => known.has(rule), ran: (rule) => !elsewhere.has(rule) && settings.isOn(rule) },
  };
}

function databaseOf({ database = 'postgresql' }: LintExecutorSchema): (typeof DATABASES)[number] {
  const known = DATABASES.find((name) => name === database);
  if (known !== undefined) return known;
  throw new Failure(
    `${database} is no database. Choose one of ${DATABASES.join(', ')} in the options of planner/plugin in nx.json.`,
  );
}

/** All files that are named like a plan, or nearly: a slip in the name is a finding, not a reason to be passed over. */
function plansIn(root: string, directory: string): PlanFileText[] {
  try {
    const names = readdirSync(join(root, directory))
      .filter((name) => name.endsWith('-plan.md'))
      .sort();
    return names.map((name) => {
      const bytes = readFileSync(join(root, directory, name));
      return { path: `${directory}/${name}`, text: decode(bytes), bytes };
    });
  } catch (error) {
    throw new Failure(`${directory} cannot be read (${errorCode(error) ?? String(error)}).`);
  }
}

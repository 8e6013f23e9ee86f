import type { TargetConfiguration } from '@nx/devkit';
import { dirname } from 'node:path/posix';
import { sourceExtensions } from '../scaffold/targets';
import { PLANNER_JSON } from '../scaffold/planner-json';
import type { PlannerPluginOptions } from './plugin-options';
import { toolkitInputs } from './toolkit-inputs';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** The same as in `@planner/conformance`, which is not loaded to infer a target. */
const BASELINE_FILE = 'planner-baseline.json';

export const LINT_TARGET = 'plan-lint';
export const VERIFY_TARGET = 'plan-verify';

/** The report, by both spellings: Nx looks an option up as it stands on the command line. */
const OUTPUTS = ['{options.outputFile}', '{options.output-file}'];

/** The target that checks the plans. It depends on the plans and on nothing else in the workspace. */
export function lintTarget(options: PlannerPluginOptions, workspaceRoot: string): TargetConfiguration {
  return {
    executor: 'planner:lint',
    cache: true,
    options: { ...rulesOf(options), ...defaultsOf(options) },
    inputs: ['{projectRoot}/*-plan.md', ...baselines(), ...toolkitInputs(workspaceRoot)],
    outputs: OUTPUTS,
    metadata: aboutOf(
      'Checks the plans: format, model, references, DDD',
      'plans',
      options.lintTargetName ?? LINT_TARGET,
    ),
  };
}

/** A project, as far as its target depends on it. */
export interface VerifiedPlace {
  readonly name: string;
  /** From the workspace root, `.` for the root itself. */
  readonly directory: string;
  /** The applied plans, from the workspace root. */
  readonly plans: readonly string[];
  /** Names of files that checks read beside sources. */
  readonly reads: readonly string[];
}

/** The target that checks a project. */
export function verifyTarget(
  options: PlannerPluginOptions,
  workspaceRoot: string,
  { name, directory, plans, reads }: VerifiedPlace,
): TargetConfiguration {
  return {
    executor: 'planner:verify',
    cache: true,
    options: rulesOf(options),
    inputs: [
      ...projectFiles(reads),
      ...baselines(),
      ...plans.map(inWorkspace),
      ...surroundings(directory),
      ...toolkitInputs(workspaceRoot),
    ],
    outputs: OUTPUTS,
    metadata: aboutOf(
      'Checks the code against its plans: layers, drift, credentials, environment',
      name,
      options.verifyTargetName ?? VERIFY_TARGET,
    ),
  };
}

/** Options of the target, and not read from nx.json by the executor: so they are part of the hash, and a project may set its own. */
function rulesOf({ rules }: PlannerPluginOptions): Record<string, unknown> {
  return rules === undefined ? {} : { rules };
}

function defaultsOf({ language, database }: PlannerPluginOptions): Record<string, unknown> {
  return { ...(language === undefined ? {} : { language }), ...(database === undefined ? {} : { database }) };
}

/** Exactly the files that the checks read. `.env` is ignored by git, so no cache could see it; the checks never read it. */
function projectFiles(reads: readonly string[]): Inputs {
  const names = [
    '.gitignore',
    PLANNER_JSON,
    'package.json',
    'project.json',
    'pyproject.toml',
    'tsconfig*.json',
    ...reads,
  ];
  const unique = [...new Set([sources(), ...names])];
  return [
    ...unique.map((name) => `{projectRoot}/**/${name}`),
    '!{projectRoot}/**/.env',
    '!{projectRoot}/**/.env.{local,development,production,staging,test}',
  ];
}

function sources(): string {
  const extensions = sourceExtensions().map((extension) => extension.slice(1));
  return `*.{${extensions.join(',')}}`;
}

/** What leads an import from one project to another, and what the workspace ignores. */
function surroundings(directory: string): Inputs {
  const folders = new Set(['.']);
  for (let folder = dirname(directory); folder !== '.' && folder !== '/'; folder = dirname(folder)) folders.add(folder);
  const ignores = [...folders].map((folder) => inWorkspace(folder === '.' ? '.gitignore' : `${folder}/.gitignore`));
  return [
    ...ignores.sort(),
    inWorkspace('.nxignore'),
    // An import may go on through the barrels of a project that this one depends on.
    `^{projectRoot}/**/${sources()}`,
    inWorkspace('tsconfig*.json'),
    inWorkspace('pyproject.toml'),
    {
      json: inWorkspace('**/package.json'),
      fields: ['name', 'exports', 'imports', 'main', 'module', 'types', 'workspaces'],
    },
    { json: inWorkspace(`**/${PLANNER_JSON}`), fields: ['model.context', 'options'] },
  ];
}

function baselines(): Inputs {
  return [`{projectRoot}/${BASELINE_FILE}`, inWorkspace(BASELINE_FILE)];
}

function inWorkspace(path: string): string {
  return `{workspaceRoot}/${path}`;
}

function aboutOf(description: string, project: string, target: string): NonNullable<TargetConfiguration['metadata']> {
  const help = {
    command: `npx nx run ${project}:${target} --help`,
    example: { options: { format: 'sarif', outputFile: `reports/${project}.sarif` } },
  };
  return { technologies: ['planner'], description, help };
}

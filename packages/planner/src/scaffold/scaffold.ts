import { detectPackageManager, installPackagesTask, logger, type GeneratorCallback, type Tree } from '@nx/devkit';
import { NOTHING_ISSUED, type Issued, type LanguageTarget, type Phase } from '@planner/target';
import { openPlan } from '../plans/plan-files';
import { toolkitVersion } from '../toolkit-version';
import { includeMembers } from '../workspace/package-members';
import { assertInside } from '../workspace/safe-path';
import { readProjects } from '../workspace/scaffolded-projects';
import { workspaceFormatter, type Formatter } from './format';
import { projectOptions, readInput, type ScaffoldInput } from './input';
import { wantedFiles, writeKernel } from './files';
import { parsePhases, phasesAfter } from './phases';
import { PLANNER_JSON, printPlannerJson } from './planner-json';
import { reconcile, type Decision } from './reconcile';
import { reportKept, summarize } from './report';

export interface ScaffoldOptions {
  /** Path, file name or short id. */
  readonly plan: string;
  readonly phases?: string;
  readonly directory?: string;
  readonly language?: string;
  readonly skipInstall?: boolean;
}

/**
 * Brings the project of a plan's context in step with all its plans, for the phases that it has and those asked for. What
 * a person changed is kept; what has not changed is not written.
 *
 * @param openFormatter what gives the files their final form, by the root of the workspace
 * @returns what to do once the files are on the disk: install packages if the dependencies changed, and say what is next
 * @throws Failure before anything is written, with all that is wrong already printed
 */
export async function scaffold(tree: Tree, options: ScaffoldOptions, openFormatter = workspaceFormatter): Promise<GeneratorCallback> {
  const wanted = parsePhases(options.phases);
  const plan = openPlan(tree, options.plan);
  const input = await readInput(tree, plan, await readProjects(tree), options);
  const phases = phasesAfter(input.state?.phases ?? [], wanted, options.plan);
  const { decisions, installs } = await writeProject(tree, input, phases, openFormatter(tree.root));
  const { directory, settings } = input.place;
  reportKept(directory, decisions);
  return () => {
    if (installs && options.skipInstall !== true) installPackagesTask(tree, true);
    logger.info(`\n${summarize(plan.plan.id === '' ? plan.path : plan.plan.id, directory, decisions)}${next(settings.name, phases, input.target)}`);
  };
}

interface Written {
  readonly decisions: readonly Decision[];
  /** Dependencies or workspace members changed. */
  readonly installs: boolean;
}

async function writeProject(tree: Tree, input: ScaffoldInput, phases: ReadonlySet<Phase>, format: Formatter): Promise<Written> {
  const { place, state, target, model, placements } = input;
  const project = projectOptions(place, input.plans);
  const rendering = target.render({ model, project, phases, issued: state?.issued ?? NOTHING_ISSUED, placements });
  const wanted = await wantedFiles(tree, project, rendering.files, format);
  const read = (path: string) => tree.read(`${place.directory}/${path}`, 'utf8') ?? undefined;
  const { decisions, files } = reconcile(state?.files ?? {}, wanted, read);
  assertInside(tree.root, place.directory, [...decisions.map(({ path }) => path), PLANNER_JSON].map((path) => `${place.directory}/${path}`));
  await writeKernel(tree, target, project, format);
  if (target.packages.installedBy === 'workspace') includeMembers(tree, [place.directory, project.kernel.directory], detectPackageManager(tree.root));
  apply(tree, place.directory, decisions);
  await writeState(tree, input, { phases, issued: rendering.issued, files }, format);
  return { decisions, installs: changesDependencies(tree) };
}

function apply(tree: Tree, directory: string, decisions: readonly Decision[]): void {
  for (const decision of decisions) {
    const path = `${directory}/${decision.path}`;
    if (decision.kind === 'write') tree.write(path, decision.text);
    if (decision.kind === 'remove') tree.delete(path);
  }
}

interface Outcome {
  readonly phases: ReadonlySet<Phase>;
  readonly issued: Issued;
  readonly files: Readonly<Record<string, string>>;
}

/** Last, so that an interrupted run is simply run again. */
async function writeState(tree: Tree, { place, plans, model, placements }: ScaffoldInput, outcome: Outcome, format: Formatter): Promise<void> {
  const path = `${place.directory}/${PLANNER_JSON}`;
  const text = printPlannerJson({ ...outcome, phases: [...outcome.phases], toolkit: toolkitVersion(), plans, options: place.settings, model, placements });
  const [formatted = text] = await format([{ path, text }]);
  tree.write(path, formatted);
}

function changesDependencies(tree: Tree): boolean {
  return tree.listChanges().some(({ path }) => path === 'pnpm-workspace.yaml' || path === 'package.json' || path.endsWith('/package.json'));
}

function next(name: string, phases: ReadonlySet<Phase>, { packages }: LanguageTarget): string {
  const targets = [...(packages.installedBy === 'target' ? ['install'] : []), ...(phases.has(5) ? ['test', 'serve'] : ['typecheck'])];
  return `\nNext: ${targets.map((target) => `npx nx ${target} ${name}`).join(', ')}`;
}

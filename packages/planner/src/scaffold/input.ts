import type { Tree } from '@nx/devkit';
import type { ContextModel } from '@planner/model';
import { NOTHING_ISSUED, type LanguageTarget, type Placements, type ProjectOptions } from '@planner/target';
import { Failure } from '../failure';
import { report } from '../plans/diagnostics';
import { readPlan, type PlanFile } from '../plans/plan-files';
import { resolvePlans } from '../plans/resolve-plans';
import type { ScaffoldedProject, WorkspaceProjects } from '../workspace/scaffolded-projects';
import { defaultsOf } from '../workspace/settings';
import { choosePlace, placeOf, type Place } from './place';
import { settlePlacements } from './placements';
import type { AppliedPlan, PlannerJson } from './planner-json';
import { loadTarget } from './targets';

/** All that a scaffold stands on, read and resolved; nothing is decided about files yet. */
export interface ScaffoldInput {
  readonly place: Place;
  /** Of the last run; absent at the first one. */
  readonly state?: PlannerJson;
  /** All plans of the project, this one included, oldest first. */
  readonly plans: readonly AppliedPlan[];
  readonly model: ContextModel;
  readonly target: LanguageTarget;
  /** Where plans want artifacts that would lie elsewhere. */
  readonly placements: Placements;
}

interface Wishes {
  readonly directory?: string;
  readonly language?: string;
}

/**
 * Reads everything that scaffolding this plan needs: the project as it is, all its plans, the model they make together.
 *
 * @throws Failure, with all diagnostics printed, if the plans have errors or the target cannot do what they ask for
 */
export async function readInput(tree: Tree, plan: PlanFile, projects: WorkspaceProjects, wishes: Wishes): Promise<ScaffoldInput> {
  const project = projectOf(plan, projects, wishes);
  const files = plansOf(tree, plan, project);
  const others = projects.scaffolded.filter((other) => other.state.model.context !== project?.state.model.context);
  const resolved = resolvePlans(files.map((file) => file.plan), { ...defaultsOf(tree), known: others.map(({ state }) => state.model) });
  const model = { ...resolved, language: wishes.language ?? project?.state.options.language ?? resolved.language };
  const target = await loadTarget(model.language);
  report(target.unsupported(model));
  const wish = { context: model.context, language: model.language, directory: wishes.directory };
  const place = project === undefined ? choosePlace(tree, projects, wish) : placeOf(project, wish);
  const plans = files.map(applied);
  const { issued = NOTHING_ISSUED, placements: remembered = {} } = project?.state ?? {};
  const settled = settlePlacements({ plans: files.map((file) => file.plan), model, target, project: projectOptions(place, plans), issued, remembered });
  report(settled.diagnostics);
  return { place, plans, model, target, placements: settled.placements, ...(project === undefined ? {} : { state: project.state }) };
}

/** What a renderer is told of a project. */
export function projectOptions({ directory, settings }: Place, plans: readonly AppliedPlan[]): ProjectOptions {
  return { name: settings.name, directory, scope: settings.scope, kernel: settings.kernel, plans };
}

/** The project that this plan's context was scaffolded into, if it was. */
function projectOf({ plan, path }: PlanFile, { scaffolded }: WorkspaceProjects, { language }: Wishes): ScaffoldedProject | undefined {
  const context = plan.declaration?.context?.text;
  const candidates = scaffolded.filter(({ state }) => state.model.context === context);
  const wanted = language ?? plan.declaration?.language?.text;
  const [first, ...more] = wanted === undefined ? candidates : candidates.filter(({ state }) => state.options.language === wanted);
  if (more.length === 0) return first;
  const languages = candidates.map(({ state }) => state.options.language).join(' and ');
  throw new Failure(`${context ?? ''} is scaffolded in ${languages}. Nothing was written.\nSay which one ${path} is meant for with --language.`);
}

/** The plans applied before, as they stand now, and this one. */
function plansOf(tree: Tree, plan: PlanFile, project: ScaffoldedProject | undefined): PlanFile[] {
  const before = project?.state.plans.map(({ file }) => file) ?? [];
  const gone = before.filter((file) => !tree.exists(file));
  if (gone.length > 0) {
    throw new Failure(
      `${project?.directory ?? ''} was scaffolded from plans that are gone. Nothing was written.\n${gone.map((file) => `  ${file}`).join('\n')}\nRestore them from version control.`,
    );
  }
  const files = before.map((file) => (file === plan.path ? plan : readPlan(tree, file)));
  return before.includes(plan.path) ? files : [...files, plan];
}

function applied({ path, plan }: PlanFile): AppliedPlan {
  return { id: plan.id, file: path, title: plan.title?.text ?? plan.id };
}

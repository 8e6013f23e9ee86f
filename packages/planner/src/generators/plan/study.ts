import type { Tree } from '@nx/devkit';
import type { ContextModel } from '@planner/model';
import type { NameClash, StudiedContext, StudiedPlan, WorkspaceStudy } from '@planner/plan';
import { listPlans, readPlan, type PlanFile } from '../../plans/plan-files';
import type { WorkspaceProjects } from '../../workspace/scaffolded-projects';

/**
 * What the workspace holds before a new plan: contexts that are scaffolded, plans, and names that the new plan shares with
 * them.
 *
 * @param model of the new plan
 * @param own aggregates that the new plan itself declares
 */
export function studyWorkspace(tree: Tree, projects: WorkspaceProjects, model: ContextModel, own: readonly string[]): WorkspaceStudy {
  const contexts = projects.scaffolded.map(({ directory, state }): StudiedContext => {
    return { name: state.model.context, directory, aggregates: state.model.aggregates.map(({ name }) => name) };
  });
  const files = listPlans(tree).map(({ path }) => readPlan(tree, path));
  const applied = new Set(projects.scaffolded.flatMap(({ state }) => state.plans.map(({ file }) => file)));
  const open = files.filter(({ path }) => !applied.has(path));
  const clashes = [...clashesWithContexts(contexts, model.context, own), ...open.flatMap((file) => clashesWithPlan(file, own))];
  return { contexts, plans: files.map(studied), clashes };
}

function studied({ path, plan }: PlanFile): StudiedPlan {
  const context = plan.declaration?.context?.text;
  return { id: plan.id, file: path, title: plan.title?.text ?? path, ...(context === undefined ? {} : { context }) };
}

/** A later plan of the same context repeats what it builds on; only another context's names clash. */
function clashesWithContexts(contexts: readonly StudiedContext[], context: string, own: readonly string[]): NameClash[] {
  return contexts
    .filter(({ name }) => name !== context)
    .flatMap(({ name: owner, aggregates }) => own.filter((name) => aggregates.includes(name)).map((name) => ({ name, owner })));
}

/** A plan that was not scaffolded yet: two of them that declare one aggregate do not know of each other. */
function clashesWithPlan({ path, plan }: PlanFile, own: readonly string[]): NameClash[] {
  const names = plan.declaration?.aggregates.map(({ name }) => name.text) ?? [];
  return own.filter((name) => names.includes(name)).map((name) => ({ name, owner: path }));
}

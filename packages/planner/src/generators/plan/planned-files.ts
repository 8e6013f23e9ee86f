import type { ContextModel } from '@planner/model';
import { NOTHING_ISSUED, PHASES, type LanguageTarget, type Phase, type ProjectOptions } from '@planner/target';
import type { WorkspaceProjects } from '../../workspace/scaffolded-projects';

/**
 * The paths that scaffolding a model writes, by phase, from the project's folder: rendered by the very target that will
 * write them. Where the context is scaffolded already, only what the new plan adds or changes.
 */
export function plannedFiles(target: LanguageTarget, projects: WorkspaceProjects, model: ContextModel): ReadonlyMap<Phase, readonly string[]> {
  const existing = projects.scaffolded.find(({ state }) => state.model.context === model.context && state.options.language === model.language);
  const project = existing ? { ...existing.state.options, directory: existing.directory, plans: [] } : projectFor(model);
  const render = (of: ContextModel) => target.render({ model: of, project, phases: new Set(PHASES), issued: existing?.state.issued ?? NOTHING_ISSUED }).files;
  const before = new Map(existing ? render(existing.state.model).map(({ path, text }) => [path, text]) : []);
  const files = render(model).filter(({ path, text }) => before.get(path) !== text);
  return new Map(PHASES.map((phase) => [phase, files.filter((file) => file.phase === phase).map(({ path }) => path.slice(project.directory.length + 1))]));
}

/** A project that is not there yet: only the paths below its folder matter, and they do not depend on these names. */
function projectFor({ context, language }: ContextModel): ProjectOptions {
  const kernel = { directory: `packages/kernel-${language}`, packageName: `kernel-${language}` };
  return { name: context, directory: `packages/${context}`, scope: '', kernel, plans: [] };
}

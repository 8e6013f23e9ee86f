import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedScaffold, LayerFolders, Neighbour, ProjectFile, VerifiedProject } from '@planner/conformance';
import type { ContextModel } from '@planner/model';
import { parsePlan, type Plan } from '@planner/plan';
import type { LanguageTarget, RenderRequest, SourceReader } from '@planner/target';
import { Failure } from '../failure';
import { configOf } from '../inference/infer-project';
import { readPlannerConfig, SCAFFOLDED_LAYERS } from '../inference/planner-config';
import { declarationsOf } from '../plans/declarations';
import { resolveDeclarations } from '../plans/resolve-plans';
import { textAt } from '../report/texts';
import { PLANNER_JSON, readPlannerJson, type PlannerJson } from '../scaffold/planner-json';
import type { GitIgnores } from '../workspace/git-ignores';
import type { ProjectPlace } from './look-at-project';
import { workspaceTree } from './workspace-tree';

/**
 * All that checks need to know of a project beside its files.
 *
 * @throws Failure for a `planner.json` that is damaged, a plan that is gone, a `planner.config` that is wrong
 */
export function readVerifiedProject(
  place: ProjectPlace,
  ignores: GitIgnores,
  readers: readonly SourceReader[],
  target?: LanguageTarget,
): { readonly project: VerifiedProject; readonly plans: readonly ProjectFile[] } {
  const { root, name, directory, projects } = place;
  const state = stateOf(root, directory);
  const basis = {
    name,
    directory,
    readers,
    tree: workspaceTree(root, projects),
    isIgnored: (path: string) => ignores.isIgnored(path),
  };
  const neighbours = neighboursOf(place, state);
  if (state === undefined)
    return { project: { ...basis, neighbours, plans: [], ...configured(root, directory) }, plans: [] };
  const texts = plansOf(root, directory, state);
  const plans = texts.map(({ path, text }) => parsePlan(text, path));
  const model = modelOf(plans, state);
  const { language } = state.options;
  return {
    plans: texts,
    project: {
      ...basis,
      neighbours,
      language,
      context: state.model.context,
      layers: SCAFFOLDED_LAYERS,
      plans,
      state,
      ...(model === undefined ? {} : { model, ...expected(place, state, model, target) }),
    },
  };
}

/** The language that the project was scaffolded in; undefined for one that planner did not scaffold. */
export function scaffoldedLanguage({ root, directory }: ProjectPlace): string | undefined {
  return stateOf(root, directory)?.options.language;
}

function stateOf(root: string, directory: string): PlannerJson | undefined {
  const path = join(directory, PLANNER_JSON);
  const file = join(root, path);
  return existsSync(file) ? readPlannerJson(readFileSync(file, 'utf8'), path) : undefined;
}

function plansOf(root: string, directory: string, { plans }: PlannerJson): ProjectFile[] {
  return plans.map(({ file }) => {
    const text = textAt(root, file);
    if (text !== undefined) return { path: file, text };
    throw new Failure(`${directory} was scaffolded from ${file}, which is gone. Restore it from version control.`);
  });
}

/** With spans into the plans. References to other contexts are for plan-lint to check. */
function modelOf(plans: readonly Plan[], { model, options }: PlannerJson): ContextModel | undefined {
  return resolveDeclarations(declarationsOf(plans), { language: options.language, database: model.database, known: [] })
    .model;
}

/** What a scaffold of the plans as they stand would write, rendered no sooner than somebody asks. */
function expected(
  { directory }: ProjectPlace,
  state: PlannerJson,
  model: ContextModel,
  target: LanguageTarget | undefined,
): { readonly scaffold?: ExpectedScaffold } {
  if (target?.elements === undefined) return {};
  const { name, scope, kernel } = state.options;
  const request: RenderRequest = {
    model,
    project: { name, directory, scope, kernel, plans: state.plans },
    phases: new Set(state.phases),
    issued: state.issued,
    ...(state.placements === undefined ? {} : { placements: state.placements }),
  };
  let texts: ReadonlyMap<string, string> | undefined;
  const rendered = (path: string): string | undefined => {
    texts ??= new Map(target.render(request).files.map((file) => [file.path, file.text]));
    return texts.get(`${directory}/${path}`);
  };
  return { scaffold: { elements: target.elements(request), rendered } };
}

function configured(root: string, directory: string): Pick<VerifiedProject, 'layers' | 'language'> {
  const config = configOf(join(root, directory));
  if (config === undefined) {
    throw new Failure(
      `${directory === '' ? 'The workspace' : directory} has neither a ${PLANNER_JSON} nor a planner.config.\nName its layers in project.json: "planner": { "config": { "layers": { "domain": "src/core" } } }.`,
    );
  }
  const { config: read, problems } = readPlannerConfig(config);
  if (problems.length > 0) throw new Failure(problems.join('\n'));
  return read;
}

/** The other projects; those that were scaffolded say their context. */
function neighboursOf({ root, directory, projects }: ProjectPlace, state: PlannerJson | undefined): Neighbour[] {
  const kernel = state?.options.kernel.directory;
  const others = projects.filter((folder) => folder !== directory).sort();
  return others.map((folder) => {
    const context = contextOf(root, folder);
    const layers = context === undefined ? layersOf(root, folder) : undefined;
    return {
      directory: folder,
      ...(context === undefined ? {} : { context }),
      ...(layers === undefined ? {} : { layers }),
      ...(folder === kernel ? { kernel: true } : {}),
    };
  });
}

/** The layers that a project names which planner did not scaffold. What is wrong with them is a finding of its own target. */
function layersOf(root: string, directory: string): LayerFolders | undefined {
  const config = configOf(join(root, directory));
  if (config === undefined) return undefined;
  const { config: read, problems } = readPlannerConfig(config);
  return problems.length > 0 ? undefined : read.layers;
}

function contextOf(root: string, directory: string): string | undefined {
  try {
    return stateOf(root, directory)?.model.context;
  } catch (error) {
    // A damaged neighbour is a finding of its own target.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

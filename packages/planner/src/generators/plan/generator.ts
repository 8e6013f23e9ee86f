import { logger, type GeneratorCallback, type Tree } from '@nx/devkit';
import type { ContextModel } from '@planner/model';
import { formatDiagnostic, LOCALES, renderPlan, type Locale, type WorkspaceStudy } from '@planner/plan';
import type { LanguageTarget } from '@planner/target';
import { posix } from 'node:path';
import { Failure } from '../../failure';
import { declarationsOf } from '../../plans/declarations';
import { report } from '../../plans/diagnostics';
import { readPlan } from '../../plans/plan-files';
import { resolveDeclarations } from '../../plans/resolve-plans';
import { PLAN_DIRECTORY } from '../../workspace/plan-directory';
import { assertInside } from '../../workspace/safe-path';
import { readProjects, type WorkspaceProjects } from '../../workspace/scaffolded-projects';
import { loadTarget } from '../../scaffold/targets';
import { defaultsOf } from '../../workspace/settings';
import { adoptPlan } from './adopt';
import { plannedFiles } from './planned-files';
import { readModelSource, type ModelSource } from './model-source';
import { choosePlanFile, lockNumbering, type NewPlanFile } from './numbering';
import type { PlanGeneratorSchema } from './schema';
import { studyWorkspace } from './study';

/**
 * `nx g planner:plan "<title>"`: writes one plan into the plan directory, and nothing else.
 *
 * @returns the callback that lets the next plan be numbered, once this one is on the disk
 * @throws Failure, with all that is wrong printed and nothing written
 */
export default async function planGenerator(tree: Tree, options: PlanGeneratorSchema): Promise<GeneratorCallback> {
  if (options.adopt !== undefined && options.adopt !== '') return adoptPlan(tree, options.adopt);
  const lock = await lockNumbering(tree);
  try {
    const { path, id } = await writePlan(tree, options);
    return () => {
      lock.release();
      logger.info(`\n${path}\nNext: read and edit it, then npx nx g planner:scaffold-from-plan ${id}`);
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function writePlan(tree: Tree, options: PlanGeneratorSchema): Promise<NewPlanFile> {
  const { title = '' } = options;
  if (title.trim() === '') throw new Failure('The plan has no title. Nothing was written.\nSay what it is about: npx nx g planner:plan "<title>"');
  const created = options.date ?? today();
  const file = choosePlanFile(tree, title, created);
  assertInside(tree.root, PLAN_DIRECTORY, [file.path]);
  const projects = await readProjects(tree);
  const source = readModelSource(tree, options, file.id);
  const model = resolve(tree, projects, source);
  const workspace = studyWorkspace(tree, projects, model, source.declaration.aggregates.map(({ name }) => name.text));
  const target = await loadTarget(model.language);
  warn(workspace, target, model);
  const { context, language, database } = model;
  const text = renderPlan({
    title,
    file: file.path,
    created,
    locale: localeOf(options),
    context,
    language,
    database,
    model,
    modelText: source.text,
    filesByPhase: plannedFiles(target, projects, model),
    workspace,
    ...(source.design === undefined ? {} : { design: posix.relative(PLAN_DIRECTORY, source.design) }),
  });
  tree.write(file.path, text);
  return file;
}

/** The model of the context as it will be with this plan: what is scaffolded of it already, and what the plan adds. */
function resolve(tree: Tree, projects: WorkspaceProjects, { declaration, diagnostics, unreadable }: ModelSource): ContextModel {
  if (unreadable) report(diagnostics);
  const context = declaration.context?.text;
  if (context === undefined && diagnostics.length === 0) {
    throw new Failure('The plan has no bounded context. Nothing was written.\nName it with --context=<kebab-case>, or in the file of --model or --design.');
  }
  const project = projects.scaffolded.find(({ state }) => state.model.context === context);
  const earlier = declarationsOf(project?.state.plans.map(({ file }) => readPlan(tree, file).plan) ?? []);
  const known = projects.scaffolded.filter((other) => other !== project).map(({ state }) => state.model);
  const resolved = resolveDeclarations([...earlier, declaration], { ...defaultsOf(tree), known });
  report([...diagnostics, ...resolved.diagnostics]);
  if (resolved.model === undefined) throw new Error('a model without an error did not resolve');
  return resolved.model;
}

/** What does not keep anybody from planning, but should be known before the plan is scaffolded. */
function warn({ clashes }: WorkspaceStudy, target: LanguageTarget, model: ContextModel): void {
  for (const { name, owner } of clashes) logger.warn(`${name} stands in ${owner} already.`);
  for (const diagnostic of target.unsupported(model)) logger.warn(formatDiagnostic({ ...diagnostic, severity: 'warning' }));
}

function localeOf({ locale = 'en' }: PlanGeneratorSchema): Locale {
  const known = LOCALES.find((name) => name === locale);
  if (known !== undefined) return known;
  throw new Failure(`--locale=${locale} is not known. Choose one of ${LOCALES.join(', ')}.`);
}

/** The calendar day where the person is, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

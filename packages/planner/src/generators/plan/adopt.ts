import { logger, type GeneratorCallback, type Tree } from '@nx/devkit';
import { inferPlacements, insertModelBlock, parsePlan, printModelBlock, type Plan } from '@planner/plan';
import { Failure } from '../../failure';
import { declarationsOf } from '../../plans/declarations';
import { report } from '../../plans/diagnostics';
import { openPlan, readPlan } from '../../plans/plan-files';
import { resolveDeclarations } from '../../plans/resolve-plans';
import { PLAN_DIRECTORY } from '../../workspace/plan-directory';
import { assertInside } from '../../workspace/safe-path';
import { readProjects } from '../../workspace/scaffolded-projects';
import { defaultsOf } from '../../workspace/settings';

/**
 * `nx g planner:plan --adopt <file>`: writes the model that is inferred from a plan without a model block into that plan, and
 * nothing else. What of the plan's lists could not be placed is printed.
 *
 * @param reference path, file name or short id of the plan
 * @throws Failure, with nothing written, when the plan has a model block or says nothing that a model could be made of
 */
export async function adoptPlan(tree: Tree, reference: string): Promise<GeneratorCallback> {
  const { path, plan } = openPlan(tree, reference);
  assertInside(tree.root, PLAN_DIRECTORY, [path]);
  const { modelBlock } = plan;
  if (modelBlock !== undefined) {
    throw new Failure(`${path} has a model block already, in line ${modelBlock.fence.span.start.line}. Nothing was written.`);
  }
  const earlier = await plansBefore(tree, path, plan);
  const declaration = plan.declaration && declarationsOf([...earlier, plan]).at(-1);
  if (declaration === undefined) {
    throw new Failure(`${path} lists no files and names no aggregates, so there is no model to infer. Nothing was written.\nList the files below "Files to create", or name the affected aggregates.`);
  }
  reportInference(tree, [...earlier, plan]);
  const source = tree.read(path) ?? Buffer.alloc(0);
  const adopted = insertModelBlock(source, path, printModelBlock(declaration));
  const errors = adopted === undefined ? [] : parsePlan(adopted, path).diagnostics.filter(({ severity }) => severity === 'error');
  if (adopted === undefined || errors.length > 0) {
    report(errors);
    throw new Failure(`${path} has no place for a model block: something before it is not closed. Nothing was written.`);
  }
  tree.write(path, adopted);
  return () => logger.info(`\n${path} has a model block now.\nNext: read and edit it, then npx nx g planner:scaffold-from-plan ${plan.id}`);
}

/** The plans that the context was scaffolded from before this one: its model adds to theirs. */
async function plansBefore(tree: Tree, path: string, { declaration }: Plan): Promise<Plan[]> {
  const { scaffolded } = await readProjects(tree);
  const project = scaffolded.find(({ state }) => state.model.context === declaration?.context?.text);
  const files = project?.state.plans.map(({ file }) => file) ?? [];
  const before = files.includes(path) ? files.slice(0, files.indexOf(path)) : files;
  return before.filter((file) => tree.exists(file)).map((file) => readPlan(tree, file).plan);
}

/** What was inferred with a doubt, and what of the lists no file comes of. */
function reportInference(tree: Tree, plans: readonly Plan[]): void {
  const plan = plans.at(-1);
  if (plan === undefined) return;
  const concerns = plan.diagnostics.filter(({ rule, severity }) => severity === 'error' || /^(?:infer|file)\//.test(rule));
  const { model, diagnostics } = resolveDeclarations(declarationsOf(plans), { ...defaultsOf(tree), known: [] });
  report([...concerns, ...diagnostics]);
  if (model === undefined) return;
  const { unplaced, diagnostics: doubts } = inferPlacements(plan, model);
  report(doubts);
  if (unplaced.length > 0) logger.warn(['Not placed:', ...unplaced.map(({ path, why }) => `  ${path}: ${why}`)].join('\n'));
}

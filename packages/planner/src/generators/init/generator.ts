import { formatFiles, logger, readNxJson, updateNxJson, type Tree } from '@nx/devkit';
import type { PlannerPluginOptions } from '../../plugin';
import { PLAN_DIRECTORY } from '../../workspace/plan-directory';
import { PLUGIN } from '../../workspace/settings';
import type { InitGeneratorSchema } from './schema';

const README = `${PLAN_DIRECTORY}/README.md`;

const ABOUT = [
  '# Plans',
  '',
  'Every plan is one Markdown file, `{ISO week}-{increment}-{title}-plan.md`. It is reviewed, ticked off and scaffolded from.',
  '',
  '```sh',
  'npx nx g planner:plan "Order tracking" --context=orders --aggregate="Order symbol:string quantity:int"',
  'npx nx g planner:scaffold-from-plan 35-001',
  '```',
  '',
].join('\n');

/** `nx g planner:init`; also runs on `nx add planner`. What is there already stays as it is. */
export default async function initGenerator(tree: Tree, options: InitGeneratorSchema): Promise<void> {
  registerPlugin(tree, { language: options.language ?? 'typescript', database: options.database ?? 'postgresql' });
  makePlanDirectory(tree);
  if (options.skipFormat !== true) await formatFiles(tree);
}

function registerPlugin(tree: Tree, options: PlannerPluginOptions): void {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  if (plugins.some((plugin) => (typeof plugin === 'string' ? plugin : plugin.plugin) === PLUGIN)) {
    logger.info(`${PLUGIN} is registered in nx.json already; its options stay as they are.`);
    return;
  }
  updateNxJson(tree, { ...nxJson, plugins: [...plugins, { plugin: PLUGIN, options }] });
}

function makePlanDirectory(tree: Tree): void {
  if (tree.exists(README)) return;
  tree.write(README, ABOUT);
}

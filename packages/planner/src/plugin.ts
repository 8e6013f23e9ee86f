import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import type { CreateNodes, CreateNodesContext, CreateNodesResult, TargetConfiguration } from '@nx/devkit';
import { calculateHashesForCreateNodes, hashObject, PluginCache, workspaceDataDirectory } from '@nx/devkit/internal';
import { inferProject, MANIFESTS } from './inference/infer-project';
import type { PlannerPluginOptions } from './inference/plugin-options';
import { LINT_TARGET, lintTarget } from './inference/targets';
import { PLANNER_JSON } from './scaffold/planner-json';
import { toolkitVersion } from './toolkit-version';
import { PLANS_PROJECT, PLAN_DIRECTORY } from './workspace/plan-directory';

export type { PlannerPluginOptions } from './inference/plugin-options';

export const name = 'planner';

type Targets = Record<string, TargetConfiguration>;
type Inferred = readonly [file: string, result: CreateNodesResult];

const PLAN_FILES = [`${PLAN_DIRECTORY}/README.md`, `${PLAN_DIRECTORY}/*-plan.md`];

/**
 * The plan directory is the project `plans`, as soon as it holds a plan or the README that `init` writes, with a target that
 * checks it. Every project that was scaffolded, or that has a `planner.config`, gets a target that verifies it.
 */
export const createNodes: CreateNodes<PlannerPluginOptions> = [
  `{${[...PLAN_FILES, `**/${PLANNER_JSON}`, ...MANIFESTS.map((manifest) => `**/${manifest}`)].join(',')}}`,
  async (files, options = {}, context) => {
    const sorted = [...files].sort();
    const plans = sorted.find((file) => dirname(file) === PLAN_DIRECTORY && file.endsWith('.md'));
    const projects = sorted.filter((file) => !file.endsWith('.md'));
    return [
      ...(plans === undefined ? [] : [inferPlans(plans, options, context)]),
      ...(await inferProjects(projects, options, context)),
    ];
  },
];

export const createNodesV2 = createNodes;

function inferPlans(file: string, options: PlannerPluginOptions, { workspaceRoot }: CreateNodesContext): Inferred {
  const targets = { [options.lintTargetName ?? LINT_TARGET]: lintTarget(options, workspaceRoot) };
  return [file, { projects: { [PLAN_DIRECTORY]: { name: PLANS_PROJECT, targets } } }];
}

/** All projects at once; what was inferred before is remembered on disk for as long as the files of a project stay the same. */
async function inferProjects(
  files: readonly string[],
  options: PlannerPluginOptions,
  context: CreateNodesContext,
): Promise<Inferred[]> {
  const roots = byRoot(files);
  if (roots.size === 0) return [];
  const given = { ...options, toolkit: toolkitVersion(), workspaceRoot: context.workspaceRoot };
  const cache = new PluginCache<Targets>(join(workspaceDataDirectory, `planner-${hashObject(given)}.hash`));
  const hashes = await calculateHashesForCreateNodes([...roots.keys()], given, context);
  try {
    const inferred = [...roots].map(async ([root, file], index): Promise<Inferred[]> => {
      const targets = await remembered(cache, hashes[index] ?? '', () =>
        inferProject(context.workspaceRoot, root, options),
      );
      return Object.keys(targets).length === 0 ? [] : [[file, { projects: { [root]: { targets } } }]];
    });
    return (await Promise.all(inferred)).flat();
  } finally {
    cache.writeToDisk();
  }
}

/** The folders of projects, each with the file that it is inferred from: what planner remembers of it, else its manifest. */
function byRoot(files: readonly string[]): Map<string, string> {
  const roots = new Map<string, string>();
  for (const file of files) {
    const root = dirname(file);
    if (!roots.has(root) || basename(file) === PLANNER_JSON) roots.set(root, file);
  }
  return roots;
}

async function remembered(cache: PluginCache<Targets>, hash: string, infer: () => Promise<Targets>): Promise<Targets> {
  const known = cache.get(hash);
  if (known !== undefined) return known;
  const targets = await infer();
  cache.set(hash, targets);
  return targets;
}

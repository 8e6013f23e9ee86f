import { readJson, readNxJson, type Tree } from '@nx/devkit';
import { DATABASES, type Database } from '@planner/model';
import { Failure } from '../failure';
import type { PlannerPluginOptions } from '../plugin';

/** How nx.json names the plugin. */
export const PLUGIN = 'planner/plugin';

/** The options that nx.json gives to `planner/plugin`; empty if it is not registered. */
function pluginOptions(tree: Tree): PlannerPluginOptions {
  for (const plugin of readNxJson(tree)?.plugins ?? []) {
    if (typeof plugin !== 'string' && plugin.plugin === PLUGIN) return plugin.options ?? {};
  }
  return {};
}

/** What a plan takes for granted that names no language or database: the options in nx.json, else the usual ones. */
export function defaultsOf(tree: Tree): { readonly language: string; readonly database: Database } {
  const { language = 'typescript', database = 'postgresql' } = pluginOptions(tree);
  const known = DATABASES.find((name) => name === database);
  if (known !== undefined) return { language, database: known };
  throw new Failure(`nx.json: ${database} is no database for ${PLUGIN}. Choose one of ${DATABASES.join(', ')}.`);
}

/**
 * The npm scope of the workspace: the one of its own package name, else that name itself (`shop` gives `@shop`), because
 * an unscoped `orders` may be someone else's package in the registry. Empty if the workspace has no name.
 */
export function npmScope(tree: Tree): string {
  if (!tree.exists('package.json')) return '';
  const { name = '' } = readJson<{ name?: string }>(tree, 'package.json');
  const [, scope] = /^(@[^/]+)\//.exec(name) ?? [];
  if (scope !== undefined) return scope;
  return /^[a-z0-9][a-z0-9._-]*$/.test(name) ? `@${name}` : '';
}

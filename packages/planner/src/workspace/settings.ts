import { readJson, readNxJson, type Tree } from '@nx/devkit';
import type { PlannerPluginOptions } from '../plugin';

/** How nx.json names the plugin. */
export const PLUGIN = 'planner/plugin';

/** The options that nx.json gives to `planner/plugin`; empty if it is not registered. */
export function pluginOptions(tree: Tree): PlannerPluginOptions {
  for (const plugin of readNxJson(tree)?.plugins ?? []) {
    if (typeof plugin !== 'string' && plugin.plugin === PLUGIN) return (plugin.options ?? {}) as PlannerPluginOptions;
  }
  return {};
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

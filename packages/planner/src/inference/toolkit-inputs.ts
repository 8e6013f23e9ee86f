import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';

/**
 * What the checks themselves are: the installed version of planner. In the workspace that planner is developed in, it is no
 * installed package, and its sources stand for it.
 *
 * @param workspaceRoot absolute
 */
export function toolkitInputs(workspaceRoot: string): NonNullable<TargetConfiguration['inputs']> {
  // packages/planner/dist/inference, or node_modules/planner/dist/inference.
  const packages = realpathSync(join(__dirname, '..', '..', '..'));
  if (packages.split(sep).includes('node_modules')) return [{ externalDependencies: ['planner'] }];
  const folder = relative(realpathOf(workspaceRoot), packages);
  const isInside = !folder.startsWith('..') && !isAbsolute(folder);
  return isInside ? [`{workspaceRoot}/${folder.split(sep).join('/')}/*/src/**/*.ts`] : [];
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

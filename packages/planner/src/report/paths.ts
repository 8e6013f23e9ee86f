import { isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../failure';

/**
 * A file that a command line names, from the workspace root.
 *
 * @throws Failure for one that is not in the workspace: no cache could keep it
 */
export function pathInWorkspace(root: string, path: string, option: string): string {
  const inside = relative(root, isAbsolute(path) ? path : join(root, path))
    .split(sep)
    .join('/');
  if (inside !== '' && inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return inside;
  throw new Failure(`--${option}=${path} leads out of the workspace. Name a file from the workspace root.`);
}

import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../failure';

const SEGMENT = /^[\p{L}\p{N}@_][\p{L}\p{N}@._-]*$/u;

/**
 * A folder that a person names for a project, in its plain form: from the workspace root, `/` between the parts.
 *
 * @throws Failure for an absolute path, one that leaves the workspace, the workspace itself, or parts that Nx or a shell
 *   would not take as a plain folder name
 */
export function projectDirectory(text: string): string {
  const plain = text.trim().replaceAll('\\', '/');
  if (isAbsolute(text.trim()) || /^[a-z]:/i.test(plain)) throw refused(text, 'it is absolute; name it from the workspace root');
  const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw refused(text, 'it leaves the workspace');
  if (parts.length === 0) throw refused(text, 'it is the workspace itself');
  const odd = parts.find((part) => !SEGMENT.test(part) || part === 'node_modules');
  if (odd !== undefined) throw refused(text, `"${odd}" is no plain folder name`);
  return parts.join('/');
}

function refused(text: string, why: string): Failure {
  return new Failure(`--directory=${text} is refused: ${why}. Nothing was written.`);
}

/**
 * Holds that what is about to be written stays in its folder, whatever symbolic links stand on the way.
 *
 * @param root absolute path of the workspace
 * @param folder where the files belong, from the workspace root
 * @param paths of the files, from the workspace root
 * @throws Failure that names the first path that leads elsewhere
 */
export function assertInside(root: string, folder: string, paths: readonly string[]): void {
  const realRoot = realpathSync(root);
  const home = realpathOfNearest(join(root, folder));
  if (!isWithin(realRoot, home)) throw leadsOut(folder, 'the workspace');
  for (const path of paths) {
    const inFolder = isWithin(join(root, folder), join(root, path));
    if (!inFolder || !isWithin(home, realpathOfNearest(join(root, path)))) throw leadsOut(path, folder);
  }
}

function leadsOut(path: string, folder: string): Failure {
  return new Failure(`${path} leads out of ${folder} (is a folder on the way a symbolic link?). Nothing was written.`);
}

/** The real path that a file would have: links resolved as far as the path exists, dangling ones to where they point. */
function realpathOfNearest(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return join(realpathOfNearest(dirname(path)), basename(path));
  if (existsSync(path)) return realpathSync(path);
  return realpathOfNearest(resolve(dirname(path), readlinkSync(path)));
}

function isWithin(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return from === '' || (from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from));
}

import { readFileSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isSecretFile } from '@planner/conformance';
import type { SourceTree } from '@planner/target';
import { decode } from '../workspace/project-files';

/**
 * The workspace as a resolver of imports sees it. What it asked for is remembered: it asks for the same folders again and again.
 *
 * @param root absolute path of the workspace
 * @param projects folders from the workspace root
 */
export function workspaceTree(root: string, projects: readonly string[]): SourceTree {
  const stats = new Map<string, Stats | undefined>();
  const statOf = (path: string): Stats | undefined => {
    if (!stats.has(path)) stats.set(path, statAt(join(root, path)));
    return stats.get(path);
  };
  return {
    projects: [...projects].sort(),
    isFile: (path) => statOf(path)?.isFile() === true,
    isFolder: (path) => statOf(path)?.isDirectory() === true,
    read: (path) => (statOf(path)?.isFile() === true && !isSecretFile(path) ? readAt(join(root, path)) : undefined),
  };
}

/** Undefined where there is nothing, or nothing that this user may look at. */
function statAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function readAt(path: string): string | undefined {
  try {
    return decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

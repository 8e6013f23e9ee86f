import type { Phase, RenderedFile } from '@planner/target';
import { dirname } from 'node:path/posix';

/** Below these folders every folder with a module is a regular package. */
const PACKAGE_ROOTS = ['src', 'tests'];

/**
 * The `__init__.py` of every package that the modules make, from the earliest phase that needs it. A package that some
 * renderer writes an `__init__.py` for is left to it.
 *
 * @param directory the project's, from the workspace root
 */
export function packageFiles(directory: string, files: readonly RenderedFile[]): RenderedFile[] {
  const phases = new Map<string, Phase>();
  for (const { path, phase } of files) {
    if (!path.endsWith('.py')) continue;
    for (const folder of packagesAround(path.slice(directory.length + 1))) {
      const earliest = phases.get(folder);
      if (earliest === undefined || phase < earliest) phases.set(folder, phase);
    }
  }
  const written = new Set(files.map(({ path }) => path));
  return [...phases]
    .map(([folder, phase]) => ({ path: `${directory}/${folder}/__init__.py`, text: '', phase }))
    .filter(({ path }) => !written.has(path));
}

function packagesAround(path: string): string[] {
  if (!PACKAGE_ROOTS.includes(path.split('/')[0] ?? '')) return [];
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.push(folder);
  // A folder whose name is no identifier is no package, whatever lies in it.
  return folders.filter((folder) => folder.split('/').every((part) => /^[A-Za-z_]\w*$/.test(part)));
}

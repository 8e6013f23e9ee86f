import { detectPackageManager, type Tree } from '@nx/devkit';
import type { LanguageTarget, ProjectOptions, RenderedFile } from '@planner/target';
import { workspaceVersion } from '../workspace/package-members';
import { assertInside } from '../workspace/safe-path';
import type { Formatter } from './format';
import type { WantedFile } from './reconcile';

/** The rendered files of a project in their final form: formatted, paths from the project's folder. */
export async function wantedFiles(tree: Tree, project: ProjectOptions, files: readonly RenderedFile[], format: Formatter): Promise<WantedFile[]> {
  const linked = files.map(({ path, text }) => ({ path, text: path === `${project.directory}/package.json` ? linkKernel(tree, project, text) : text }));
  const texts = await format(linked);
  return files.map(({ path, keep = false }, index) => ({ path: path.slice(project.directory.length + 1), text: texts[index] ?? '', keep }));
}

/** pnpm looks a dependency up in the registry unless it says `workspace:`, which npm does not understand. */
function linkKernel(tree: Tree, { kernel }: ProjectOptions, text: string): string {
  const version = workspaceVersion(detectPackageManager(tree.root));
  if (version === '*') return text;
  const manifest = JSON.parse(text) as { dependencies?: Record<string, string> };
  if (manifest.dependencies?.[kernel.packageName] === undefined) return text;
  const dependencies = { ...manifest.dependencies, [kernel.packageName]: version };
  return JSON.stringify({ ...manifest, dependencies }, undefined, 2) + '\n';
}

/** The shared kernel, once per workspace: from then on it belongs to the people who work there. */
export async function writeKernel(tree: Tree, target: LanguageTarget, project: ProjectOptions, format: Formatter): Promise<void> {
  const { directory } = project.kernel;
  if (tree.exists(`${directory}/${target.packages.manifest}`)) return;
  const files = target.kernel(project).filter(({ path }) => !tree.exists(path));
  assertInside(tree.root, directory, files.map(({ path }) => path));
  const texts = await format(files);
  files.forEach(({ path }, index) => { tree.write(path, texts[index] ?? ''); });
}

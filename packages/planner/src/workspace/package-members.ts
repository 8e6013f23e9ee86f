import { readJson, type PackageManager, type Tree } from '@nx/devkit';
import { minimatch } from 'minimatch';
import { dirname } from 'node:path/posix';
import { parseDocument } from 'yaml';
import { Failure } from '../failure';

const PNPM_WORKSPACE = 'pnpm-workspace.yaml';

interface RootPackage {
  workspaces?: string[] | { packages?: string[] };
}

/**
 * Makes the package manager see the packages in these folders: adds to the workspace globs what no glob covers yet.
 *
 * @param directories from the workspace root
 */
export function includeMembers(tree: Tree, directories: readonly string[], manager: PackageManager): void {
  const isPnpm = manager === 'pnpm';
  const globs = isPnpm ? pnpmGlobs(tree) : npmGlobs(tree);
  const missing = directories.filter((directory) => !isCovered(globs, directory)).map((directory) => globFor(globs, directory));
  if (missing.length === 0) return;
  const all = [...globs, ...new Set(missing)];
  if (isPnpm) writePnpmGlobs(tree, all);
  else writeNpmGlobs(tree, all);
}

/** How a package of the same workspace is named as a dependency: npm and Yarn 1 know no `workspace:` protocol. */
export function workspaceVersion(manager: PackageManager): string {
  return manager === 'pnpm' || manager === 'bun' ? 'workspace:*' : '*';
}

function isCovered(globs: readonly string[], directory: string): boolean {
  const [excluding, including] = [globs.filter((glob) => glob.startsWith('!')), globs.filter((glob) => !glob.startsWith('!'))];
  const matches = (glob: string) => minimatch(directory, glob.replace(/^!?(\.\/)?/, '').replace(/\/$/, ''));
  return including.some(matches) && !excluding.some(matches);
}

/** The usual folder gets the usual glob; any other is named exactly, because what else lies beside it is not known here. */
function globFor(globs: readonly string[], directory: string): string {
  const usual = 'packages/*';
  return dirname(directory) === 'packages' && !globs.includes(usual) ? usual : directory;
}

function npmGlobs(tree: Tree): string[] {
  if (!tree.exists('package.json')) throw new Failure('This workspace has no package.json, which a TypeScript service needs. Nothing was written.');
  const { workspaces = [] } = readJson<RootPackage>(tree, 'package.json');
  return Array.isArray(workspaces) ? workspaces : (workspaces.packages ?? []);
}

function writeNpmGlobs(tree: Tree, globs: string[]): void {
  const root = readJson<RootPackage>(tree, 'package.json');
  const workspaces = Array.isArray(root.workspaces) || root.workspaces === undefined ? globs : { ...root.workspaces, packages: globs };
  const indent = /^\{\r?\n([ \t]+)/.exec(tree.read('package.json', 'utf8') ?? '')?.[1] ?? '  ';
  tree.write('package.json', JSON.stringify({ ...root, workspaces }, undefined, indent) + '\n');
}

function pnpmGlobs(tree: Tree): string[] {
  const { packages = [] } = (parseDocument(tree.read(PNPM_WORKSPACE, 'utf8') ?? '').toJS() ?? {}) as { packages?: string[] };
  return packages;
}

function writePnpmGlobs(tree: Tree, globs: string[]): void {
  const document = parseDocument(tree.read(PNPM_WORKSPACE, 'utf8') ?? '');
  document.set('packages', globs);
  tree.write(PNPM_WORKSPACE, document.toString());
}

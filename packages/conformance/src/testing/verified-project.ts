import type { SourceReader, SourceTree } from '@planner/target';
import type { LayerFolders, Neighbour, ProjectFile, VerifiedProject } from '../check';

/** Texts by path from the workspace root. */
export type WorkspaceTexts = Readonly<Record<string, string>>;

export const SCAFFOLDED: LayerFolders = {
  domain: ['src/domain'],
  application: ['src/application'],
  infrastructure: ['src/infrastructure'],
  presentation: ['src/presentation'],
};

/** A workspace in memory, as a resolver sees it. */
export function treeOf(texts: WorkspaceTexts, projects: readonly string[]): SourceTree {
  const folders = new Set(['']);
  for (const path of Object.keys(texts)) {
    const segments = path.split('/').slice(0, -1);
    segments.forEach((_, index) => folders.add(segments.slice(0, index + 1).join('/')));
  }
  return {
    projects: [...projects].sort(),
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    isFile: (path) => Object.hasOwn(texts, path),
    isFolder: (path) => folders.has(path),
  };
}

export interface ProjectInMemory {
  readonly directory: string;
  readonly texts: WorkspaceTexts;
  readonly readers: readonly SourceReader[];
  readonly neighbours?: readonly Neighbour[];
  readonly rest?: Partial<VerifiedProject>;
}

/** A project that planner scaffolded, and its files in order. */
export function projectInMemory({ directory, texts, readers, neighbours = [], rest = {} }: ProjectInMemory): {
  readonly project: VerifiedProject;
  readonly files: readonly ProjectFile[];
} {
  const project: VerifiedProject = {
    name: directory,
    directory,
    context: directory.slice(directory.lastIndexOf('/') + 1),
    layers: SCAFFOLDED,
    neighbours,
    plans: [],
    readers,
    tree: treeOf(texts, [directory, ...neighbours.map((neighbour) => neighbour.directory)]),
    isIgnored: () => true,
    ...rest,
  };
  const files = Object.keys(texts)
    .filter((path) => directory === '' || path.startsWith(`${directory}/`))
    .sort()
    .map((path) => ({ path, text: texts[path] ?? '' }));
  return { project, files };
}

import {
  folderOf,
  type ImportedName,
  type ImportFact,
  type ImportTarget,
  type ModuleResolver,
  type ResolvedImport,
  type SourceTree,
  workspacePath,
} from '@planner/target';
import { ImportRoots } from './import-roots';
import { STANDARD_LIBRARY } from './standard-library';

/** Resolves as Python does: relative imports by the folder of the file, absolute ones from the roots of its project. */
export function createResolver(tree: SourceTree): ModuleResolver {
  return new Resolver(tree);
}

/** A module of the workspace: a file, a package with an `__init__`, or a folder without one. */
interface Module {
  /** Undefined for a namespace package. */
  readonly file: string | undefined;
  /** Where its submodules lie; undefined for a plain file. */
  readonly folder: string | undefined;
}

class Resolver implements ModuleResolver {
  private readonly roots: ImportRoots;
  private readonly modules = new Map<string, Module | undefined>();

  constructor(private readonly tree: SourceTree) {
    this.roots = new ImportRoots(tree);
  }

  resolve(path: string, fact: ImportFact): readonly ResolvedImport[] {
    const place = this.place(path, fact.specifier);
    if ('kind' in place) return [{ target: place, names: fact.names, at: fact.at }];
    const module = this.module(place.path);
    if (module === undefined)
      return [{ target: { kind: 'missing', path: place.path }, names: fact.names, at: fact.at }];
    return this.taken(module, place.path, fact);
  }

  /** The path without extension that a specifier stands for, or what is no part of the workspace. */
  private place(path: string, specifier: string): { readonly path: string } | ImportTarget {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const rest = specifier.slice(dots).replaceAll('.', '/');
    if (dots > 0) {
      const found = workspacePath(folderOf(path), '../'.repeat(dots - 1), rest);
      return found === undefined ? { kind: 'missing', path: specifier } : { path: found };
    }
    const [top = specifier] = specifier.split('.');
    if (STANDARD_LIBRARY.has(top)) return { kind: 'standard', name: specifier };
    const project = this.roots.projectOf(path);
    // Another project's `src` is not importable under that name, so the first root that knows the first name decides.
    const root = this.roots.of(project).find((each) => this.isImportable(each, top, project));
    const isFolder = root !== undefined && this.module(workspacePath(root, top) ?? top)?.file === undefined;
    return root === undefined || (isFolder && this.roots.dependsOn(project, top))
      ? { kind: 'package', name: top }
      : { path: workspacePath(root, rest) ?? rest };
  }

  private isImportable(root: string, top: string, project: string): boolean {
    const path = workspacePath(root, top);
    if (path === undefined || this.module(path) === undefined) return false;
    // The folder of a project is no package of its neighbours: `tests` or `src` there are not meant.
    return (
      root === '' ||
      root === project ||
      root.startsWith(`${project}/`) ||
      !this.tree.projects.includes(root) ||
      !/^(?:src|tests?)$/.test(top)
    );
  }

  private module(path: string): Module | undefined {
    if (this.modules.has(path)) return this.modules.get(path);
    const found = this.lookFor(path);
    this.modules.set(path, found);
    return found;
  }

  private lookFor(path: string): Module | undefined {
    const folder = this.tree.isFolder(path) ? path : undefined;
    const inits = folder === undefined ? [] : [`${folder}/__init__.py`, `${folder}/__init__.pyi`];
    const file = [...inits, `${path}.py`, `${path}.pyi`].find((each) => this.tree.isFile(each));
    if (file !== undefined) return { file, folder: inits.includes(file) ? folder : undefined };
    return folder === undefined ? undefined : { file: undefined, folder };
  }

  /** Names of a package may be modules in it; the rest comes from the module itself. */
  private taken({ file, folder }: Module, path: string, fact: ImportFact): readonly ResolvedImport[] {
    const submodules: ResolvedImport[] = [];
    const others: ImportedName[] = [];
    for (const name of fact.names) {
      const submodule = folder === undefined || name.name === '*' ? undefined : this.module(`${folder}/${name.name}`);
      if (submodule === undefined) others.push(name);
      else
        submodules.push({
          target: { kind: 'file', path: fileOf(submodule, `${folder ?? ''}/${name.name}`) },
          names: [{ ...name, name: '*' }],
          at: name.at,
        });
    }
    if (submodules.length > 0 && others.length === 0) return submodules;
    const itself: ResolvedImport = {
      target: { kind: 'file', path: fileOf({ file, folder }, path) },
      names: others,
      at: fact.at,
    };
    return [itself, ...submodules];
  }
}

/** A namespace package has no file; it counts as the `__init__` that it lacks. */
function fileOf({ file, folder }: Module, path: string): string {
  return file ?? `${folder ?? path}/__init__.py`;
}

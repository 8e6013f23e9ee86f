import type { ImportedName, ImportFact } from './imports';
import type { Place } from './place';

/** What a resolver may see of the workspace: the face's disk, or a map in tests. Paths start at the workspace root, separated by `/`. */
export interface SourceTree {
  /** The text of a file; undefined where there is none, or it cannot be read. */
  read(path: string): string | undefined;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** The folders of the workspace's projects, sorted; one at the root is the empty text. */
  readonly projects: readonly string[];
}

/** Where an import leads. */
export type ImportTarget =
  /** A file of the workspace; it may be one that a build has yet to write. */
  | { readonly kind: 'file'; readonly path: string }
  /** A module that comes with the language: `node:fs`, `decimal`. */
  | { readonly kind: 'standard'; readonly name: string }
  /** A package from a registry, by the name that it has there or, in Python, by the top-level module. */
  | { readonly kind: 'package'; readonly name: string }
  /** A path into the workspace with nothing there. `path` is where it would be. */
  | { readonly kind: 'missing'; readonly path: string };

/** One module that an import takes in. Python's `from src import a, b` may take in several. */
export interface ResolvedImport {
  readonly target: ImportTarget;
  /** Those names of the import that come from this module. */
  readonly names: readonly ImportedName[];
  /** The specifier, or the name where that is what leads to the module. */
  readonly at: Place;
}

/** Finds the modules of a language in one workspace. Keeps what it has looked up, so one resolver serves a whole run. Never throws. */
export interface ModuleResolver {
  resolve(path: string, imported: ImportFact): readonly ResolvedImport[];
}

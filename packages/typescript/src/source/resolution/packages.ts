import { folderOf, type SourceTree, workspacePath } from '@planner/target';
import { parse } from 'jsonc-parser';
import { exports as exportsOf, imports as importsOf, legacy } from 'resolve.exports';
import { isRecord } from './compiler-options';

export interface Package {
  readonly folder: string;
  readonly name: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Which targets of `exports` and `imports` count: sources first, then whatever leads on. */
const CONDITIONS = ['source', 'development', 'types', 'import', 'module', 'node', 'require', 'default'];

/** The packages of the workspace, by their package.json. */
export class Packages {
  private readonly ofFolder = new Map<string, Package | undefined>();
  private named: ReadonlyMap<string, Package> | undefined;

  constructor(private readonly tree: SourceTree) {}

  /** A package of the workspace. */
  byName(name: string): Package | undefined {
    this.named ??= new Map(
      this.tree.projects.flatMap((folder) => {
        const found = this.in(folder);
        return found === undefined || found.name === '' ? [] : [[found.name, found] as const];
      }),
    );
    return this.named.get(name);
  }

  /** The package that a folder belongs to. */
  around(folder: string): Package | undefined {
    return this.in(folder) ?? (folder === '' ? undefined : this.around(folderOf(folder)));
  }

  private in(folder: string): Package | undefined {
    if (this.ofFolder.has(folder)) return this.ofFolder.get(folder);
    const text = this.tree.read(workspacePath(folder, 'package.json') ?? '');
    const manifest: unknown = text === undefined ? undefined : parse(text);
    const found = isRecord(manifest)
      ? { folder, name: typeof manifest['name'] === 'string' ? manifest['name'] : '', manifest }
      : undefined;
    this.ofFolder.set(folder, found);
    return found;
  }
}

/** What a package gives for `name/rest`: paths from the package's folder, in order; empty where it does not say. */
export function exported({ name, manifest }: Package, subpath: string, custom: readonly string[]): readonly string[] {
  const conditions = [...custom, ...CONDITIONS];
  if (manifest['exports'] !== undefined)
    return attempt(() =>
      exportsOf({ ...manifest, name }, subpath === '' ? '.' : `./${subpath}`, { unsafe: true, conditions }),
    );
  if (subpath !== '') return [`./${subpath}`];
  const main = attempt(() =>
    legacy({ ...manifest, name }, { browser: false, fields: ['source', 'types', 'typings', 'module', 'main'] }),
  );
  return [...main, './src/index', './index'];
}

/** What a package means by `#specifier`: paths from its folder, or specifiers of other packages. */
export function imported({ name, manifest }: Package, specifier: string, custom: readonly string[]): readonly string[] {
  return attempt(() =>
    importsOf({ ...manifest, name }, specifier, { unsafe: true, conditions: [...custom, ...CONDITIONS] }),
  );
}

/** The library throws where there is no such entry, and may where the manifest makes no sense. */
function attempt(find: () => unknown): readonly string[] {
  try {
    const found = find();
    const all: unknown[] = Array.isArray(found) ? found : [found];
    return all.filter((each) => typeof each === 'string');
  } catch {
    return [];
  }
}

import {
  folderOf,
  type ImportFact,
  type ImportTarget,
  type ModuleResolver,
  type ResolvedImport,
  type SourceTree,
  workspacePath,
} from '@planner/target';
import { builtinModules } from 'node:module';
import { Configurations, starOf, type CompilerOptions } from './compiler-options';
import { Files } from './files';
import { exported, imported, Packages, type Package } from './packages';

/** Resolves as TypeScript and Node do: paths, tsconfig `paths` and `baseUrl`, package `imports` and `exports`, packages of the workspace. */
export function createResolver(tree: SourceTree): ModuleResolver {
  return new Resolver(tree);
}

const BUILTINS = new Set(builtinModules);

class Resolver implements ModuleResolver {
  private readonly files: Files;
  private readonly configurations: Configurations;
  private readonly packages: Packages;
  private readonly known = new Map<string, ImportTarget>();

  constructor(tree: SourceTree) {
    this.files = new Files(tree);
    this.configurations = new Configurations(tree);
    this.packages = new Packages(tree);
  }

  resolve(path: string, fact: ImportFact): readonly ResolvedImport[] {
    const folder = folderOf(path);
    const key = `${folder}\0${fact.specifier}`;
    const target = this.known.get(key) ?? this.target(folder, fact.specifier);
    this.known.set(key, target);
    return [{ target, names: fact.names, at: fact.at }];
  }

  private target(folder: string, written: string): ImportTarget {
    // What a bundler is told about a file (`./logo.svg?url`) does not change which file it is.
    const specifier = written.replace(/\?.*$/s, '');
    if (specifier.startsWith('#')) return this.ownImport(folder, specifier);
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.relative(folder, specifier);
    if (/^(?:node|bun):/.test(specifier)) return { kind: 'standard', name: specifier };
    if (BUILTINS.has(specifier)) return { kind: 'standard', name: `node:${specifier}` };
    return this.bare(folder, specifier);
  }

  private relative(folder: string, specifier: string): ImportTarget {
    const path = workspacePath(folder, specifier);
    if (path === undefined) return { kind: 'missing', path: specifier };
    const installed = path.lastIndexOf('node_modules/');
    return installed === -1 ? this.file(path) : this.bare(folder, path.slice(installed + 'node_modules/'.length));
  }

  private file(path: string): ImportTarget {
    const found = this.files.find(path);
    return found === undefined ? { kind: 'missing', path } : { kind: 'file', path: found };
  }

  private bare(folder: string, specifier: string): ImportTarget {
    const options = this.configurations.of(folder);
    const mapped = this.mapped(specifier, options);
    if (mapped?.kind === 'file') return mapped;
    const name = packageName(specifier);
    const found = this.packages.byName(name);
    if (found !== undefined) return this.ofPackage(found, specifier.slice(name.length + 1), options);
    const fromBase =
      options.baseUrl === undefined ? undefined : this.files.find(workspacePath(options.baseUrl, specifier) ?? '');
    if (fromBase !== undefined) return { kind: 'file', path: fromBase };
    return mapped ?? { kind: 'package', name };
  }

  /** By tsconfig `paths`; `missing` where a pattern that is not a mere star matches and nothing is there. */
  private mapped(specifier: string, { paths }: CompilerOptions): ImportTarget | undefined {
    for (const { pattern, targets } of paths) {
      const star = starOf(pattern, specifier);
      if (star === undefined) continue;
      const candidates = targets.map((target) => workspacePath(target.replace('*', star)) ?? '');
      const found = candidates.map((candidate) => this.files.find(candidate)).find((each) => each !== undefined);
      if (found !== undefined) return { kind: 'file', path: found };
      const [first] = candidates;
      return pattern === '*' || first === undefined ? undefined : { kind: 'missing', path: first };
    }
    return undefined;
  }

  /** A file of another package; where it does not say, or nothing is there yet, the path that it would have. */
  private ofPackage(found: Package, subpath: string, { customConditions }: CompilerOptions): ImportTarget {
    const given = exported(found, subpath, customConditions);
    const candidates = [...given, `./${subpath}`].map((each) => workspacePath(found.folder, each) ?? found.folder);
    const file = candidates.map((each) => this.files.find(each)).find((each) => each !== undefined);
    return { kind: 'file', path: file ?? candidates[0] ?? found.folder };
  }

  private ownImport(folder: string, specifier: string): ImportTarget {
    const around = this.packages.around(folder);
    const options = this.configurations.of(folder);
    const mapped = this.mapped(specifier, options);
    if (around === undefined || mapped?.kind === 'file') return mapped ?? { kind: 'missing', path: specifier };
    const given = imported(around, specifier, options.customConditions);
    const targets = given.map((each) =>
      each.startsWith('.') ? this.relative(around.folder, each) : this.target(folder, each),
    );
    return targets.find(({ kind }) => kind !== 'missing') ?? targets[0] ?? { kind: 'missing', path: specifier };
  }
}

/** `@scope/name/rest` and `name/rest` without the rest. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

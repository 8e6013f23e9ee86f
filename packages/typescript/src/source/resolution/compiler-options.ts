import { folderOf, type SourceTree, workspacePath } from '@planner/target';
import { parse } from 'jsonc-parser';
import { upwards } from './paths';

/** What of a tsconfig.json has to do with where modules lie. */
export interface CompilerOptions {
  /** From the workspace root. */
  readonly baseUrl?: string;
  /** In the order in which they are tried: exact ones, then those with the longest text before the star. */
  readonly paths: readonly PathMapping[];
  readonly customConditions: readonly string[];
}

export interface PathMapping {
  readonly pattern: string;
  /** From the workspace root, with a star where the pattern has one. */
  readonly targets: readonly string[];
}

const NONE: CompilerOptions = { paths: [], customConditions: [] };
const NAMES = ['tsconfig.json', 'jsconfig.json'];
const MAX_DEPTH = 20;

/** Reads the options that hold for a folder: the next tsconfig.json upwards, what it extends, and what it refers to. */
export class Configurations {
  private readonly ofFolder = new Map<string, CompilerOptions>();
  private readonly ofFile = new Map<string, CompilerOptions | undefined>();

  constructor(private readonly tree: SourceTree) {}

  of(folder: string): CompilerOptions {
    const known = this.ofFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.here(folder) ?? (folder === '' ? NONE : this.of(folderOf(folder)));
    this.ofFolder.set(folder, found);
    return found;
  }

  private here(folder: string): CompilerOptions | undefined {
    const file = NAMES.map((name) => workspacePath(folder, name) ?? name).find((path) => this.tree.isFile(path));
    return file === undefined ? undefined : this.read(file, 0);
  }

  private read(file: string, depth: number): CompilerOptions | undefined {
    if (this.ofFile.has(file) || depth > MAX_DEPTH) return this.ofFile.get(file);
    // Whoever extends itself, in whatever way, gets nothing from it.
    this.ofFile.set(file, undefined);
    const text = this.tree.read(file);
    const content: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
    const options = isRecord(content) ? this.combined(content, folderOf(file), depth) : undefined;
    this.ofFile.set(file, options);
    return options;
  }

  private combined(content: Readonly<Record<string, unknown>>, folder: string, depth: number): CompilerOptions {
    const bases = texts(content['extends']).map((each) => this.extended(each, folder, depth) ?? NONE);
    const base = bases.reduce(merge, NONE);
    const own = isRecord(content['compilerOptions']) ? ownOptions(content['compilerOptions'], folder) : {};
    const combined = merge(base, own);
    // A tsconfig.json that only refers to others leaves the paths to them.
    if (combined.paths.length > 0 || combined.baseUrl !== undefined) return combined;
    const referred = records(content['references']).map((each) => this.referred(each['path'], folder, depth));
    const telling = referred.find(
      (each) => each !== undefined && (each.paths.length > 0 || each.baseUrl !== undefined),
    );
    const conditions = referred.flatMap((each) => each?.customConditions ?? []);
    return merge(
      { ...combined, customConditions: [...combined.customConditions, ...conditions] },
      telling === undefined ? {} : { ...telling, customConditions: undefined },
    );
  }

  private extended(specifier: string, folder: string, depth: number): CompilerOptions | undefined {
    const candidates = specifier.startsWith('.')
      ? [workspacePath(folder, specifier)]
      : upwards(folder).map((each) => workspacePath(each, 'node_modules', specifier));
    for (const path of candidates.filter((each) => each !== undefined))
      for (const file of [path, `${path}.json`, `${path}/tsconfig.json`])
        if (this.tree.isFile(file)) return this.read(file, depth + 1);
    return undefined;
  }

  private referred(path: unknown, folder: string, depth: number): CompilerOptions | undefined {
    const target = typeof path === 'string' ? workspacePath(folder, path) : undefined;
    if (target === undefined) return undefined;
    const file = target.endsWith('.json') ? target : `${target}/tsconfig.json`;
    return this.tree.isFile(file) ? this.read(file, depth + 1) : undefined;
  }
}

interface OwnOptions {
  readonly baseUrl?: string;
  readonly paths?: readonly PathMapping[];
  readonly customConditions?: readonly string[] | undefined;
}

function merge(base: CompilerOptions, own: OwnOptions): CompilerOptions {
  const baseUrl = own.baseUrl ?? base.baseUrl;
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    paths: own.paths ?? base.paths,
    customConditions: own.customConditions ?? base.customConditions,
  };
}

function ownOptions(options: Readonly<Record<string, unknown>>, folder: string): OwnOptions {
  const baseUrl = typeof options['baseUrl'] === 'string' ? workspacePath(folder, options['baseUrl']) : undefined;
  const conditions = options['customConditions'];
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(isRecord(options['paths']) ? { paths: mappings(options['paths'], baseUrl ?? folder) } : {}),
    ...(conditions === undefined ? {} : { customConditions: texts(conditions) }),
  };
}

function mappings(paths: Readonly<Record<string, unknown>>, folder: string): PathMapping[] {
  return Object.entries(paths)
    .map(([pattern, targets]) => ({
      pattern,
      targets: texts(targets)
        .map((target) => workspacePath(folder, target))
        .filter((target) => target !== undefined),
    }))
    .sort((one, other) => rank(other.pattern) - rank(one.pattern));
}

function rank(pattern: string): number {
  const star = pattern.indexOf('*');
  return star === -1 ? Number.MAX_SAFE_INTEGER : star;
}

/** What the star of a pattern stands for; undefined where the pattern does not match. */
export function starOf(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === specifier ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits =
    specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string');
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

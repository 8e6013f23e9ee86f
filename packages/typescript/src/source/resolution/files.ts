import { type SourceTree, workspacePath } from '@planner/target';

/** What an extension may stand for in an import: TypeScript's handbook, "File extension substitution". */
const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts', '.js', '.jsx'],
  '.jsx': ['.tsx', '.d.ts', '.jsx'],
  '.mjs': ['.mts', '.d.mts', '.mjs'],
  '.cjs': ['.cts', '.d.cts', '.cjs'],
};
const ADDED = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs', '.json'];
const INDEXES = [
  'index.ts',
  'index.tsx',
  'index.d.ts',
  'index.js',
  'index.jsx',
  'index.mts',
  'index.cts',
  'index.mjs',
  'index.cjs',
];
/** Folders that builds write to, beside the `src` that they come from. */
const BUILT = /(^|\/)(?:dist|build|lib|out|out-tsc)\/(?:esm\/|cjs\/)?/;

const COMPILED = /(?:\.d\.[cm]?ts|\.[cm]?js)$/;

/** Finds the source file that a path of an import stands for. */
export class Files {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly tree: SourceTree) {}

  /** `path` without or with an extension, which may be that of the compiled file. Built files stand for their sources. */
  find(path: string): string | undefined {
    const found = this.findAsWritten(path);
    if (!BUILT.test(path) || (found !== undefined && !COMPILED.test(found))) return found;
    return this.findAsWritten(path.replace(BUILT, '$1src/')) ?? this.findAsWritten(path.replace(BUILT, '$1')) ?? found;
  }

  private findAsWritten(path: string): string | undefined {
    return this.substituted(path) ?? this.exact(path) ?? this.extended(path) ?? this.index(path);
  }

  private substituted(path: string): string | undefined {
    const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
    const substitutes = extension === undefined ? undefined : SUBSTITUTES[extension];
    if (extension === undefined || substitutes === undefined) return undefined;
    const stem = path.slice(0, -extension.length);
    return substitutes.map((each) => stem + each).find((each) => this.isFile(each));
  }

  private exact(path: string): string | undefined {
    return /\.\w+$/.test(path) && this.isFile(path) ? path : undefined;
  }

  private extended(path: string): string | undefined {
    if (path === '') return undefined;
    return ADDED.map((extension) => path + extension).find((each) => this.isFile(each));
  }

  private index(path: string): string | undefined {
    if (!this.tree.isFolder(path)) return undefined;
    return INDEXES.map((name) => workspacePath(path, name) ?? name).find((each) => this.isFile(each));
  }

  private isFile(path: string): boolean {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const found = this.tree.isFile(path);
    this.known.set(path, found);
    return found;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import ignore, { type Ignore } from 'ignore';

/** Tells which paths version control leaves out, by the `.gitignore` of every folder on the way (gitignore(5)). */
export class GitIgnores {
  private readonly matchers = new Map<string, Ignore | undefined>();
  private readonly folders = new Map<string, boolean>();

  constructor(private readonly root: string) {}

  /** A file or folder by its path from the workspace root. A folder's path ends with a slash. */
  isIgnored(path: string): boolean {
    const plain = path.endsWith('/') ? path.slice(0, -1) : path;
    const parent = dirname(plain);
    return (parent !== '.' && this.isFolderIgnored(parent)) || this.isMatched(path);
  }

  private isFolderIgnored(folder: string): boolean {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const ignored = this.isIgnored(`${folder}/`);
    this.folders.set(folder, ignored);
    return ignored;
  }

  /** The innermost file that says anything decides. */
  private isMatched(path: string): boolean {
    const plain = path.endsWith('/') ? path.slice(0, -1) : path;
    for (let folder = dirname(plain); ; folder = dirname(folder)) {
      const inside = folder === '.' ? path : path.slice(folder.length + 1);
      const verdict = this.matcherOf(folder)?.test(inside);
      if (verdict?.ignored === true || verdict?.unignored === true) return verdict.ignored;
      if (folder === '.') return false;
    }
  }

  private matcherOf(folder: string): Ignore | undefined {
    if (!this.matchers.has(folder)) {
      const file = join(this.root, folder, '.gitignore');
      this.matchers.set(folder, existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : undefined);
    }
    return this.matchers.get(folder);
  }
}

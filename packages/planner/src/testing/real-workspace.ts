import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { flushChanges, FsTree } from 'nx/src/generators/tree';
import { resetWorkspaceContext } from 'nx/src/utils/workspace-context';

/** An npm workspace in a temporary folder: paths, links and times are those of a real disk. */
export class RealWorkspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'planner-workspace-')));

  constructor() {
    this.write('package.json', '{ "name": "@acme/source", "private": true, "workspaces": ["packages/*"] }\n');
    this.write('nx.json', '{}\n');
    this.write('package-lock.json', '{}\n');
    this.write('.prettierrc', '{ "singleQuote": true }\n');
  }

  /** Runs a generator as Nx does: changes reach the disk when it is done, its callback runs after that. */
  async generate(generator: (tree: Tree) => Promise<GeneratorCallback>): Promise<string[]> {
    const tree = this.tree();
    const callback = await generator(tree);
    tree.lock();
    const changes = tree.listChanges();
    flushChanges(this.root, changes);
    await callback();
    return changes.map(({ type, path }) => `${type} ${path}`);
  }

  /** What a generator would do, without doing it. */
  async dryRun(generator: (tree: Tree) => Promise<GeneratorCallback>): Promise<string[]> {
    const tree = this.tree();
    await generator(tree);
    return tree.listChanges().map(({ type, path }) => `${type} ${path}`);
  }

  /** Nx remembers the files of a workspace for the length of a process, which a command is, and a test file is not. */
  private tree(): FsTree {
    resetWorkspaceContext();
    return new FsTree(this.root, false);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Every file with its text and the time it was written, by path. */
  snapshot(): Map<string, string> {
    const files = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return new Map(paths.map((path) => [path.slice(this.root.length + 1), `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`]));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

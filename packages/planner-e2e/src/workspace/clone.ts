import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, type Finished } from './processes';
import { cachesOf, workspaceRoot } from './workspace';

/** A clone of a workspace, with the packages of the shared one; its caches are its own. */
export class Clone {
  /** Below a folder of its own, because no hash may depend on where a workspace lies. */
  readonly root = join(mkdtempSync(join(tmpdir(), 'planner-clone-')), 'elsewhere');

  private constructor() {
    mkdirSync(dirname(this.root), { recursive: true });
  }

  /** @param commit what to check out; the latest one without it */
  static async of(source: string, commit?: string): Promise<Clone> {
    const clone = new Clone();
    await clone.must('git', ['clone', '--quiet', source, clone.root], dirname(clone.root));
    if (commit !== undefined) await clone.must('git', ['checkout', '--quiet', '-B', 'main', commit]);
    symlinkSync(join(workspaceRoot(), 'node_modules'), join(clone.root, 'node_modules'), 'dir');
    return clone;
  }

  /** The shared workspace as it was when it was made. */
  static async fresh(): Promise<Clone> {
    const { output } = await run('git', ['rev-list', '--max-parents=0', 'HEAD'], workspaceRoot());
    return Clone.of(workspaceRoot(), output.trim());
  }

  nx(args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> {
    return run(process.execPath, [join(this.root, 'node_modules/nx/dist/bin/nx.js'), ...args], this.root, {
      ...cachesOf(this.root),
      ...environment,
    });
  }

  async mustNx(args: readonly string[], environment: Record<string, string> = {}): Promise<string> {
    const { code, output } = await this.nx(args, environment);
    if (code !== 0) throw new Error(`nx ${args.join(' ')} ended with exit code ${code}\n${output}`);
    return output;
  }

  /** Plans and scaffolds the first phase of a context of its own. */
  async scaffold(context: string): Promise<string> {
    const output = await this.mustNx([
      'g',
      'planner:plan',
      `The ${context}`,
      `--context=${context}`,
      '--aggregate=Probe name:string left:int',
      '--date=2026-09-14',
      '--no-interactive',
    ]);
    const [path = '', id = ''] = /docs\/plan\/(\d\d-\d{3})-\S+?-plan\.md/.exec(output) ?? [];
    await this.mustNx(['g', 'planner:domain', id, '--skip-install', '--no-interactive']);
    return path;
  }

  async commit(): Promise<void> {
    await this.must('git', ['add', '--all']);
    await this.must('git', [
      '-c',
      'user.name=e2e',
      '-c',
      'user.email=e2e@localhost',
      '-c',
      'commit.gpgsign=false',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'more',
    ]);
  }

  /** Everything as it was at the last commit. */
  async restore(): Promise<void> {
    await this.must('git', ['checkout', '--quiet', '.']);
    await this.must('git', ['clean', '--quiet', '--force', '-d']);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  exists(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  append(path: string, text: string): void {
    this.write(path, (this.exists(path) ? this.read(path) : '') + text);
  }

  remove(): void {
    rmSync(dirname(this.root), { recursive: true, force: true });
  }

  private async must(command: string, args: readonly string[], folder = this.root): Promise<void> {
    const { code, output } = await run(command, args, folder);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}\n${output}`);
  }
}

export type CacheUse = 'miss' | 'local' | 'remote';

/** Which tasks of a run with `--output-style=static` came from which cache, by `project:target`. */
export function cacheUses(output: string): Record<string, CacheUse> {
  const tasks = [...output.matchAll(/^> nx run (\S+?:[\w-]+)(?: [^[\n]*)?(?:\s+\[([^\]\n]*)\])?\s*$/gm)];
  return Object.fromEntries(tasks.map(([, task = '', from = '']) => [task, useOf(from)]));
}

function useOf(from: string): CacheUse {
  if (from.includes('remote')) return 'remote';
  return from === '' ? 'miss' : 'local';
}

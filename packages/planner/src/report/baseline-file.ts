import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE, printBaseline, readBaseline, type Baseline, type BaselineEntry } from '@planner/conformance';
import { Failure } from '../failure';
import { takeLock } from '../workspace/exclusive-lock';
import { assertInside } from '../workspace/safe-path';
import { pathInWorkspace } from './paths';

/** The baseline of a task, in a file that other tasks may share. */
export interface BaselineFile {
  /** From the workspace root. */
  readonly path: string;
  /** Absent where there is no such file yet. */
  readonly found?: { readonly text: string; readonly entries: readonly BaselineEntry[] };
  /** Replaces the entries of this task; those of other tasks, which may run at the same moment, stay. */
  update(entries: readonly BaselineEntry[]): Promise<void>;
}

export interface BaselineOwner {
  readonly root: string;
  readonly directory: string;
  readonly task: string;
}

/**
 * Opens the baseline that counts for a task: the one that the options name, else that of the project, else that of the workspace. A new one is written into the project's folder.
 *
 * @throws Failure when the file is damaged, or leads out of the workspace
 */
export function openBaseline(owner: BaselineOwner, named: string | undefined): BaselineFile {
  const { root, task } = owner;
  const path = named === undefined ? usualPath(owner) : pathInWorkspace(root, named, 'baseline');
  const read = (): { text: string; baseline: Baseline } | undefined => {
    if (!existsSync(join(root, path))) return undefined;
    const text = readFileSync(join(root, path), 'utf8');
    const reading = readBaseline(text);
    if ('problem' in reading)
      throw new Failure(
        `${path} is damaged: ${reading.problem}. Restore it from version control, or delete it and run the target with --update-baseline.`,
      );
    return { text, baseline: reading.baseline };
  };
  const now = read();
  return {
    path,
    ...(now === undefined ? {} : { found: { text: now.text, entries: now.baseline[task] ?? [] } }),
    async update(entries) {
      assertInside(root, '', [path]);
      const lock = await takeLock(join(root, '.nx', 'cache', 'planner-baseline.lock'));
      try {
        writeFileSync(join(root, path), printBaseline({ ...read()?.baseline, [task]: entries }));
      } finally {
        lock.release();
      }
    },
  };
}

function usualPath({ root, directory }: BaselineOwner): string {
  const own = directory === '' ? BASELINE : `${directory}/${BASELINE}`;
  return !existsSync(join(root, own)) && existsSync(join(root, BASELINE)) ? BASELINE : own;
}

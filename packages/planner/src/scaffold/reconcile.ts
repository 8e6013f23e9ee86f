import { hashOf } from './planner-json';

/** A rendered file in its final form, formatted. */
export interface WantedFile {
  /** From the project's folder. */
  readonly path: string;
  readonly text: string;
  /** Written only if absent, and never remembered. */
  readonly keep: boolean;
}

/** What becomes of one file, and why. */
export type Decision =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'kept'; readonly path: string; readonly why: KeptBecause };

/** `edited`: the plan now asks for another text. `not-ours`: it was there before. `obsolete`: the plan asks for it no more. */
export type KeptBecause = 'edited' | 'not-ours' | 'obsolete';

export interface Reconciled {
  /** Only what changes something, or what a person should hear of. */
  readonly decisions: readonly Decision[];
  /** The hashes to remember, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Decides file by file between what was written last time, what stands on the disk and what the model asks for now.
 * What a person wrote or changed is never touched.
 *
 * @param remembered hashes of the files as they were written last, by path
 * @param wanted what the model asks for now
 * @param read the file on disk, undefined if there is none
 */
export function reconcile(
  remembered: Readonly<Record<string, string>>,
  wanted: readonly WantedFile[],
  read: (path: string) => string | undefined,
): Reconciled {
  const decisions: Decision[] = [];
  const files: Record<string, string> = {};
  for (const file of wanted) {
    const { decision, hash } = settle(file, read(file.path), remembered[file.path]);
    if (decision !== undefined) decisions.push(decision);
    if (hash !== undefined) files[file.path] = hash;
  }
  const stillWanted = new Set(wanted.map((file) => file.path));
  const gone = Object.entries(remembered).filter(([path]) => !stillWanted.has(path));
  decisions.push(...gone.flatMap(([path, hash]) => settleObsolete(path, hash, read(path))));
  return { decisions, files };
}

interface Settled {
  readonly decision?: Decision;
  readonly hash?: string;
}

function settle(file: WantedFile, current: string | undefined, remembered: string | undefined): Settled {
  const { path, text, keep } = file;
  if (keep) return current === undefined ? { decision: { kind: 'write', path, text } } : {};
  const hash = hashOf(text);
  if (current === undefined) return { decision: { kind: 'write', path, text }, hash };
  const standing = hashOf(current);
  if (standing === hash) return { hash };
  if (standing === remembered) return { decision: { kind: 'write', path, text }, hash };
  if (remembered === undefined) return { decision: { kind: 'kept', path, why: 'not-ours' } };
  // Edited, and the model has nothing new to say: there is nothing to hear of either.
  if (remembered === hash) return { hash: remembered };
  return { decision: { kind: 'kept', path, why: 'edited' }, hash: remembered };
}

function settleObsolete(path: string, remembered: string, current: string | undefined): Decision[] {
  if (current === undefined) return [];
  if (hashOf(current) === remembered) return [{ kind: 'remove', path }];
  return [{ kind: 'kept', path, why: 'obsolete' }];
}

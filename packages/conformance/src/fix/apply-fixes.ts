import type { Finding, TextEdit } from '../finding';

/** The files as they are after the fixes, and how many findings that mends. */
export interface Fixed {
  /** New text by path; only files that change. */
  readonly files: ReadonlyMap<string, string>;
  readonly count: number;
}

/**
 * Applies the fixes of findings. One that touches what an earlier one changed is left for the next run, and so is one that
 * would edit a `.env`.
 *
 * @param textOf the file as it was checked, undefined where it is absent
 */
export function applyFixes(findings: readonly Finding[], textOf: (file: string) => string | undefined): Fixed {
  const accepted = new Map<string, TextEdit[]>();
  let count = 0;
  for (const { fix } of findings) {
    if (fix === undefined || fix.edits.some((edit) => isSecretFile(edit.file))) continue;
    const repeated = fix.edits.every((edit) => accepted.get(edit.file)?.some((other) => isSame(edit, other)) === true);
    if (!repeated) {
      if (fix.edits.some((edit) => accepted.get(edit.file)?.some((other) => overlaps(edit, other)) === true)) continue;
      for (const edit of fix.edits) accepted.set(edit.file, [...(accepted.get(edit.file) ?? []), edit]);
    }
    count += 1;
  }
  const files = [...accepted].map(([file, edits]) => [file, edited(textOf(file) ?? '', edits)] as const);
  return { files: new Map(files.filter(([file, text]) => text !== textOf(file))), count };
}

/** `.env` and its like hold secrets; `.env.example` holds none. */
export function isSecretFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^\.env(\..+)?$/.test(name) && !/\.(example|sample|template|dist|defaults)$/.test(name);
}

function edited(text: string, edits: readonly TextEdit[]): string {
  // Insertions at one place stand in the order of their findings, so the later ones are made first.
  const backwards = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => b.edit.start - a.edit.start || b.index - a.index);
  return backwards.reduce((result, { edit }) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one place do not overlap; an insertion inside or at the edge of a replacement does. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.start === a.end && b.start === b.end) return false;
  return a.start <= b.end && b.start <= a.end;
}

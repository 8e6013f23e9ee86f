import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A snippet of the corpus. */
export interface CorpusCase {
  readonly file: string;
  readonly reason: string;
  readonly text: string;
  /** Where the credentials are, as offsets; none in a snippet that has to be silent. */
  readonly secrets: readonly { readonly start: number; readonly end: number }[];
}

export const CORPUS_PARTS = ['development', 'blind'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];

/** Reads `corpus/<part>/*.yaml`: file, then reason: text, where ⟦ ⟧ enclose each credential. */
export function readCorpus(part: CorpusPart): CorpusCase[] {
  const folder = join(__dirname, '..', '..', 'corpus', part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const files = parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Record<string, string>[]>;
      return Object.entries(files).flatMap(([file, cases]) =>
        cases.flatMap((each) => Object.entries(each).map(([reason, text]) => caseOf(file, reason, text))),
      );
    });
}

function caseOf(file: string, reason: string, marked: string): CorpusCase {
  const secrets: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') secrets.push({ start: text.length, end: text.length });
    else if (piece === '⟧') secrets.push({ start: secrets.pop()?.start ?? 0, end: text.length });
    else text += piece;
  }
  return { file, reason, text, secrets };
}

/** How a tool did on the corpus. */
export interface Score {
  readonly found: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly precision: number;
  readonly recall: number;
}

/**
 * Counts credentials: found is one that is reported at its place.
 *
 * @param placesIn the offsets at which a tool reports something
 */
export function score(
  cases: readonly CorpusCase[],
  placesIn: (each: CorpusCase) => readonly number[],
  isAt = (place: number, start: number) => place === start,
): Score {
  let found = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const each of cases) {
    const places = placesIn(each);
    for (const { start, end } of each.secrets) {
      if (places.some((place) => isAt(place, start))) found++;
      else missed.push(`${each.file}: ${each.reason}: ${each.text.slice(start, end)}`);
    }
    for (const place of places) {
      if (!each.secrets.some(({ start }) => isAt(place, start)))
        wrong.push(`${each.file}: ${each.reason}: ${JSON.stringify(each.text.slice(place, place + 30))}`);
    }
  }
  const precision = found + wrong.length === 0 ? 1 : found / (found + wrong.length);
  const recall = found + missed.length === 0 ? 1 : found / (found + missed.length);
  return { found, missed, wrong, precision, recall };
}

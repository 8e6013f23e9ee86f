import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A snippet of the corpus. */
export interface CorpusCase {
  readonly file: string;
  readonly reason: string;
  readonly text: string;
  /** Where the credentials are, as offsets; none in a snippet that has to be silent. */
  readonly secrets: readonly Stretch[];
}

export const CORPUS_PARTS = ['development', 'blind', 'unseen', 'independent'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];

/**
 * Reads `<part>/*.yaml`: file, then reason: text, where ⟦ ⟧ enclose each credential.
 *
 * @param corpus the folder of the corpus
 */
export function readCorpus(corpus: string, part: CorpusPart): CorpusCase[] {
  const folder = join(corpus, part);
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

/** A stretch of a text, as offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function isExactly(place: Stretch, secret: Stretch): boolean {
  return place.start === secret.start && place.end === secret.end;
}

/** For tools that report the line, or the whole of a connection string. */
export function touches(place: Stretch, secret: Stretch): boolean {
  return place.start < secret.end && secret.start < place.end;
}

/**
 * Counts credentials.
 *
 * @param placesIn what a tool reports in a snippet
 * @param finds whether a reported place is that of a credential
 */
export function score(
  cases: readonly CorpusCase[],
  placesIn: (each: CorpusCase) => readonly Stretch[],
  finds: (place: Stretch, secret: Stretch) => boolean,
): Score {
  let found = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const each of cases) {
    const places = placesIn(each);
    const named = (what: Stretch) =>
      `${each.file}: ${each.reason}: ${JSON.stringify(each.text.slice(what.start, what.end))}`;
    for (const secret of each.secrets) {
      if (places.some((place) => finds(place, secret))) found++;
      else missed.push(named(secret));
    }
    wrong.push(...places.filter((place) => !each.secrets.some((secret) => finds(place, secret))).map(named));
  }
  const precision = found + wrong.length === 0 ? 1 : found / (found + wrong.length);
  const recall = found + missed.length === 0 ? 1 : found / (found + missed.length);
  return { found, missed, wrong, precision, recall };
}

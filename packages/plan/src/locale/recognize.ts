import { foldLetters } from '../naming/slug';
import {
  HEADINGS,
  LOCALES,
  SECTIONS,
  type HeadingTable,
  type Locale,
  type OverviewField,
  type SectionKey,
  type Spellings,
} from './headings';

/** No heading or label of the tables is longer; a longer text is not looked at, however long it is. */
const LONGEST = 200;

/** What a heading says, in whichever language. */
export type KnownHeading =
  | { readonly kind: 'section'; readonly key: SectionKey; readonly locale: Locale }
  | { readonly kind: 'phase' | 'step'; readonly number: number; readonly name: string; readonly locale: Locale };

/**
 * The words of a heading or label, in lower case and base letters, without emoji, punctuation, emphasis or a number in front:
 * `### 🔒 **Database Security Checklist:**` and `3. Tổng quan` become `database security checklist` and `tong quan`.
 */
export function headingWords(text: string): string {
  if (text.length > LONGEST) return '';
  return foldLetters(text)
    .replace(/^\s*\d+(\.\d+)*[.)]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Recognises the text of a heading (without `#`); undefined for a heading that is a person's own. */
export function recognizeHeading(text: string): KnownHeading | undefined {
  const words = headingWords(text);
  return SECTION_BY_WORDS.get(words) ?? numberedHeading(words, text);
}

/** Recognises the labels of header and overview, of an estimate and of a list of files, each by its words. */
export const LABELS = {
  header: labelIndex((table) => table.header),
  overview: labelIndex((table) => table.overview),
  estimate: labelIndex((table) => ({ estimate: table.estimate })),
  filesToCreate: labelIndex((table) => ({ filesToCreate: table.filesToCreate })),
};

const FILES = /(?:^|\s)(files|file|tep|tap tin)(?=\s|$)/;
const TO_DO =
  /(?:^|\s)(?:create|created|creating|modify|modified|update|updated|add|added|new|change|changed|touch|structure|layout|list|tao|sua|chinh|cap nhat|them|moi|thay doi|lien quan|can|cac|cau truc|danh sach)(?=\s|$)/;
const LONGEST_FILES_LABEL = 60;

/** Whether a label announces a list of files, in other words than those of the table: `New files`, `Các file sẽ tạo mới`. */
export function listsFiles(words: string): boolean {
  if (words.length > LONGEST_FILES_LABEL) return false;
  const noun = FILES.exec(words)?.[1];
  return noun !== undefined && (words === 'files' || TO_DO.test(words));
}

/**
 * The field of the overview that a label means, in other words than those of the table: `Aggregates affected`,
 * `Ngữ cảnh giới hạn (Bounded Context)`.
 *
 * @param plainly whether the label must say so in full, because it stands outside the overview
 */
export function overviewField(words: string, plainly: boolean): OverviewField | undefined {
  if (words.length > LONGEST_FILES_LABEL) return undefined;
  const exact = LABELS.overview.get(words);
  if (exact !== undefined && !plainly) return exact;
  if (/(?:^|\s)aggregates?(?=\s|$)/.test(words)) {
    const affected = /(?:^|\s)(?:affected|involved|impacted|touched|anh huong|lien quan|tac dong)(?=\s|$)/.test(words);
    return affected || (!plainly && !/(?:^|\s)(?:design|root|thiet ke)(?=\s|$)/.test(words)) ? 'aggregates' : undefined;
  }
  const context = /(?:^|\s)(?:ddd context|bounded context|boi canh|ngu canh)(?=\s|$)/.test(words);
  if (context && (!plainly || /(?:^|\s)(?:ddd|bounded|gioi han)(?=\s|$)/.test(words))) return 'context';
  return undefined;
}

/** The title behind `Implementation Plan:`; undefined if the heading has no such beginning. */
export function readTitle(heading: string): string | undefined {
  const colon = heading.indexOf(':');
  if (colon < 0) return undefined;
  const before = headingWords(heading.slice(0, colon));
  const known = LOCALES.some((locale) => HEADINGS[locale].title.some((spelling) => headingWords(spelling) === before));
  return known ? heading.slice(colon + 1).trim() : undefined;
}

const SECTION_BY_WORDS: ReadonlyMap<string, KnownHeading> = new Map(
  LOCALES.flatMap((locale) =>
    SECTIONS.flatMap((key) =>
      HEADINGS[locale].sections[key].map(
        (spelling) => [headingWords(spelling), { kind: 'section', key, locale } as const] as const,
      ),
    ),
  ),
);

const NUMBER_WORDS = LOCALES.flatMap((locale) =>
  (['phase', 'step'] as const).flatMap((kind) =>
    HEADINGS[locale][kind].map((spelling) => ({ kind, locale, word: headingWords(spelling) })),
  ),
);

function numberedHeading(words: string, text: string): KnownHeading | undefined {
  for (const { kind, locale, word } of NUMBER_WORDS) {
    const digits = words.startsWith(`${word} `) ? /^\d{1,9}(?= |$)/.exec(words.slice(word.length + 1))?.[0] : undefined;
    if (digits === undefined) continue;
    return { kind, number: Number(digits), name: text.replace(/^[^\d]*\d+[\s:.–—-]*/, '').trim(), locale };
  }
  return undefined;
}

function labelIndex<K extends string>(
  labels: (table: HeadingTable) => Readonly<Record<K, Spellings>>,
): ReadonlyMap<string, K> {
  const index = new Map<string, K>();
  for (const locale of LOCALES) {
    for (const [key, spellings] of Object.entries(labels(HEADINGS[locale])) as [K, Spellings][]) {
      for (const spelling of spellings) index.set(headingWords(spelling), key);
    }
  }
  return index;
}

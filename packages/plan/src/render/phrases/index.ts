import type { Locale } from '../../locale';
import { ENGLISH } from './english';

/** The prose of a plan in one language: sentences with gaps for names and numbers. */
export type Phrases = typeof ENGLISH;

/** A further language is a further entry; one without it speaks English below its own headings. */
const PHRASES: Readonly<Partial<Record<Locale, Phrases>>> = { en: ENGLISH };

/** The phrases of a language. */
export function phrasesOf(locale: Locale): Phrases {
  return PHRASES[locale] ?? ENGLISH;
}

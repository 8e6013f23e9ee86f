import type { Locale } from '../../locale';
import { ENGLISH } from './english';
import type { Phrases } from './phrases';
import { VIETNAMESE } from './vietnamese';

export type { Phrases } from './phrases';

const PHRASES: Readonly<Record<Locale, Phrases>> = { en: ENGLISH, vi: VIETNAMESE };

/** The phrases of a language; a further language is a further entry. */
export function phrasesOf(locale: Locale): Phrases {
  return PHRASES[locale];
}

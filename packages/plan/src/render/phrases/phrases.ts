import type { ENGLISH } from './english';

/** The prose of a plan in one language: sentences with gaps for names and numbers. English is the table that others follow. */
export type Phrases = typeof ENGLISH;

import { headingWords } from '../locale/recognize';
import { skipSpace } from './indentation';

/** `**Objective**: Place orders`, in any of the ways in which people set it. */
export interface LabelledText {
  /** The label in lower case and base letters. */
  readonly words: string;
  readonly value: string;
  /** Index in the line of the first character of the value. */
  readonly start: number;
}

/** A label is short; a colon further on belongs to a sentence. */
const LONGEST_LABEL = 100;

/**
 * Reads a label and its value: `**Label**: value`, `**Label:** value`, `Label: value`, `**Label** - value`, and `**Label**` alone.
 *
 * @param line a line of the plan
 * @param from index at which the text starts, behind list markers
 */
export function readLabel(line: string, from: number): LabelledText | undefined {
  const beginning = line.slice(from, from + LONGEST_LABEL);
  const [whole, label] =
    /^([^:：`<[]+)[:：]/.exec(beginning) ??
    /^((?:\*\*|__)[^*_]+(?:\*\*|__))[ \t]*(?:$|[—–-]+[ \t])/.exec(beginning) ??
    [];
  if (whole === undefined || label === undefined) return undefined;
  const words = headingWords(label);
  if (words === '') return undefined;
  const start = skipSpace(line, {
    index: from + whole.length + closingEmphasis(label, line, from + whole.length),
    column: 0,
  }).index;
  return { words, value: line.slice(start).trimEnd(), start };
}

/** Length of the `**` behind the colon in `**Label:** value`. */
function closingEmphasis(label: string, line: string, end: number): number {
  const marker = /^(?:\*\*|__|\*|_)/.exec(label)?.[0];
  if (marker === undefined || label.trimEnd().endsWith(marker)) return 0;
  return line.startsWith(marker, end) ? marker.length : 0;
}

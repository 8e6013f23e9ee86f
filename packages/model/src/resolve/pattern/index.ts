import { isExplosive } from './ambiguity';
import { printPattern } from './print';
import { parsePattern, PatternProblem } from './syntax';

/** A pattern in its common spelling, or what is wrong with it. */
export type PatternReading = { readonly pattern: string } | { readonly problem: string };

const MAX_LENGTH = 1000;

/** Reads a pattern of a plan: JavaScript and Python must read it alike, and no input may make it explode. */
export function readPattern(source: string): PatternReading {
  if (source.length > MAX_LENGTH) return { problem: `A pattern has at most ${MAX_LENGTH} characters.` };
  try {
    const node = parsePattern(source);
    if (isExplosive(node))
      return {
        problem: 'Some inputs would take this pattern exponential time: a loop can read the same text in two ways.',
      };
    return { pattern: printPattern(node) };
  } catch (error) {
    if (error instanceof PatternProblem) return { problem: error.message };
    throw error;
  }
}

/** Whether the whole value matches. @param pattern as `readPattern` gives it */
export function matchesPattern(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

import type { TextFact } from '@planner/target';
import { passwordsInCommands } from './connections/commands';
import { flatten } from './flat-text';

/** What may stand between two words of a command that is written as a list: in code, and as the items of a list of YAML. */
const NEXT_WORD = /^["'`]?\s*(?:,(?:[^()[\]{};"'`\n]{1,60},){0,3}\s*\[?\s*[frbuFRBU]{0,2}|\n\s*-\s+)["'`]?$/;
const OPTION = /^--?[A-Za-z][\w-]*$/;
const MOST_WORDS = 20;
const LONGEST_WORD = 200;

/**
 * The password in a word of a command that is written as a list of words: `["redis-cli", "-a", "x"]`.
 *
 * @param index of the word; the words in front of it are looked for among the texts before it
 * @returns where in the word it stands
 */
export function passwordInWord(
  texts: readonly TextFact[],
  index: number,
  source: string,
): { readonly start: number; readonly end: number } | undefined {
  const [fact, option] = [texts[index], texts[index - 1]];
  if (!fact || !option || !OPTION.test(wordOf(option)) || !follows(option, fact, source)) return undefined;
  const word = flatten(fact);
  const words = [quoted(word)];
  for (let at = index - 1; at >= 0 && words.length < MOST_WORDS; at--) {
    const [earlier, next] = [texts[at], texts[at + 1]];
    if (!earlier || !next || !follows(earlier, next, source)) break;
    words.unshift(wordOf(earlier));
  }
  const command = words.join(' ');
  const before = command.lastIndexOf(word);
  const found = passwordsInCommands(command).find(({ end }) => end === before + word.length);
  return found && found.start >= before ? { start: found.start - before, end: word.length } : undefined;
}

function follows(word: TextFact, next: TextFact, source: string): boolean {
  const { end } = word.at;
  return end < next.at.start && next.at.start - end < 300 && NEXT_WORD.test(source.slice(end, next.at.start));
}

function wordOf(fact: TextFact): string {
  return fact.at.end - fact.at.start > LONGEST_WORD ? '' : flatten(fact);
}

/** A word with a blank in it is none for a shell without quotes. */
function quoted(word: string): string {
  return /\s/.test(word) ? `'${word}'` : word;
}

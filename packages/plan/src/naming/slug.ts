/** Longest slug: with week, increment and `-plan.md` a name stays far below the 255 bytes that file systems allow. */
export const MAX_SLUG_LENGTH = 120;

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ŋ', 'n'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ŧ', 't'],
]);

/**
 * The text in lower-case base letters: `Đặt lệnh` is `dat lenh`. What has no base letter in ASCII stays as it is.
 */
export function foldLetters(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[^\0-\x7f]/g, (letter) => UNDECOMPOSED.get(letter) ?? letter);
}

/**
 * The task name in a plan's file name: kebab-case ASCII, Vietnamese folded to its base letters (plan format, section 1).
 *
 * @returns at most {@link MAX_SLUG_LENGTH} characters, cut between words where possible; empty if nothing of the title can be written in ASCII
 */
export function slugOf(title: string): string {
  const words = foldLetters(title)
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return cutBetweenWords(words);
}

function cutBetweenWords(words: readonly string[]): string {
  let slug = (words[0] ?? '').slice(0, MAX_SLUG_LENGTH);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > MAX_SLUG_LENGTH) break;
    slug += `-${word}`;
  }
  return slug;
}

/**
 * The aggregates of `--aggregate` as they were written. Nx splits the value of a list option at commas when it is given
 * once (`Order price:decimal(18,2)`), so pieces that do not begin with a type's name are put back where they belong.
 */
export function aggregateTexts(pieces: readonly string[]): string[] {
  const texts: string[] = [];
  for (const piece of pieces) {
    const last = texts.length - 1;
    if (texts[last] !== undefined && continues(texts[last], piece)) texts[last] += `,${piece}`;
    else texts.push(piece);
  }
  return texts;
}

/** An open bracket goes on, and so does what has no `Name` in front of its fields. */
function continues(before: string, piece: string): boolean {
  const open = before.split('(').length > before.split(')').length;
  return open || !/^\s*[A-Z]\w*(\s|$)/.test(piece);
}

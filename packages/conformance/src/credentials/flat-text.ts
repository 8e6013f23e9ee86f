import type { Place, TextFact } from '@planner/target';

/** Stands for what is filled in at run time: OBJECT REPLACEMENT CHARACTER, which no password is made of. */
export const HOLE = '\uFFFC';

/** A text as one string. */
export function flatten(fact: TextFact): string {
  const [only] = fact.parts;
  if (fact.parts.length === 1 && only && 'text' in only) return only.text;
  return fact.parts.map((part) => ('text' in part ? part.text : HOLE)).join('');
}

/** Finds pieces of a text in the source that it was written in. The pieces have to be asked for from left to right. */
export class Origin {
  private cursor: number;

  constructor(
    private readonly source: string,
    private readonly at: Place,
    private readonly flat: string,
  ) {
    this.cursor = at.start;
  }

  /**
   * Where `flat.slice(start, end)` was written. What stands before it in the text tells it from the same letters elsewhere; where escapes or
   * joined literals hide it, the place of the whole text is the answer.
   */
  placeOf(start: number, end: number): Place {
    const secret = this.flat.slice(start, end);
    // Written out, a text is never shorter than what it means.
    const from = Math.max(this.cursor, this.at.start + Math.min(start, this.at.end - this.at.start));
    const window = this.source.slice(
      Math.max(this.at.start, from - LOOK_BACK),
      Math.min(this.at.end, from + secret.length + LOOK_AHEAD),
    );
    const base = Math.max(this.at.start, from - LOOK_BACK);
    for (const length of PREFIXES) {
      const prefix = this.flat.slice(Math.max(0, start - length), start);
      const found = window.indexOf(prefix + secret, Math.max(0, from - base - prefix.length));
      if (found < 0) continue;
      const place = { start: base + found + prefix.length, end: base + found + prefix.length + secret.length };
      this.cursor = place.end;
      return place;
    }
    return this.at;
  }
}

const LOOK_BACK = 64;
const LOOK_AHEAD = 65_536;
const PREFIXES = [48, 12, 3, 1, 0];

/** A stretch of a source text: offsets in UTF-16 code units, `end` excluded. Lines and columns are counted when something is reported. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

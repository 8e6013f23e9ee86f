export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text with their offsets, without line ends. */
export function* linesOf(source: string): Generator<Line> {
  let start = 0;
  while (start <= source.length) {
    const feed = source.indexOf('\n', start);
    const end = feed < 0 ? source.length : feed;
    yield { text: source.slice(start, source[end - 1] === '\r' && end > start ? end - 1 : end), start };
    if (feed < 0) return;
    start = feed + 1;
  }
}

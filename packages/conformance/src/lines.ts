import type { Position, SourceSpan } from '@planner/model';

/** Turns offsets into lines and columns. Lines end with LF, CRLF or CR, as in every editor; made once per text, when first asked. */
export class Lines {
  private readonly starts: number[];

  constructor(private readonly text: string) {
    this.starts = startsOf(text);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The position of an offset in UTF-16 code units; offsets behind the end stand for the end. */
  position(offset: number): Position {
    const wanted = Math.min(Math.max(offset, 0), this.text.length);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (this.starts[low] ?? 0) + 1 };
  }

  /** The inverse of {@link position}; a line behind the end stands for the end. */
  offset({ line, column }: Position): number {
    const start = this.starts[line - 1];
    return start === undefined ? this.text.length : Math.min(start + column - 1, this.text.length);
  }

  /** The text of a line (from 1) without its line end; empty for one that does not exist. */
  line(number: number): string {
    const start = this.starts[number - 1];
    if (start === undefined) return '';
    const end = this.starts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]{1,2}$/, '');
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The span between two offsets of a text. */
export function spanIn(file: string, lines: Lines, start: number, end: number): SourceSpan {
  return { file, start: lines.position(start), end: lines.position(end) };
}

/** The beginning of a file: where something that is missing from it is reported. */
export function startOf(file: string): SourceSpan {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

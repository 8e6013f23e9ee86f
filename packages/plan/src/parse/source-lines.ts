import { isUtf8 } from 'node:buffer';

/** A plan as it was read: a decoded text, or the bytes of a file, which may be invalid UTF-8. */
export type PlanSource = string | Uint8Array;

/** One line without its line ending and without the byte-order mark. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Where `text` starts in the source: bytes for bytes, UTF-16 code units for a string. */
  readonly offset: number;
  /** Decoded for itself, so that an invalid byte on one line moves no offset on another. */
  readonly text: string;
}

const LF = 10;
const CR = 13;
const BOM = '\uFEFF';
const BOM_BYTES = 3;

/** The lines of a plan; a line ends at LF, CRLF or a lone CR, as CommonMark has it. */
export function* sourceLines(source: PlanSource): Generator<SourceLine> {
  const decode = decoderOf(source);
  const unitAt =
    typeof source === 'string' ? (index: number) => source.charCodeAt(index) : (index: number) => source[index];
  const end = source.length;
  let number = 1;
  for (let start = bomLength(source); start < end; number += 1) {
    let stop = start;
    let unit = unitAt(stop);
    while (stop < end && unit !== LF && unit !== CR) unit = unitAt(++stop);
    yield { number, offset: start, text: decode(start, stop) };
    start = stop + (unit === CR && unitAt(stop + 1) === LF ? 2 : 1);
  }
}

/** What is wrong with the encoding of a source; strings have none. */
export function encodingOf(source: PlanSource): 'utf-8' | 'utf-16' | 'invalid' {
  if (typeof source === 'string') return 'utf-8';
  const [first, second] = source;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  return isUtf8(source) ? 'utf-8' : 'invalid';
}

function bomLength(source: PlanSource): number {
  if (typeof source === 'string') return source.startsWith(BOM) ? BOM.length : 0;
  return source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? BOM_BYTES : 0;
}

function decoderOf(source: PlanSource): (start: number, end: number) => string {
  if (typeof source === 'string') return (start, end) => source.slice(start, end);
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  return (start, end) => bytes.toString('utf8', start, end);
}

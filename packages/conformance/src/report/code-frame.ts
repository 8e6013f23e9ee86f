import { codeFrameColumns } from '@babel/code-frame';
import type { SourceSpan } from '@planner/model';
import type { Lines } from '../lines';

/** Lines shown around the place, and columns of a line: the rest of a long line is cut away. */
const AROUND = 2;
const WIDTH = 120;
const MOST_LINES = 6;

/**
 * The lines around a place, the place marked. Text without colours.
 *
 * @param secrets what is shown as stars with the rest of its line, anywhere in the file
 * @returns undefined where there is nothing to show
 */
export function codeFrame(lines: Lines, span: SourceSpan, secrets: readonly SourceSpan[] = []): string | undefined {
  const { start } = span;
  if (start.line > lines.count || isWholeFile(span)) return undefined;
  const end = lastShown(span, lines);
  const first = Math.max(1, start.line - AROUND);
  const last = Math.min(lines.count, end.line + AROUND);
  // A line that fits is shown from its beginning.
  const cut = lines.line(start.line).length > WIDTH ? Math.max(0, start.column - 1 - WIDTH / 2) : 0;
  const shift = (column: number) => Math.min(Math.max(1, column - cut + (cut > 0 ? 1 : 0)), WIDTH + 2);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => shownLine(lines, first + index, secrets, cut));
  const options = { startLine: first, linesAbove: AROUND, linesBelow: AROUND, highlightCode: false };
  const place = {
    start: { line: start.line, column: shift(start.column) },
    end: { line: end.line, column: shift(end.column) },
  };
  return codeFrameColumns(shown.join('\n'), place, options);
}

function isWholeFile({ start, end }: SourceSpan): boolean {
  return start.line === 1 && start.column === 1 && end.line === 1 && end.column === 1;
}

/** The end of a span over many lines is not shown; neither is nothing: an empty span is one character wide. */
function lastShown({ start, end }: SourceSpan, lines: Lines): { line: number; column: number } {
  const last = Math.min(start.line + MOST_LINES - 1, lines.count);
  if (end.line > last) return { line: last, column: lines.line(last).length + 1 };
  return end.line === start.line && end.column <= start.column ? { line: end.line, column: start.column + 1 } : end;
}

function shownLine(lines: Lines, number: number, secrets: readonly SourceSpan[], cut: number): string {
  const masked = maskedLine(lines.line(number), number, secrets);
  const end = cut + WIDTH;
  const text = `${cut > 0 ? '…' : ''}${masked.slice(cut, end)}${masked.length > end ? '…' : ''}`;
  return printable(text);
}

/** A line up to its first secret. Stars stand for the rest, always as many, so that they do not tell how long it is. */
export function maskedLine(line: string, number: number, secrets: readonly SourceSpan[]): string {
  const starts = secrets
    .filter(({ start, end }) => start.line <= number && number <= end.line)
    .map(({ start }) => (start.line === number ? start.column - 1 : 0));
  return starts.length === 0 ? line : `${line.slice(0, Math.min(...starts))}***`;
}

/** Control characters could change what a terminal shows; a tab is as wide as the mark below it. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

import { createHash } from 'node:crypto';
import type { Finding } from '../finding';
import { Lines } from '../lines';

export interface Fingerprinted {
  readonly finding: Finding;
  /** 20 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The lines of a longer span are not looked at beyond this many characters. */
const LONGEST = 1_000;

/**
 * Gives every finding a fingerprint that survives edits elsewhere in the file: it is made of rule, file and the text of the
 * line, without the line's number and its space. Of several alike, the first is 0, the next 1.
 *
 * @param textOf a file by its path, undefined where it cannot be read
 */
export function fingerprints(
  findings: readonly Finding[],
  textOf: (file: string) => string | undefined,
): Fingerprinted[] {
  const linesOf = linesOnce(textOf);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = [finding.rule, finding.span.file, contentOf(finding, linesOf(finding.span.file))].join('\n');
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { finding, fingerprint: createHash('sha256').update(`${base}\n${count}`).digest('hex').slice(0, 20) };
  });
}

/** The line in question; where the finding is about the file as a whole, or the line is empty, what the finding says. */
function contentOf({ span, message }: Finding, lines: Lines | undefined): string {
  const { start, end } = span;
  const wholeFile = start.line === 1 && start.column === 1 && end.line === 1 && end.column === 1;
  const line = wholeFile ? '' : (lines?.line(start.line) ?? '').trim().replace(/\s+/g, ' ');
  return line === '' ? message : line.slice(0, LONGEST);
}

function linesOnce(textOf: (file: string) => string | undefined): (file: string) => Lines | undefined {
  const known = new Map<string, Lines | undefined>();
  return (file) => {
    if (!known.has(file)) {
      const text = textOf(file);
      known.set(file, text === undefined ? undefined : new Lines(text));
    }
    return known.get(file);
  };
}

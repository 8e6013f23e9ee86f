import type { Diagnostic, Severity, SourceSpan } from '@planner/model';
import type { SourceLine } from './source-lines';

/** Collects the findings of one plan. */
export class Findings {
  readonly all: Diagnostic[] = [];

  constructor(private readonly file: string) {}

  add(severity: Severity, rule: string, span: SourceSpan, message: string, hint: string): void {
    this.all.push({ rule, severity, message, hint, span });
  }

  /** The part of a line from `start` to `end` (indexes of its text). */
  span(line: SourceLine, start = 0, end = line.text.length): SourceSpan {
    return {
      file: this.file,
      start: { line: line.number, column: start + 1 },
      end: { line: line.number, column: Math.max(start, end) + 1 },
    };
  }

  /** The beginning of the file: where something that is missing is reported. */
  startOfFile(): SourceSpan {
    return { file: this.file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }
}

/** In the order of the file; findings at one place keep the order in which they were made. */
export function sortedByPosition(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column,
  );
}

/** `file:line:column severity rule-id message`, and the hint on a line of its own (plan format, section 4). */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, start } = diagnostic.span;
  const place = `${file}:${start.line}:${start.column}`;
  const hint = diagnostic.hint === '' ? '' : `\n  hint: ${diagnostic.hint}`;
  return `${place} ${diagnostic.severity} ${diagnostic.rule} ${diagnostic.message}${hint}`;
}

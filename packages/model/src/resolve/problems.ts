import type { Diagnostic, Severity, SourceSpan } from '../source';

/** Collects what is wrong, so that all problems come at once. */
export class Problems {
  readonly found: Diagnostic[] = [];

  error(rule: string, span: SourceSpan, message: string, hint: string): void {
    this.add('error', rule, span, message, hint);
  }

  warning(rule: string, span: SourceSpan, message: string, hint: string): void {
    this.add('warning', rule, span, message, hint);
  }

  get hasErrors(): boolean {
    return this.found.some((diagnostic) => diagnostic.severity === 'error');
  }

  private add(severity: Severity, rule: string, span: SourceSpan, message: string, hint: string): void {
    this.found.push({ rule, severity, message, hint, span });
  }
}

/** Diagnostics in the order of the text; those of one place keep their order. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.span.file))];
  return [...diagnostics].sort(
    (a, b) =>
      files.indexOf(a.span.file) - files.indexOf(b.span.file) ||
      a.span.start.line - b.span.start.line ||
      a.span.start.column - b.span.start.column,
  );
}

/** A place in a source text. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where an element was written. The model carries it untouched, so that a check on the model still points at a line;
 * only the package that read the text knows what it means.
 */
export interface SourceSpan {
  /** The path as the caller named it; empty for text without a file. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'info';

/** One finding, of the parser, of the model or of a check. */
export interface Diagnostic {
  /** Stable and documented, for example `yaml/comma-in-braces`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
  readonly span: SourceSpan;
}

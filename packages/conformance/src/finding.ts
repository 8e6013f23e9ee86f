import type { Diagnostic, SourceSpan } from '@planner/model';

/**
 * What a check reports. The span's file is the path from the workspace root, lines and columns count from 1; `spanIn` and
 * `SourceFile.span` make one of offsets.
 */
export interface Finding extends Diagnostic {
  /** Other places that belong to it: the line of the plan that a line of code departs from. */
  readonly related?: readonly RelatedPlace[];
  /** What must not be shown: masked wherever the source text is printed. In the same file as the span. */
  readonly secrets?: readonly SourceSpan[];
  /** How `--fix` mends it; only where the result is certainly what a person would have written. */
  readonly fix?: Fix;
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: SourceSpan;
}

export interface Fix {
  /** In the imperative: `Add DATABASE_URL to .env.example`. */
  readonly description: string;
  readonly edits: readonly TextEdit[];
}

/** Replaces a stretch of a file. A file that is absent counts as empty; `.env` is never edited. */
export interface TextEdit {
  /** From the workspace root. */
  readonly file: string;
  /** Offsets in UTF-16 code units, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

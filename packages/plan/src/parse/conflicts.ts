import type { Findings } from './findings';
import type { SourceLine } from './source-lines';

/** Reports the markers that a merge with conflicts leaves behind, inside fences as well. */
export class ConflictReader {
  private open: SourceLine | undefined;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(line: SourceLine): void {
    const marker = /^(?:<{7}|>{7})(?= |$)/.exec(line.text)?.[0];
    if (marker === undefined) return;
    if (marker === '<<<<<<<') {
      this.report(line);
      this.open = line;
    } else {
      if (!this.open) this.report(line);
      this.open = undefined;
    }
  }

  private report(line: SourceLine): void {
    this.findings.add(
      'error',
      'plan/merge-conflict',
      this.findings.span(line),
      'A merge conflict is not resolved here.',
      'Choose one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    );
  }
}

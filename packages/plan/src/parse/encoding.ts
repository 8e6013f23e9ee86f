import type { Findings } from './findings';
import { encodingOf, type PlanSource, type SourceLine } from './source-lines';

const REPLACEMENT = '\uFFFD';

/** Reports a file that is not UTF-8, at the first line that cannot be read. */
export class EncodingReader {
  private readonly encoding: ReturnType<typeof encodingOf>;
  private reported = false;

  constructor(
    source: PlanSource,
    private readonly findings: Findings,
  ) {
    this.encoding = encodingOf(source);
  }

  /** Takes in the next line of the plan. */
  read(line: SourceLine): void {
    if (this.encoding === 'utf-8' || this.reported) return;
    const index = line.text.indexOf(REPLACEMENT);
    if (index < 0) return;
    this.reported = true;
    const span = this.findings.span(line, index, index + 1);
    if (this.encoding === 'utf-16')
      this.findings.add('error', 'plan/encoding', span, 'The file is UTF-16.', 'Save it as UTF-8.');
    else
      this.findings.add(
        'warning',
        'plan/encoding',
        span,
        'The file is not valid UTF-8 here.',
        'Save it as UTF-8; a tick leaves these bytes as they are.',
      );
  }
}

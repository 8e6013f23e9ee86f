import type { Fence, ModelBlock } from '../plan';
import type { Block } from './block-scanner';
import type { Findings } from './findings';
import type { Place } from './outline';
import type { SourceLine } from './source-lines';

type Draft = {
  readonly line: SourceLine;
  readonly start: number;
  readonly indent: number;
  readonly info: string;
  readonly place: Place;
  readonly content: string[] | undefined;
};

/** Collects the fenced blocks of a plan, and the text of its model blocks. */
export class FenceReader {
  readonly fences: Fence[] = [];
  readonly modelBlocks: ModelBlock[] = [];
  private draft: Draft | undefined;
  private lastLine = 0;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(block: Block, place: Place): void {
    const { leaf, line } = block;
    if (leaf.kind === 'fenceContent') {
      this.draft?.content?.push(leaf.text);
    } else if (leaf.kind === 'fenceEnd') {
      this.finish(line.number, true);
    } else {
      this.finish(this.lastLine, false);
      if (leaf.kind === 'fence') {
        this.draft = {
          line,
          start: leaf.start,
          indent: leaf.indent,
          info: leaf.info,
          place,
          content: isModel(leaf.info) ? [] : undefined,
        };
      }
    }
    this.lastLine = line.number;
  }

  /** Ends a fence that is still open. */
  end(): void {
    this.finish(this.lastLine, false);
  }

  private finish(lastLine: number, closed: boolean): void {
    if (!this.draft) return;
    const { line, start, indent, info, place, content } = this.draft;
    this.draft = undefined;
    const span = this.findings.span(line, start);
    const fence: Fence = {
      info,
      ...(place.section !== undefined && { section: place.section }),
      span,
      lastLine,
      closed,
    };
    this.fences.push(fence);
    if (content) {
      this.modelBlocks.push({
        text: content.map((text) => `${text}\n`).join(''),
        start: { line: line.number + 1, column: indent + 1 },
        fence,
      });
      this.reportModel(fence);
    } else if (!closed) {
      this.findings.add(
        'error',
        'plan/unclosed-fence',
        span,
        'This fenced block is not closed; everything behind it counts as its content.',
        'Close it with a line of the same backticks or tildes.',
      );
    }
  }

  private reportModel(fence: Fence): void {
    const first = this.modelBlocks[0]?.fence;
    if (!fence.closed) {
      this.findings.add(
        'error',
        'model/unclosed-block',
        fence.span,
        'The model block is not closed.',
        'Close it with a line of the same backticks or tildes.',
      );
    }
    if (first && first !== fence) {
      this.findings.add(
        'error',
        'model/several-blocks',
        fence.span,
        'A plan has one model block; this is a further one.',
        `Move its entries into the block in line ${first.span.start.line}.`,
      );
    } else if (fence.section !== 'domainModel') {
      this.findings.add(
        'warning',
        'model/place',
        fence.span,
        'The model block stands outside the section "Domain Model".',
        'Move it below that heading, where readers look for it.',
      );
    }
  }
}

/** Whether a fence is a model block: ` ```yaml planner `. */
function isModel(info: string): boolean {
  const [language, tool] = info.toLowerCase().split(/\s+/);
  return (language === 'yaml' || language === 'yml') && tool === 'planner';
}

import type { SourceSpan, Text } from '@planner/model';
import type { HeaderField, OverviewField } from '../locale/headings';
import { LABELS } from '../locale/recognize';
import type { PlanField } from '../plan';
import type { Block } from './block-scanner';
import { readHours } from './estimates';
import type { Findings } from './findings';
import { readLabel, type LabelledText } from './labels';
import type { Outline } from './outline';
import type { SourceLine } from './source-lines';

interface Draft {
  readonly lines: string[];
  readonly items: Text[];
  readonly line: SourceLine;
  readonly start: number;
  readonly depth: number;
  readonly keep: (field: PlanField) => void;
}

/** Collects the labelled values of header and overview, and the estimates of the phases. */
export class FieldReader {
  readonly header = new Map<HeaderField, PlanField>();
  readonly overview = new Map<OverviewField, PlanField>();
  private draft: Draft | undefined;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(block: Block, outline: Outline): void {
    const { leaf, line } = block;
    if (leaf.kind === 'blank') return;
    const label = leaf.kind === 'text' ? readLabel(line.text, leaf.start) : undefined;
    const keep = label && this.fieldOf(label, outline);
    if (label && keep) {
      this.finish();
      this.draft = { lines: [label.value], items: [], line, start: label.start, depth: block.depth, keep };
    } else if (!this.draft || leaf.kind !== 'text' || !this.goesOn(block, leaf.start, leaf.continues)) {
      this.finish();
    }
  }

  /** Ends the last field. */
  end(): void {
    this.finish();
  }

  private fieldOf(label: LabelledText, outline: Outline): ((field: PlanField) => void) | undefined {
    if (outline.inHeader) return keeper(this.header, LABELS.header.get(label.words));
    if (outline.place.section === 'overview') return keeper(this.overview, LABELS.overview.get(label.words));
    const phase = LABELS.estimate.has(label.words) ? outline.phase : undefined;
    if (!phase || phase.estimate) return undefined;
    return ({ text, span }) => {
      const hours = readHours(text);
      phase.estimate = { text, span, ...(hours !== undefined && { hours }) };
    };
  }

  private goesOn(block: Block, start: number, continues: boolean): boolean {
    if (!this.draft) return false;
    const { line } = block;
    if (continues) {
      const items = this.draft.items;
      if (items.length === 0) this.draft.lines.push(line.text.slice(start).trim());
      return true;
    }
    if (block.opened === 0 || block.depth <= this.draft.depth) return false;
    this.draft.items.push({ text: line.text.slice(start).trimEnd(), span: this.findings.span(line, start) });
    return true;
  }

  private finish(): void {
    if (!this.draft) return;
    const { lines, items, line, start, keep } = this.draft;
    this.draft = undefined;
    const span: SourceSpan = this.findings.span(line, start, start + (lines[0]?.length ?? 0));
    keep({ text: lines.join(' ').trim(), span, items, line: line.number });
  }
}

function keeper<K>(fields: Map<K, PlanField>, key: K | undefined): ((field: PlanField) => void) | undefined {
  if (key === undefined || fields.has(key)) return undefined;
  return (field) => fields.set(key, field);
}

import type { SourceSpan, Text } from '@planner/model';
import type { HeaderField, OverviewField } from '../locale/headings';
import { headingWords, LABELS, overviewField } from '../locale/recognize';
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
  /** Of the label; -1 for a heading, whose value stands in the lines below. */
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
    if (leaf.kind === 'heading') {
      this.readHeading(line, leaf.start, leaf.text, outline);
      return;
    }
    const label =
      leaf.kind === 'text' ? (readLabel(line.text, leaf.start) ?? readRow(line.text, leaf.start)) : undefined;
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

  /** A person may give a field of the overview a heading of its own. */
  private readHeading(line: SourceLine, start: number, text: string, outline: Outline): void {
    this.finish();
    const keep = keeper(this.overview, overviewField(headingWords(text), outline.place.section !== 'overview'));
    if (keep) this.draft = { lines: [], items: [], line, start, depth: -1, keep };
  }

  private fieldOf(label: LabelledText, outline: Outline): ((field: PlanField) => void) | undefined {
    const { section } = outline.place;
    const header = outline.inHeader ? LABELS.header.get(label.words) : undefined;
    if (header !== undefined) return keeper(this.header, header);
    const field = overviewField(label.words, section !== 'overview');
    if (field !== undefined) return keeper(this.overview, field);
    if (section === 'overview') return undefined;
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
    if (block.opened === 0) return this.takesParagraph(this.draft, line, start);
    if (block.depth < this.draft.depth || (block.depth === this.draft.depth && !this.draft.lines.every(isEmpty)))
      return false;
    if (block.depth === this.draft.depth && readLabel(line.text, start)) return false;
    this.draft.items.push({ text: line.text.slice(start).trimEnd(), span: this.findings.span(line, start) });
    return true;
  }

  private takesParagraph({ depth, lines, items }: Draft, line: SourceLine, start: number): boolean {
    if (depth >= 0 || items.length > 0) return false;
    lines.push(line.text.slice(start).trim());
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

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

/** `| **DDD Context** | broker |`. */
function readRow(line: string, start: number): LabelledText | undefined {
  const [whole, label = '', value = ''] =
    /^\|([^|]{1,100})\|[ \t]*([^|]{0,1000})/.exec(line.slice(start, start + 1200)) ?? [];
  const words = headingWords(label);
  if (whole === undefined || words === '') return undefined;
  const end = whole.length - value.length;
  return { words, value: value.trimEnd(), start: start + end };
}

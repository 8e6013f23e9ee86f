import type { SourceSpan } from '@planner/model';
import { HEADINGS, LOCALES, SECTIONS, type Locale, type SectionKey } from '../locale/headings';
import { readTitle, recognizeHeading } from '../locale/recognize';
import type { Phase, Section, Step } from '../plan';
import { estimateInHeading } from './estimates';
import type { Findings } from './findings';
import { plainText } from './plain-text';
import type { SourceLine } from './source-lines';

/** Where a line stands in the plan. */
export interface Place {
  readonly section?: SectionKey | 'phase' | 'step';
  readonly phase?: number;
  readonly step?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenSection = Mutable<Section> & { readonly place: Place };

const PHASES = 6;
const STEPS = 5;

/** Builds the tree of headings and knows in which section, phase and step the current line stands. */
export class Outline {
  readonly sections: Section[] = [];
  readonly phases: Mutable<Phase>[] = [];
  readonly steps: Step[] = [];
  title: { text: string; span: SourceSpan } | undefined;
  private readonly open: OpenSection[] = [];
  private readonly votes = new Map<Locale, number>();
  /** The first section with a key, or phase or step with a number. */
  private readonly first = new Map<string, Section>();
  private readonly phaseByNumber = new Map<number, Mutable<Phase>>();

  constructor(private readonly findings: Findings) {}

  /** The innermost known section around the current line. */
  get place(): Place {
    return this.open.at(-1)?.place ?? {};
  }

  /** The phase whose heading came last, if the current line still stands in it. */
  get phase(): Mutable<Phase> | undefined {
    const number = this.place.phase;
    return number === undefined ? undefined : this.phaseByNumber.get(number);
  }

  /** Whether no heading but the title has come yet. */
  get inHeader(): boolean {
    return this.sections.length <= (this.title === undefined ? 0 : 1);
  }

  /** The language of most of the known headings. */
  get locale(): Locale {
    return LOCALES.reduce(
      (best, locale) => ((this.votes.get(locale) ?? 0) > (this.votes.get(best) ?? 0) ? locale : best),
      'en',
    );
  }

  /** Takes in a heading; `text` is what stands behind the `#`. */
  heading(line: SourceLine, start: number, level: number, text: string): void {
    const span = this.findings.span(line, start);
    this.closeDeeperThan(level, line.number - 1);
    if (level === 1 && this.title === undefined) {
      this.takeTitle(text, span);
      this.opened({ title: text, level, span, lastLine: line.number, place: {} });
      return;
    }
    const known = recognizeHeading(estimateInHeading(text) ? text.slice(0, text.lastIndexOf('(')) : text);
    if (known) this.votes.set(known.locale, (this.votes.get(known.locale) ?? 0) + 1);
    const section = this.push(text, level, span, known);
    const again = known !== undefined && this.isSecond(section);
    if (known?.kind === 'phase') this.takePhase(line, known.number, known.name, span, again);
    if (known?.kind === 'step' && !again) this.steps.push({ number: known.number, name: known.name, span });
  }

  /** Ends all sections and reports what a plan should have. */
  end(lastLine: number): void {
    this.closeDeeperThan(0, lastLine);
    this.reportMissing();
    this.reportOrder();
  }

  private push(title: string, level: number, span: SourceSpan, known: ReturnType<typeof recognizeHeading>): Section {
    const section = { title, level, span, lastLine: span.start.line };
    if (!known) return this.opened({ ...section, place: this.place });
    if (known.kind === 'section') return this.opened({ ...section, key: known.key, place: { section: known.key } });
    return this.opened({
      ...section,
      key: known.kind,
      number: known.number,
      place: { section: known.kind, [known.kind]: known.number },
    });
  }

  private opened(section: OpenSection): Section {
    this.open.push(section);
    this.sections.push(section);
    return section;
  }

  private closeDeeperThan(level: number, lastLine: number): void {
    while ((this.open.at(-1)?.level ?? 0) >= Math.max(level, 1)) {
      const section = this.open.pop();
      if (section) section.lastLine = lastLine;
    }
  }

  private takeTitle(text: string, span: SourceSpan): void {
    const title = readTitle(text);
    if (title === undefined) {
      this.findings.add(
        'warning',
        'plan/title',
        span,
        `The title does not begin with "${HEADINGS.en.title[0]}:".`,
        `Write "# ${HEADINGS.en.title[0]}: ${text.slice(0, 80)}".`,
      );
    }
    this.title = { text: plainText(title ?? text), span };
  }

  private takePhase(line: SourceLine, number: number, name: string, span: SourceSpan, again: boolean): void {
    if (number < 1 || number > PHASES) {
      this.findings.add(
        'warning',
        'phase/unknown',
        span,
        `A plan has phases 1 to ${PHASES}; this is phase ${number}.`,
        'Move its tasks to one of the six phases.',
      );
    }
    if (again) return;
    const phase: Mutable<Phase> = { number, name, span };
    const estimate = estimateInHeading(line.text.trimEnd());
    if (estimate) {
      phase.estimate = {
        text: estimate.text,
        hours: estimate.hours,
        span: this.findings.span(line, estimate.index, estimate.index + estimate.text.length),
      };
    }
    this.phases.push(phase);
    this.phaseByNumber.set(number, phase);
  }

  private isSecond(section: Section): boolean {
    const name = `${section.key} ${section.number ?? ''}`;
    const first = this.first.get(name);
    if (!first) {
      this.first.set(name, section);
      return false;
    }
    this.findings.add(
      'warning',
      'section/duplicate',
      section.span,
      `"${section.title}" appears a second time.`,
      `Merge it with the first one in line ${first.span.start.line}; both are read as one.`,
    );
    return true;
  }

  private reportMissing(): void {
    const start = this.findings.startOfFile();
    const headings = HEADINGS[this.locale];
    if (!this.title)
      this.findings.add(
        'warning',
        'plan/title',
        start,
        'The plan has no title.',
        `Begin with "# ${headings.title[0]}: …".`,
      );
    for (const key of SECTIONS) {
      if (key === 'reminders' || key === 'executiveSummary' || this.first.has(`${key} `)) continue;
      this.findings.add(
        'warning',
        'section/missing',
        start,
        `The section "${headings.sections[key][0]}" is missing.`,
        'Add it; the plan format lists the sections of a plan in order.',
      );
    }
    for (let number = 1; number <= PHASES; number += 1) {
      if (this.first.has(`phase ${number}`)) continue;
      this.findings.add(
        'warning',
        'phase/missing',
        start,
        `Phase ${number} is missing.`,
        `Add "### ${headings.phase[0]} ${number}: ${headings.phases[number - 1]}".`,
      );
    }
    for (let number = 1; number <= STEPS; number += 1) {
      if (this.first.has(`step ${number}`)) continue;
      this.findings.add(
        'warning',
        'step/missing',
        start,
        `Step ${number} is missing.`,
        `Add "### ${headings.step[0]} ${number}: ${headings.steps[number - 1]}".`,
      );
    }
  }

  private reportOrder(): void {
    let latest = -1;
    for (const section of this.sections) {
      const index = SECTIONS.findIndex((key) => key === section.key);
      if (index < 0 || this.first.get(`${section.key} `) !== section) continue;
      if (index < latest) {
        this.findings.add(
          'info',
          'section/order',
          section.span,
          `The section "${section.title}" stands after a later one.`,
          'The plan format lists the sections of a plan in order.',
        );
      }
      latest = Math.max(latest, index);
    }
  }
}

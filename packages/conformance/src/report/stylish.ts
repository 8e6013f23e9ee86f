import type { Severity, SourceSpan } from '@planner/model';
import { createColors } from 'picocolors';
import type { JudgedFinding } from '../judge';
import { Lines } from '../lines';
import { codeFrame, printable } from './code-frame';
import { countsOf, fails, type Report } from './report';

export interface StylishOptions {
  readonly colors: boolean;
  /** A file by its path, for the code frames. */
  readonly textOf: (file: string) => string | undefined;
}

type Paint = ReturnType<typeof createColors>;

/** Beyond this many findings the rest is counted only: nobody reads on, and a log has an end. */
const MOST = 500;

/** For a terminal: every finding as `file:line:column severity rule message` with its hint and the lines in question. */
export function printStylish(report: Report, { colors, textOf }: StylishOptions): string {
  const paint = createColors(colors);
  const frames = new Frames(report.findings, textOf);
  const shown = report.findings.slice(0, MOST).map((finding) => printFinding(finding, frames, paint));
  const more = report.findings.length - shown.length;
  if (more > 0) shown.push(`… and ${more} more; --format=json gives them all.`);
  const problems = report.problems.map((problem) => `${paint.red('error')} ${printable(problem)}`);
  return [...problems, ...shown, summary(report, paint)].join('\n\n') + '\n';
}

function printFinding(finding: JudgedFinding, frames: Frames, paint: Paint): string {
  const { span, severity, rule, message, hint, related = [] } = finding;
  const place = paint.bold(`${printable(span.file)}:${span.start.line}:${span.start.column}`);
  const frame = frames.of(span);
  return [
    `${place} ${colored(severity, paint)} ${paint.dim(rule)} ${printable(message)}`,
    ...(hint === '' ? [] : [`  hint: ${printable(hint)}`]),
    ...related.map(
      (each) =>
        `  see ${printable(each.span.file)}:${each.span.start.line}:${each.span.start.column} ${printable(each.message)}`,
    ),
    ...(frame === undefined ? [] : [paintFrame(frame, paint)]),
  ].join('\n');
}

function colored(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red(severity);
  return severity === 'warning' ? paint.yellow(severity) : paint.cyan(severity);
}

function paintFrame(frame: string, paint: Paint): string {
  return frame
    .split('\n')
    .map((line) => {
      const [, mark = '', gutter = '', rest = ''] = /^(>| )([^|]*\|)(.*)$/.exec(line) ?? [];
      const isMarker = /^ *$/.test(gutter.slice(0, -1)) && /^\s*\^+/.test(rest);
      return `  ${mark === '>' ? paint.red(mark) : mark}${paint.dim(gutter)}${isMarker ? paint.red(rest) : rest}`.trimEnd();
    })
    .join('\n');
}

function summary(report: Report, paint: Paint): string {
  const { errors, warnings, infos } = countsOf(report);
  const { suppressed, known, fixed, task } = report;
  const asides = [
    ...(fixed === 0 ? [] : [`${fixed} fixed`]),
    ...(suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`]),
    ...(known.length === 0 ? [] : [`${known.length} in the baseline`]),
  ];
  const aside = asides.length === 0 ? '' : ` (${asides.join(', ')})`;
  if (report.problems.length > 0) return paint.red(`✖ ${task}: could not do its work`) + aside;
  const total = errors + warnings + infos;
  if (total === 0) return paint.green(`✔ ${task}: nothing found`) + aside;
  const counts = [several(errors, 'error'), several(warnings, 'warning'), several(infos, 'note')].filter(
    (each) => each !== '',
  );
  const text = `${task}: ${counts.join(', ')}`;
  return (fails(report) ? paint.red(`✖ ${text}`) : paint.yellow(`⚠ ${text}`)) + aside;
}

function several(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

/** Makes frames; what any finding calls secret is masked in all of them. */
class Frames {
  private readonly lines = new Map<string, Lines | undefined>();
  private readonly secrets = new Map<string, SourceSpan[]>();

  constructor(
    findings: readonly JudgedFinding[],
    private readonly textOf: (file: string) => string | undefined,
  ) {
    for (const { span, secrets = [] } of findings) {
      if (secrets.length === 0) continue;
      const known = this.secrets.get(span.file);
      if (known === undefined) this.secrets.set(span.file, [...secrets]);
      else known.push(...secrets);
    }
  }

  of(span: SourceSpan): string | undefined {
    const { file } = span;
    if (!this.lines.has(file)) {
      const text = this.textOf(file);
      this.lines.set(file, text === undefined ? undefined : new Lines(text));
    }
    const lines = this.lines.get(file);
    return lines && codeFrame(lines, span, this.secrets.get(file));
  }
}

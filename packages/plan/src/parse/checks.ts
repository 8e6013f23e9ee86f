import type { Diagnostic } from '@planner/model';
import { HEADINGS, OVERVIEW_FIELDS, type HeadingTable } from '../locale/headings';
import { baseName, isoWeekOf, parsePlanFileName } from '../naming';
import type { PlanField } from '../plan';
import { readHours } from './estimates';
import { Findings } from './findings';
import { plainText } from './plain-text';
import type { Structure } from './structure';

/**
 * Checks the parts of a plan against each other: its name against its header, its phases for estimates and tasks, its
 * steps for files. None of them stops a scaffold.
 */
export function checkStructure(plan: Structure): Diagnostic[] {
  const findings = new Findings(plan.file);
  const headings = HEADINGS[plan.locale];
  checkName(plan, findings);
  checkHeader(plan, findings, headings);
  checkOverview(plan, findings, headings);
  checkPhases(plan, findings, headings);
  checkSteps(plan, findings, headings);
  checkModelBlock(plan, findings);
  return findings.all;
}

/** The date of the `**Created**` line; undefined if it is missing or holds no date. */
export function createdDate(created: PlanField | undefined): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(created?.text ?? '')?.[0];
  return date !== undefined && isoWeekOf(date) ? date : undefined;
}

function checkName(plan: Structure, findings: Findings): void {
  const name = baseName(plan.file);
  if (plan.file === '' || parsePlanFileName(name)?.slug.match(/^[a-z0-9]+(-[a-z0-9]+)*$/)) return;
  findings.add(
    'warning',
    'plan/file-name',
    findings.startOfFile(),
    `"${name}" is no plan's name.`,
    'Name it {week}-{increment}-{task-name}-plan.md, for example 35-001-order-tracking-plan.md.',
  );
}

function checkHeader(plan: Structure, findings: Findings, headings: HeadingTable): void {
  for (const key of ['file', 'created', 'week'] as const) {
    if (plan.header.has(key)) continue;
    findings.add(
      'warning',
      'header/missing',
      findings.startOfFile(),
      `The header has no "${headings.header[key][0]}".`,
      `Write "**${headings.header[key][0]}**: …" below the title.`,
    );
  }
  checkFile(plan, findings);
  checkDate(plan, findings);
}

function checkFile(plan: Structure, findings: Findings): void {
  const file = plan.header.get('file');
  if (!file || plan.file === '') return;
  const named = baseName(plainText(file.text.replaceAll('`', '')).trim());
  if (named !== baseName(plan.file)) {
    findings.add(
      'warning',
      'header/file',
      file.span,
      `The header names ${named.slice(0, 300)}, but the file is ${baseName(plan.file)}.`,
      'Write the path of this file.',
    );
  }
}

function checkDate(plan: Structure, findings: Findings): void {
  const created = plan.header.get('created');
  const date = createdDate(created);
  if (created && date === undefined) {
    findings.add(
      'warning',
      'header/created',
      created.span,
      `"${created.text.slice(0, 60)}" is no date.`,
      'Write it as YYYY-MM-DD; numbering needs it.',
    );
  }
  if (!created || date === undefined) return;
  const week = isoWeekOf(date)?.week;
  const header = plan.header.get('week');
  const written = /\d{1,2}/.exec(header?.text.slice(0, 60) ?? '')?.[0];
  if (header && Number(written) !== week) {
    findings.add(
      'warning',
      'header/week',
      header.span,
      `${date} is in ISO week ${week}, not ${header.text.slice(0, 20)}.`,
      `Write ${week}.`,
    );
  }
  const named = parsePlanFileName(baseName(plan.file))?.week;
  if (named !== undefined && named !== week) {
    findings.add(
      'warning',
      'plan/week',
      created.span,
      `${date} is in ISO week ${week}, but the file name says ${named}.`,
      'Correct the date, or rename the file.',
    );
  }
}

function checkOverview(plan: Structure, findings: Findings, headings: HeadingTable): void {
  const overview = plan.sections.find((section) => section.key === 'overview');
  if (!overview) return;
  for (const key of OVERVIEW_FIELDS) {
    if (plan.overview.has(key)) continue;
    findings.add(
      'warning',
      'overview/missing',
      overview.span,
      `The overview has no "${headings.overview[key][0]}".`,
      `Write "- **${headings.overview[key][0]}**: …".`,
    );
  }
}

function checkPhases(plan: Structure, findings: Findings, headings: HeadingTable): void {
  const withTasks = new Set(plan.tasks.map((task) => task.phase));
  for (const phase of plan.phases) {
    if (!withTasks.has(phase.number))
      findings.add(
        'warning',
        'phase/no-tasks',
        phase.span,
        `Phase ${phase.number} has no tasks.`,
        'Add "- [ ] …" lines below it.',
      );
    if (!phase.estimate) {
      findings.add(
        'warning',
        'phase/no-estimate',
        phase.span,
        `Phase ${phase.number} has no estimate.`,
        `Write "**${headings.estimate[0]}**: 6 hours" below it.`,
      );
    } else if (phase.estimate.hours === undefined) {
      findings.add(
        'warning',
        'phase/estimate',
        phase.estimate.span,
        `"${phase.estimate.text.slice(0, 60)}" is no amount of time.`,
        'Write hours or days, for example "6 hours".',
      );
    }
  }
  checkTotal(plan, findings);
}

/** The overview's effort is the sum of the phases, to within a tenth: people round. */
function checkTotal(plan: Structure, findings: Findings): void {
  const effort = plan.overview.get('effort');
  const total = effort && readHours(effort.text);
  const hours = plan.phases.map((phase) => phase.estimate?.hours);
  if (!effort || total === undefined || hours.length === 0 || hours.includes(undefined)) return;
  const sum = hours.reduce<number>((all, each) => all + (each ?? 0), 0);
  if (Math.abs(sum - total) > sum / 10) {
    findings.add(
      'warning',
      'overview/effort',
      effort.span,
      `The phases add up to ${round(sum)} hours, the overview says ${round(total)}.`,
      'Bring the two in step.',
    );
  }
}

function checkSteps(plan: Structure, findings: Findings, headings: HeadingTable): void {
  const withFiles = new Set(plan.files.map((file) => file.step));
  for (const step of plan.steps) {
    if (withFiles.has(step.number)) continue;
    findings.add(
      'warning',
      'step/no-files',
      step.span,
      `Step ${step.number} lists no files.`,
      `List them below "**${headings.filesToCreate[0]}:**".`,
    );
  }
}

function checkModelBlock(plan: Structure, findings: Findings): void {
  if (plan.modelBlocks.length > 0) return;
  const section = plan.sections.find((each) => each.key === 'domainModel');
  findings.add(
    'info',
    'model/none',
    section?.span ?? findings.startOfFile(),
    'The plan has no model block; its model is inferred from the text.',
    'Add a block ```yaml planner below "Domain Model".',
  );
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10;
}

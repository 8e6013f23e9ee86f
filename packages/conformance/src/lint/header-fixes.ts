import type { Diagnostic } from '@planner/model';
import { HEADINGS, isoWeekOf, readCreated, type HeaderField, type Plan } from '@planner/plan';
import type { Finding, Fix, TextEdit } from '../finding';
import { Lines } from '../lines';

/**
 * Gives the findings about a plan's header their fixes: the path of the file, and the week of the date. The date itself is for a person to
 * know.
 */
export function withHeaderFix(diagnostic: Diagnostic, plan: Plan, text: string): Finding {
  const fix = fixOf(diagnostic, plan, new Lines(text), text);
  return fix === undefined ? diagnostic : { ...diagnostic, fix };
}

function fixOf({ rule, message, span }: Diagnostic, plan: Plan, lines: Lines, text: string): Fix | undefined {
  const week = weekOf(text);
  if (rule === 'header/file') return fix('Name this file', { ...placed(plan, lines, span), text: plan.file });
  if (rule === 'header/week' && week !== undefined) return weekFix(plan, lines, span, text, week);
  if (rule !== 'header/missing') return undefined;
  const is = (field: HeaderField) => message.includes(`"${HEADINGS[plan.locale].header[field][0]}"`);
  if (is('file')) return insertBehind(plan, lines, text, plan.title?.span.start.line, 'file', plan.file);
  return is('week') && week !== undefined
    ? insertBehind(plan, lines, text, plan.header.get('created')?.line, 'week', week)
    : undefined;
}

/** The number in the line is the week; what else stands there stays. */
function weekFix(plan: Plan, lines: Lines, span: Diagnostic['span'], text: string, week: string): Fix | undefined {
  const { start, end } = placed(plan, lines, span);
  const number = /\d{1,2}/.exec(text.slice(start, end));
  if (number === null) return fix('Write the week', { file: plan.file, start, end, text: week });
  return fix('Correct the week', {
    file: plan.file,
    start: start + number.index,
    end: start + number.index + number[0].length,
    text: week,
  });
}

function insertBehind(
  plan: Plan,
  lines: Lines,
  text: string,
  line: number | undefined,
  field: HeaderField,
  value: string,
): Fix | undefined {
  if (line === undefined) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const at = lines.offset({ line, column: lines.line(line).length + 1 });
  return fix(`Add the ${field}`, {
    file: plan.file,
    start: at,
    end: at,
    text: `${end}**${HEADINGS[plan.locale].header[field][0]}**: ${value}  `,
  });
}

function weekOf(text: string): string | undefined {
  const week = isoWeekOf(readCreated(text) ?? '')?.week;
  return week === undefined ? undefined : String(week).padStart(2, '0');
}

function placed(plan: Plan, lines: Lines, { start, end }: Diagnostic['span']): Omit<TextEdit, 'text'> {
  return { file: plan.file, start: lines.offset(start), end: lines.offset(end) };
}

function fix(description: string, edit: TextEdit): Fix {
  return { description, edits: [edit] };
}

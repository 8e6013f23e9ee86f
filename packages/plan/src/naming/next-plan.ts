import { isoWeekOf } from './iso-week';
import { formatPlanFileName, MAX_INCREMENT, parsePlanFileName, type PlanFileName } from './plan-file-name';
import { slugOf } from './slug';

/** A file of the plan directory, as far as numbering needs it. */
export interface ExistingPlan {
  /** Without folders. */
  readonly name: string;
  /** The date of its `**Created**` line, as far as it could be read. */
  readonly created?: string;
}

export type NextPlan =
  | { readonly ok: true; readonly name: string; readonly parts: PlanFileName }
  | { readonly ok: false; readonly rule: string; readonly message: string; readonly hint: string };

/**
 * Chooses the file name of a new plan (plan format, section 1): the increment starts at 001 in every ISO week of every
 * ISO year; a plan whose date cannot be read counts as of the new plan's year; a name that is taken all the same (same
 * title, same week, another year) moves on to the next increment.
 *
 * @param title of the new plan
 * @param date `YYYY-MM-DD`, the day of its creation
 * @param existing every file of the plan directory, plans or not
 */
export function nextPlanFileName(title: string, date: string, existing: readonly ExistingPlan[]): NextPlan {
  const week = isoWeekOf(date);
  if (week === undefined)
    return refuse('naming/date', `"${date}" is not a date.`, 'Write the date as YYYY-MM-DD, for example 2026-08-24.');
  const slug = slugOf(title);
  if (slug === '')
    return refuse(
      'naming/title',
      `The title ${JSON.stringify(title)} leaves no file name.`,
      'Use at least one letter or digit of the Latin alphabet.',
    );

  const taken = new Set(existing.map((plan) => plan.name.toLowerCase()));
  for (let increment = highestIncrement(existing, week) + 1; increment <= MAX_INCREMENT; increment += 1) {
    const parts = { week: week.week, increment, slug };
    const name = formatPlanFileName(parts);
    if (!taken.has(name)) return { ok: true, name, parts };
  }
  return refuse(
    'naming/increments-used-up',
    `Week ${week.week} of ${week.year} already has plan ${MAX_INCREMENT}.`,
    'Three digits hold no more: date the plan in another week with --date.',
  );
}

function highestIncrement(existing: readonly ExistingPlan[], week: { year: number; week: number }): number {
  let highest = 0;
  for (const plan of existing) {
    const parts = parsePlanFileName(plan.name);
    if (parts?.week !== week.week) continue;
    const year = isoWeekOf(plan.created ?? '')?.year ?? week.year;
    if (year === week.year) highest = Math.max(highest, parts.increment);
  }
  return highest;
}

function refuse(rule: string, message: string, hint: string): NextPlan {
  return { ok: false, rule, message, hint };
}

/** A week as ISO 8601 numbers it: weeks start on Monday, and week 1 is the one with the year's first Thursday. */
export interface IsoWeek {
  /** The ISO year, which differs from the calendar year around 1 January: 2027-01-01 is in week 53 of 2026. */
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
}

const DAY = 86_400_000;
const THURSDAY = 4;

/**
 * The ISO 8601 week of a calendar date.
 *
 * @param date `YYYY-MM-DD`
 * @returns undefined for anything that is not a date of the Gregorian calendar (`2026-02-30`)
 */
export function isoWeekOf(date: string): IsoWeek | undefined {
  if (!isCalendarDate(date)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  const thursday = new Date(day.getTime() + (THURSDAY - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const dayOfYear = Math.round((thursday.getTime() - startOfYear(year)) / DAY);
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

/** Whether the text is a date of the calendar in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Milliseconds of 1 January; `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

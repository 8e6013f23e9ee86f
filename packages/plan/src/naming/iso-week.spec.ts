import fc from 'fast-check';
import { isCalendarDate, isoWeekOf } from './iso-week';

/** Written by Python's `datetime.date.isocalendar()`. */
const YEAR_BORDERS: readonly [date: string, year: number, week: number][] = [
  ['2019-12-31', 2020, 1],
  ['2020-01-01', 2020, 1],
  ['2020-01-04', 2020, 1],
  ['2020-12-31', 2020, 53],
  ['2021-01-01', 2020, 53],
  ['2021-01-04', 2021, 1],
  ['2021-12-31', 2021, 52],
  ['2022-01-01', 2021, 52],
  ['2022-01-04', 2022, 1],
  ['2022-12-31', 2022, 52],
  ['2023-01-01', 2022, 52],
  ['2023-01-04', 2023, 1],
  ['2023-12-31', 2023, 52],
  ['2024-01-01', 2024, 1],
  ['2024-01-04', 2024, 1],
  ['2024-12-31', 2025, 1],
  ['2025-01-01', 2025, 1],
  ['2025-01-04', 2025, 1],
  ['2025-12-31', 2026, 1],
  ['2026-01-01', 2026, 1],
  ['2026-01-04', 2026, 1],
  ['2026-12-31', 2026, 53],
  ['2027-01-01', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2027-12-31', 2027, 52],
  ['2028-01-01', 2027, 52],
  ['2028-01-04', 2028, 1],
  ['2028-12-31', 2028, 52],
  ['2029-01-01', 2029, 1],
  ['2029-01-04', 2029, 1],
  ['2029-12-31', 2030, 1],
  ['2030-01-01', 2030, 1],
  ['2030-01-04', 2030, 1],
  ['2030-12-31', 2031, 1],
  ['2031-01-01', 2031, 1],
  ['2031-01-04', 2031, 1],
  ['2031-12-31', 2032, 1],
  ['2032-01-01', 2032, 1],
  ['2032-01-04', 2032, 1],
  ['2032-12-31', 2032, 53],
  ['2033-01-01', 2032, 53],
  ['2033-01-04', 2033, 1],
  ['2033-12-31', 2033, 52],
  ['2034-01-01', 2033, 52],
  ['2034-01-04', 2034, 1],
];

describe('the ISO week of a date', () => {
  it.each(YEAR_BORDERS)('%s is in %i, week %i', (date, year, week) => {
    expect(isoWeekOf(date)).toEqual({ year, week });
  });

  it('puts 2027-01-01 in week 53 of 2026', () => {
    expect(isoWeekOf('2027-01-01')).toEqual({ year: 2026, week: 53 });
  });

  it('handles years below 100', () => {
    expect(isoWeekOf('0099-12-31')).toEqual({ year: 99, week: 53 });
  });

  it('is the same from Monday to Sunday, and another one on the next Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (weeks) => {
        const days = Array.from({ length: 8 }, (_, day) => isoWeekOf(dateAt(4 + weeks * 7 + day)));
        expect(new Set(days.slice(0, 7).map((week) => JSON.stringify(week))).size).toBe(1);
        expect(days[7]).not.toEqual(days[6]);
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', 'today', ''])(
    'refuses %p',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(isoWeekOf(text)).toBeUndefined();
    },
  );
});

/** Days after 1970-01-01, a Thursday; day 4 is a Monday. */
function dateAt(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** Working hours in a unit of time, by the beginnings of the words that people use. */
const UNITS: readonly [word: RegExp, hours: number][] = [
  [/^(?:m|min|mins|minutes?|phút)$/, 1 / 60],
  [/^(?:h|hr|hrs|hours?|giờ|tiếng)$/, 1],
  [/^(?:d|days?|ngày)$/, 8],
  [/^(?:w|wk|wks|weeks?|tuần)$/, 40],
];

/** An estimate is short; what stands further on is not looked at. */
const LONGEST = 200;

/**
 * The working hours of a written estimate: `6h`, `1 day 4 hours`, `2-3 days` (the upper end), `1,5 giờ`. What stands in
 * parentheses behind it is ignored.
 *
 * @returns undefined where the text holds no amount of time
 */
export function readHours(text: string): number | undefined {
  const amounts = text
    .slice(0, LONGEST)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ');
  let hours: number | undefined;
  for (const [, from, to, word] of amounts.matchAll(
    /(\d{1,6}(?:[.,]\d{1,3})?)(?:\s*(?:-|–|—|to|đến)\s*(\d{1,6}(?:[.,]\d{1,3})?))?\s*(\p{L}+)/gu,
  )) {
    const unit = UNITS.find(([pattern]) => pattern.test(word ?? ''))?.[1];
    if (unit !== undefined) hours = (hours ?? 0) + Number((to ?? from ?? '').replace(',', '.')) * unit;
  }
  return hours;
}

/** The estimate in a heading's last parentheses: `Phase 1: Domain Layer Setup (~6h)`. */
export function estimateInHeading(
  heading: string,
): { readonly text: string; readonly index: number; readonly hours: number } | undefined {
  const open = heading.lastIndexOf('(');
  if (open < 0 || !heading.endsWith(')')) return undefined;
  const text = heading.slice(open + 1, -1);
  const hours = readHours(text);
  return hours === undefined ? undefined : { text, index: open + 1, hours };
}

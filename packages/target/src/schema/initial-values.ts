import type { TypeModel } from '@planner/model';

/**
 * A default as a stored document would hold it (see `JsonShape`), so that a row from before the column reads like one that
 * was written with the default. `text` is the value as the plan writes it, already checked against the type.
 */
export function initialText(type: TypeModel, text: string): string {
  if (type.kind !== 'scalar') return text;
  switch (type.scalar) {
    case 'int':
    case 'float':
      return String(Number(text) + 0);
    case 'bigint':
      return BigInt(text).toString();
    case 'uuid':
      return text.toLowerCase();
    case 'decimal':
      return fullScale(text, type.scale ?? 0);
    case 'datetime':
      return new Date(text).toISOString().replace(/\.\d+Z$/, `.${microseconds(text)}Z`);
    case 'duration':
      return durationMicroseconds(text).toString();
    case 'bytes':
      return Buffer.from(text, 'utf8').toString('base64');
    default:
      return text;
  }
}

/** `-1.5` at scale 2 is `-1.50`; an exponent is written out. */
function fullScale(text: string, scale: number): string {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (parts === null) throw new Error(`${text} is not a decimal`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const integer = digits.slice(0, Math.max(point, 0)).padEnd(point, '0').replace(/^0+(?=\d)/, '') || '0';
  const rest = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).slice(0, scale).padEnd(scale, '0');
  const value = scale === 0 ? integer : `${integer}.${rest}`;
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value;
}

/** The six digits behind the second; `Date` keeps only three. */
function microseconds(text: string): string {
  return (/:\d\d[.,](\d+)/.exec(text)?.[1] ?? '').slice(0, 6).padEnd(6, '0');
}

/** ISO 8601 durations of exact length: weeks and days of 24 hours, hours, minutes, seconds. */
export function durationMicroseconds(text: string): bigint {
  const parts = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?)?$/i.exec(text);
  if (parts === null) throw new Error(`${text} is not a duration of exact length`);
  const [weeks, days, hours, minutes, seconds] = parts.slice(2, 7).map((part: string | undefined) => BigInt(part ?? 0)) as [bigint, bigint, bigint, bigint, bigint];
  const whole = (((weeks * 7n + days) * 24n + hours) * 60n + minutes) * 60n + seconds;
  const total = whole * 1_000_000n + BigInt((parts[7] ?? '').slice(0, 6).padEnd(6, '0'));
  return parts[1] === '-' ? -total : total;
}

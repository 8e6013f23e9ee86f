import type { ScalarType } from '../context-model';
import { matchesPattern } from './pattern';

const INT = /^-?(0|[1-9][0-9]*)$/;
const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const FLOAT = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const UUID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DURATION = /^-?P(?=.)(\d{1,7}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,12}(\.\d{1,6})?S)?)?$/;

const NOT_STORABLE = /\0|\p{Surrogate}/u;
const SECONDS: Readonly<Record<string, number>> = { D: 86_400, H: 3_600, M: 60, S: 1 };
/** Seconds; the range of `google.protobuf.Duration`. */
const LONGEST_DURATION = 315_576_000_000;

const INT_RANGES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['int', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['bigint', [-(2n ** 63n), 2n ** 63n - 1n]],
]);

/**
 * What keeps a text from being a value of a scalar type, its constraints included; undefined when it is one.
 *
 * Forms: text that every database stores, numbers in decimal notation, `true` and `false`, a date as `YYYY-MM-DD`, an
 * instant as ISO 8601 with zone and at most microseconds, a duration as ISO 8601 with days, hours, minutes and seconds;
 * instants and durations within the range of the well-known types of protobuf. `bytes` and `json` have no literal.
 */
export function literalProblem(text: string, type: ScalarType): string | undefined {
  return formProblem(text, type) ?? constraintProblem(text, type);
}

function formProblem(text: string, type: ScalarType): string | undefined {
  switch (type.scalar) {
    case 'string':
    case 'text':
      return NOT_STORABLE.test(text) ? 'holds NUL or half a surrogate pair' : undefined;
    case 'uuid':
      return UUID.test(text) ? undefined : 'is no uuid';
    case 'int':
    case 'bigint':
      return integerProblem(text, type.scalar);
    case 'decimal':
      return decimalProblem(text, type);
    case 'float':
      return FLOAT.test(text) && Number.isFinite(Number(text)) ? undefined : 'is no number';
    case 'bool':
      return text === 'true' || text === 'false' ? undefined : 'is neither true nor false';
    case 'date':
      return isDate(text) ? undefined : 'is no date (YYYY-MM-DD)';
    case 'datetime':
      return instantProblem(text);
    case 'duration':
      return durationProblem(text);
    case 'bytes':
    case 'json':
      return `cannot be written: ${type.scalar} has no literal form`;
  }
}

/** An integer of 32 (`int`) or 64 (`bigint`) bits. */
export function integerProblem(text: string, scalar: 'int' | 'bigint'): string | undefined {
  if (!INT.test(text)) return 'is no integer';
  const [least, most] = INT_RANGES.get(scalar) ?? [0n, 0n];
  const value = BigInt(text.length > 40 ? '1'.repeat(40) : text);
  return value >= least && value <= most ? undefined : `does not fit ${scalar === 'int' ? 32 : 64} bits`;
}

/** A decimal number with no more digits than the type holds. */
export function decimalProblem(text: string, { precision = 0, scale = 0 }: ScalarType): string | undefined {
  if (!DECIMAL.test(text)) return 'is no decimal number';
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (fraction.length > scale) return `has more than ${scale} digits behind the point`;
  return whole.replace(/^0/, '').length > precision - scale
    ? `has more than ${precision - scale} digits before the point`
    : undefined;
}

function constraintProblem(text: string, type: ScalarType): string | undefined {
  const { scalar, min, max, pattern } = type;
  const size = scalar === 'string' || scalar === 'text' ? String(Array.from(text).length) : text;
  if (min !== undefined && compareNumbers(size, min) < 0) return `is below the minimum ${min}`;
  if (max !== undefined && compareNumbers(size, max) > 0) return `is above the maximum ${max}`;
  if (pattern !== undefined && !matchesPattern(pattern, text)) return `does not match /${pattern}/`;
  return undefined;
}

function instantProblem(text: string): string | undefined {
  if (!DATETIME.test(text) || !isDate(text.slice(0, 10))) return 'is no instant (2026-01-31T09:30:00Z)';
  const year = new Date(text.replace(/(\.\d{3})\d+/, '$1')).getUTCFullYear();
  return year >= 1 && year <= 9999 ? undefined : 'does not lie in the years 1 to 9999 (UTC)';
}

function durationProblem(text: string): string | undefined {
  if (!DURATION.test(text)) return 'is no duration (PT1H30M)';
  const seconds = [...text.matchAll(/([\d.]+)([DHMS])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0),
    0,
  );
  return seconds <= LONGEST_DURATION ? undefined : 'is longer than 10,000 years';
}

/** Compares two numbers in text, exactly unless one has an exponent. */
export function compareNumbers(a: string, b: string): number {
  if (/e/i.test(a + b)) return Math.sign(Number(a) - Number(b));
  const digits = Math.max(fractionOf(a).length, fractionOf(b).length);
  const [left, right] = [a, b].map((text) =>
    BigInt(text.replace('.', '') + '0'.repeat(digits - fractionOf(text).length)),
  );
  return left === right ? 0 : (left ?? 0n) < (right ?? 0n) ? -1 : 1;
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

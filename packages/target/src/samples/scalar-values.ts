import type { ScalarType } from '@planner/model';
import { matchingText } from './pattern-samples';

/** Which values of the built-in types generated tests use: the same in every language, each of which writes them down in its own way. */

/** Longest text or byte string that a test builds. */
export const LONGEST_TEXT = 1_000_000;

const BITS = { int: 31n, bigint: 63n } as const;

/** Of an `int` or `bigint`: `1 + variant`, or as far from the lower end as the range has room. */
export function wholeValue({ scalar, min, max }: ScalarType, variant: number): bigint {
  const end = 2n ** BITS[scalar === 'int' ? 'int' : 'bigint'];
  const low = min === undefined ? -end : BigInt(min);
  const high = max === undefined ? end - 1n : BigInt(max);
  return inRange(1n, BigInt(variant), low, high);
}

/** The digits of a `decimal`, all places written out: `1.05`. */
export function decimalValue(type: ScalarType, variant: number): string {
  const { precision = 1, scale = 0, min, max } = type;
  const most = 10n ** BigInt(precision) - 1n;
  const low = min === undefined ? -most : units(min, scale);
  const high = max === undefined ? most : units(max, scale);
  const one = 10n ** BigInt(scale);
  const start = scale > 0 ? one + 5n : one;
  const wanted = start + BigInt(variant) * one;
  return fromUnits(wanted >= low && wanted <= high ? wanted : inRange(1n, BigInt(variant), low, high), scale);
}

export function floatValue({ min, max }: ScalarType, variant: number): number {
  const low = min === undefined ? undefined : Number(min);
  const high = max === undefined ? undefined : Number(max);
  const wanted = 1.5 + variant;
  if (wanted >= (low ?? wanted) && wanted <= (high ?? wanted)) return wanted;
  if (low !== undefined && high !== undefined) return low + ((high - low) * ((variant % 7) + 1)) / 8;
  return low === undefined ? (high ?? 0) - variant - 1 : low + variant + 1;
}

export interface TextValue {
  readonly text: string;
  /** Where the type wants a longer text: its length once `-` fills it up. */
  readonly filledTo?: number;
}

/** Of a `string` or `text`; undefined where no text of the length matches the pattern. */
export function textValue(type: ScalarType, variant: number): TextValue | undefined {
  const { min, max } = lengths(type);
  if (type.pattern !== undefined) {
    const matching = matchingText(type.pattern, min, max, variant);
    return matching === undefined ? undefined : { text: matching };
  }
  const word = `sample-${String(variant + 1)}`;
  const text = word.length <= max ? word : (variant + 10).toString(36).slice(-max);
  return text.length >= min ? { text } : { text, filledTo: min };
}

/** The same byte, `length` times. */
export function bytesValue(type: ScalarType, variant: number): { readonly length: number; readonly byte: number } {
  const { min, max } = lengths(type);
  return { length: Math.min(Math.max(3, min), max), byte: (variant % 255) + 1 };
}

/** A day from 2026 on, at midnight in UTC. */
export function dayValue(variant: number): Date {
  return new Date(Date.UTC(2026, 0, 1 + (variant % 1_000_000)));
}

/** Of a `duration`. */
export function minutesValue(variant: number): number {
  return (variant % 1_000_000) + 1;
}

/** The lengths that a text or a byte string may have. */
export function lengths({ min, max }: ScalarType): { readonly min: number; readonly max: number } {
  return { min: Number(min ?? 0), max: Number(max ?? Number.MAX_SAFE_INTEGER) };
}

/** `start + variant` if that lies between both ends, else as far from the lower end as the range has room. */
function inRange(start: bigint, variant: bigint, low: bigint, high: bigint): bigint {
  const wanted = start + variant;
  return start >= low && wanted <= high ? wanted : low + (variant % (high - low + 1n));
}

/** A decimal in units of the last of `scale` places; digits beyond are cut off. */
export function units(text: string, scale: number): bigint {
  const negative = text.startsWith('-');
  const [integer = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(integer + fraction.slice(0, scale).padEnd(scale, '0'));
  return negative ? -digits : digits;
}

export function fromUnits(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

import type { ScalarType } from '@planner/model';
import { matchingText, otherText } from '@planner/target';
import type { ImportSet } from '../imports';
import { pyString } from '../text';
import type { ConstraintSample } from './samples';

const LONGEST_TEXT = 1_000_000;

/** Source of a valid value of a built-in type. */
export function scalarSample(type: ScalarType, variant: number, imports: ImportSet): string {
  const dt = () => imports.module('datetime', 'dt');
  switch (type.scalar) {
    case 'uuid':
      return `${imports.from('uuid', 'UUID')}(int=${String(variant + 1)})`;
    case 'string':
    case 'text':
      return textSample(type, variant);
    case 'int':
      return String(whole(type, variant, -(2n ** 31n), 2n ** 31n - 1n));
    case 'bigint':
      return String(whole(type, variant, -(2n ** 63n), 2n ** 63n - 1n));
    case 'decimal':
      return decimalSource(fromUnits(decimal(type, variant), type.scale ?? 0), imports);
    case 'float':
      return floatSource(float(type, variant));
    case 'bool':
      return variant % 2 === 0 ? 'True' : 'False';
    case 'date':
      return `${dt()}.date(${day(variant)})`;
    case 'datetime':
      return `${dt()}.datetime(${day(variant)}, 9, 30, 0, 1, tzinfo=${dt()}.UTC)`;
    case 'duration':
      return `${dt()}.timedelta(minutes=${String((variant % 1_000_000) + 1)})`;
    case 'bytes':
      return bytesSample(type, variant);
    case 'json':
      return `${imports.kernel('json', 'frozen_json')}({"sample": ${String(variant + 1)}})`;
  }
}

/** The text of a sample of a text type, where it is written out. */
export function plainText(type: ScalarType, variant: number): string | undefined {
  const [min, max] = lengths(type);
  if (type.pattern !== undefined) return matchingText(type.pattern, min, max, variant);
  const text = shortText(max, variant);
  return text.length >= min ? text : undefined;
}

/** Samples that break the constraints of a built-in type; where it has none, the type itself. */
export function invalidScalars(type: ScalarType, imports: ImportSet): ConstraintSample[] {
  const dt = () => imports.module('datetime', 'dt');
  switch (type.scalar) {
    case 'string':
    case 'text':
      return invalidTexts(type);
    case 'int':
      return [
        ...broken('int', '2**31'),
        ...broken('min', outside(type.min, -1n)),
        ...broken('max', outside(type.max, 1n)),
      ];
    case 'bigint':
      return [
        ...broken('bigint', '2**63'),
        ...broken('min', outside(type.min, -1n)),
        ...broken('max', outside(type.max, 1n)),
      ];
    case 'decimal':
      return invalidDecimals(type, imports);
    case 'float':
      return [
        ...broken('float', 'float("nan")'),
        ...broken('min', beyond(type.min, -1)),
        ...broken('max', beyond(type.max, 1)),
      ];
    case 'date':
      return broken('date', `${dt()}.datetime(2026, 1, 1, tzinfo=${dt()}.UTC)`);
    case 'datetime':
      return broken('datetime', `${dt()}.datetime(2026, 1, 1, tzinfo=${dt()}.timezone(${dt()}.timedelta(hours=1)))`);
    case 'duration':
      return broken('duration', `${dt()}.timedelta(days=3_652_501)`);
    case 'bytes':
      return [...broken('min', sized(type.min, -1)), ...broken('max', sized(type.max, 1))];
    case 'json':
      return broken('json', `${imports.kernel('json', 'frozen_json')}({"sample": "\\0"})`);
    case 'uuid':
    case 'bool':
      return [];
  }
}

function broken(rule: string, ...values: (string | undefined)[]): ConstraintSample[] {
  return values.filter((each) => each !== undefined).map((value) => ({ path: '', rule, value }));
}

/** Valid values right at the limits. */
export function edgeScalars(type: ScalarType, imports: ImportSet): ConstraintSample[] {
  const edge = (source: (limit: string) => string | undefined): ConstraintSample[] =>
    (['min', 'max'] as const).flatMap((rule) => {
      const limit = type[rule];
      const value = limit === undefined ? undefined : source(limit);
      return value === undefined ? [] : [{ path: '', rule, value }];
    });
  switch (type.scalar) {
    case 'string':
    case 'text':
      return edge((limit) => textOfLength(type, Number(limit)));
    case 'int':
    case 'bigint':
      return edge((limit) => BigInt(limit).toString());
    case 'float':
      return edge((limit) => floatSource(Number(limit)));
    case 'decimal':
      return [
        ...edge((limit) => decimalSource(limit, imports)),
        ...fullDecimal(type).map((text) => ({ path: '', rule: 'precision', value: decimalSource(text, imports) })),
      ];
    case 'bytes':
      return edge((limit) => sized(limit, 0));
    default:
      return [];
  }
}

function textSample(type: ScalarType, variant: number): string {
  const [min, max] = lengths(type);
  if (type.pattern !== undefined) return pyString(matchingText(type.pattern, min, max, variant) ?? '');
  const text = shortText(max, variant);
  return text.length >= min ? pyString(text) : `${pyString(text)}.ljust(${String(min)}, "-")`;
}

function shortText(max: number, variant: number): string {
  const word = `sample-${String(variant + 1)}`;
  return word.length <= max ? word : (variant + 10).toString(36).slice(-max);
}

function lengths({ min, max }: ScalarType): readonly [number, number] {
  return [Number(min ?? 0), Number(max ?? Number.MAX_SAFE_INTEGER)];
}

function invalidTexts(type: ScalarType): ConstraintSample[] {
  const [min, max] = lengths(type);
  const other = type.pattern === undefined ? undefined : otherText(type.pattern, min, max);
  const samples = [
    ...broken('min', min > 0 ? repeated(min - 1) : undefined),
    ...broken('max', max < LONGEST_TEXT ? repeated(max + 1) : undefined),
    ...broken('pattern', other === undefined ? undefined : pyString(other)),
  ];
  return samples.length > 0 ? samples : broken('text', '"\\0"');
}

function repeated(length: number): string {
  return length === 0 ? '""' : `"x" * ${String(length)}`;
}

function textOfLength({ pattern }: ScalarType, length: number): string | undefined {
  if (pattern === undefined) return length <= LONGEST_TEXT ? repeated(length) : undefined;
  const text = matchingText(pattern, length, length, 0);
  return text === undefined ? undefined : pyString(text);
}

function whole({ min, max }: ScalarType, variant: number, least: bigint, most: bigint): bigint {
  return inRange(1n, BigInt(variant), min === undefined ? least : BigInt(min), max === undefined ? most : BigInt(max));
}

/** `start + variant` if that lies between both ends, else as far from the lower end as the range has room. */
function inRange(start: bigint, variant: bigint, low: bigint, high: bigint): bigint {
  const wanted = start + variant;
  return start >= low && wanted <= high ? wanted : low + (variant % (high - low + 1n));
}

function outside(limit: string | undefined, step: bigint): string | undefined {
  return limit === undefined ? undefined : (BigInt(limit) + step).toString();
}

/** In units of the last decimal place. */
function decimal(type: ScalarType, variant: number): bigint {
  const { precision = 1, scale = 0, min, max } = type;
  const most = 10n ** BigInt(precision) - 1n;
  const low = min === undefined ? -most : units(min, scale);
  const high = max === undefined ? most : units(max, scale);
  const one = 10n ** BigInt(scale);
  const start = scale > 0 ? one + 5n : one;
  const wanted = start + BigInt(variant) * one;
  return wanted >= low && wanted <= high ? wanted : inRange(1n, BigInt(variant), low, high);
}

/** A decimal in units of the last of `scale` places; digits beyond are cut off. */
function units(text: string, scale: number): bigint {
  const negative = text.startsWith('-');
  const [integer = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(integer + fraction.slice(0, scale).padEnd(scale, '0'));
  return negative ? -digits : digits;
}

function fromUnits(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

function decimalSource(text: string, imports: ImportSet): string {
  return `${imports.from('decimal', 'Decimal')}(${pyString(text)})`;
}

function invalidDecimals(type: ScalarType, imports: ImportSet): ConstraintSample[] {
  const { precision = 1, scale = 0, min, max } = type;
  const source = (text: string) => decimalSource(text, imports);
  return [
    ...broken('scale', source(`0.${'0'.repeat(scale)}1`)),
    ...broken('precision', source(`1${'0'.repeat(precision - scale)}`)),
    ...broken('min', min === undefined ? undefined : source(fromUnits(units(min, scale) - 1n, scale))),
    ...broken('max', max === undefined ? undefined : source(fromUnits(units(max, scale) + 1n, scale))),
  ];
}

/** The largest number that the digits allow, if no limit forbids it. */
function fullDecimal({ precision = 1, scale = 0, max }: ScalarType): string[] {
  return max === undefined ? [fromUnits(10n ** BigInt(precision) - 1n, scale)] : [];
}

function float({ min, max }: ScalarType, variant: number): number {
  const low = min === undefined ? undefined : Number(min);
  const high = max === undefined ? undefined : Number(max);
  const wanted = 1.5 + variant;
  if (wanted >= (low ?? wanted) && wanted <= (high ?? wanted)) return wanted;
  if (low !== undefined && high !== undefined) return low + ((high - low) * ((variant % 7) + 1)) / 8;
  return low === undefined ? (high ?? 0) - variant - 1 : low + variant + 1;
}

/** The next number outside. */
function beyond(limit: string | undefined, direction: 1 | -1): string | undefined {
  if (limit === undefined) return undefined;
  const value = Number(limit);
  if (value === 0) return floatSource(direction * Number.MIN_VALUE);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(Math.sign(value) * direction));
  const next = bits.getFloat64(0);
  return Number.isFinite(next) ? floatSource(next) : undefined;
}

function floatSource(value: number): string {
  const text = Object.is(value, -0) ? '0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** `2026, 1, 31`. */
function day(variant: number): string {
  const date = new Date(Date.UTC(2026, 0, 1 + (variant % 1_000_000)));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(', ');
}

function bytesSample(type: ScalarType, variant: number): string {
  const [min, max] = lengths(type);
  const length = Math.min(Math.max(3, min), max);
  return `bytes([${String((variant % 255) + 1)}]) * ${String(length)}`;
}

function sized(limit: string | undefined, step: number): string | undefined {
  const length = limit === undefined ? -1 : Number(limit) + step;
  return length < 0 || length > LONGEST_TEXT ? undefined : `bytes(${String(length)})`;
}

import type { ScalarType } from '@planner/model';
import { matchingText, otherText, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { EdgeSample, InvalidSample } from './samples';

const LONGEST_TEXT = 1_000_000;

/** Source of valid data of a built-in type. */
export function scalarSample(type: ScalarType, variant: number, imports: ImportSet): string {
  switch (type.scalar) {
    case 'uuid':
      return stringLiteral(`00000000-0000-4000-8000-${(variant + 1).toString(16).padStart(12, '0')}`);
    case 'string':
    case 'text':
      return textSample(type, variant);
    case 'int':
      return String(whole(type, variant, -(2n ** 31n), 2n ** 31n - 1n));
    case 'bigint':
      return `${String(whole(type, variant, -(2n ** 63n), 2n ** 63n - 1n))}n`;
    case 'decimal':
      return decimalSource(decimal(type, variant), type, imports);
    case 'float':
      return String(float(type, variant));
    case 'bool':
      return variant % 2 === 0 ? 'true' : 'false';
    case 'date':
      return `${imports.kernel('Temporal')}.PlainDate.from(${stringLiteral(day(variant))})`;
    case 'datetime':
      return `${imports.kernel('Temporal')}.Instant.from(${stringLiteral(`${day(variant)}T09:30:00.000001Z`)})`;
    case 'duration':
      return `${imports.kernel('Temporal')}.Duration.from(${stringLiteral(`PT${String((variant % 1_000_000) + 1)}M`)})`;
    case 'bytes':
      return bytesSample(type, variant);
    case 'json':
      return `{ sample: ${String(variant + 1)} }`;
  }
}

/** Samples that break the constraints of a built-in type; where it has none, the type itself. */
export function invalidScalars(type: ScalarType, imports: ImportSet): InvalidSample[] {
  const broken = (rule: string, ...data: (string | undefined)[]) =>
    data.filter((each) => each !== undefined).map((each) => ({ path: '', rule, data: each }));
  switch (type.scalar) {
    case 'uuid':
      return broken('uuid', "'no uuid'");
    case 'string':
    case 'text':
      return invalidTexts(type, broken);
    case 'int':
      return [
        ...broken('int', '0.5'),
        ...broken('min', outside(type.min, -1n)),
        ...broken('max', outside(type.max, 1n)),
      ];
    case 'bigint':
      return [
        ...broken('bigint', '9223372036854775808n'),
        ...broken('min', long(outside(type.min, -1n))),
        ...broken('max', long(outside(type.max, 1n))),
      ];
    case 'decimal':
      return invalidDecimals(type, imports, broken);
    case 'float':
      return [...broken('float', 'NaN'), ...broken('min', beyond(type.min, -1)), ...broken('max', beyond(type.max, 1))];
    case 'bool':
      return [];
    case 'date':
      return broken('date', `${imports.kernel('Temporal')}.PlainDate.from('0000-12-31')`);
    case 'datetime':
      return broken('microseconds', `${imports.kernel('Temporal')}.Instant.from('2026-01-01T00:00:00.000000001Z')`);
    case 'duration':
      return broken('duration', `${imports.kernel('Temporal')}.Duration.from('P1M')`);
    case 'bytes':
      return [...broken('min', sized(type.min, -1)), ...broken('max', sized(type.max, 1))];
    case 'json':
      return broken('json', "{ sample: '\\u0000' }");
  }
}

/** Valid values right at the limits. */
export function edgeScalars(type: ScalarType, imports: ImportSet): EdgeSample[] {
  const limits = (['min', 'max'] as const).flatMap((rule) =>
    type[rule] === undefined ? [] : [{ rule, limit: type[rule] }],
  );
  const edge = (source: (limit: string) => string | undefined): EdgeSample[] =>
    limits.flatMap(({ rule, limit }) => {
      const data = source(limit);
      return data === undefined ? [] : [{ path: '', rule, data }];
    });
  switch (type.scalar) {
    case 'string':
    case 'text':
      return edge((limit) => textOfLength(type, Number(limit)));
    case 'int':
      return edge((limit) => BigInt(limit).toString());
    case 'bigint':
      return edge((limit) => `${BigInt(limit).toString()}n`);
    case 'float':
      return edge((limit) => String(Number(limit)));
    case 'decimal':
      return [
        ...edge((limit) => `new ${imports.kernel('Decimal')}(${stringLiteral(limit)})`),
        ...fullDecimal(type).map((data) => ({
          path: '',
          rule: 'precision',
          data: `new ${imports.kernel('Decimal')}(${stringLiteral(data)})`,
        })),
      ];
    case 'bytes':
      return edge((limit) => sized(limit, 0));
    default:
      return [];
  }
}

function textSample(type: ScalarType, variant: number): string {
  const [min, max] = lengths(type);
  if (type.pattern !== undefined) return stringLiteral(matchingText(type.pattern, min, max, variant) ?? '');
  const word = `sample-${String(variant + 1)}`;
  const short = (variant + 10).toString(36).slice(-max);
  const text = word.length <= max ? word : short;
  return text.length >= min ? stringLiteral(text) : `${stringLiteral(text)}.padEnd(${String(min)}, '-')`;
}

function lengths({ min, max }: ScalarType): readonly [number, number] {
  return [Number(min ?? 0), Number(max ?? Number.MAX_SAFE_INTEGER)];
}

type Broken = (rule: string, ...data: (string | undefined)[]) => InvalidSample[];

function invalidTexts(type: ScalarType, broken: Broken): InvalidSample[] {
  const [min, max] = lengths(type);
  const other = type.pattern === undefined ? undefined : otherText(type.pattern, min, max);
  const samples = [
    ...broken('min', min > 0 ? repeated(min - 1) : undefined),
    ...broken('max', max < LONGEST_TEXT ? repeated(max + 1) : undefined),
    ...broken('pattern', other === undefined ? undefined : stringLiteral(other)),
  ];
  return samples.length > 0 ? samples : broken('text', "'\\u0000'");
}

function repeated(length: number): string {
  return length === 0 ? "''" : `'x'.repeat(${String(length)})`;
}

function textOfLength({ pattern }: ScalarType, length: number): string | undefined {
  if (pattern === undefined) return length <= LONGEST_TEXT ? repeated(length) : undefined;
  const text = matchingText(pattern, length, length, 0);
  return text === undefined ? undefined : stringLiteral(text);
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

function long(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${text}n`;
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

function decimalSource(value: bigint, { scale = 0 }: ScalarType, imports: ImportSet): string {
  return `new ${imports.kernel('Decimal')}(${stringLiteral(fromUnits(value, scale))})`;
}

function invalidDecimals(type: ScalarType, imports: ImportSet, broken: Broken): InvalidSample[] {
  const { precision = 1, scale = 0, min, max } = type;
  const source = (text: string) => `new ${imports.kernel('Decimal')}(${stringLiteral(text)})`;
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
  if (value === 0) return String(direction * Number.MIN_VALUE);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(Math.sign(value) * direction));
  const next = bits.getFloat64(0);
  return Number.isFinite(next) ? String(next) : undefined;
}

function day(variant: number): string {
  return new Date(Date.UTC(2026, 0, 1 + (variant % 1_000_000))).toISOString().slice(0, 10);
}

function bytesSample(type: ScalarType, variant: number): string {
  const [min, max] = lengths(type);
  const length = Math.min(Math.max(3, min), max);
  return `new Uint8Array(${String(length)}).fill(${String((variant % 255) + 1)})`;
}

function sized(limit: string | undefined, step: number): string | undefined {
  const length = limit === undefined ? -1 : Number(limit) + step;
  return length < 0 || length > LONGEST_TEXT ? undefined : `new Uint8Array(${String(length)})`;
}

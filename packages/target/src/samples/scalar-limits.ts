import type { ScalarType } from '@planner/model';
import { matchingText, otherText } from './pattern-samples';
import { fromUnits, lengths, LONGEST_TEXT, units } from './scalar-values';

/** A value that stands at a limit of a type, or just beyond it. */
export interface LimitSample {
  /** Which limit. */
  readonly rule: 'min' | 'max' | 'pattern' | 'precision' | 'scale';
  readonly value: LimitValue;
}
export type LimitValue =
  | { readonly kind: 'whole'; readonly value: bigint }
  | { readonly kind: 'decimal'; readonly text: string }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  /** A text of that length, the same letter all along. */
  | { readonly kind: 'longText'; readonly length: number }
  /** So many bytes, all 0. */
  | { readonly kind: 'bytes'; readonly length: number };

/** Values just beyond the limits that a plan sets to a built-in type: each breaks the one rule. */
export function beyondLimits(type: ScalarType): LimitSample[] {
  const { min, max } = type;
  switch (type.scalar) {
    case 'string':
    case 'text':
      return brokenTexts(type);
    case 'int':
    case 'bigint':
      return [
        ...(min === undefined ? [] : [whole('min', BigInt(min) - 1n)]),
        ...(max === undefined ? [] : [whole('max', BigInt(max) + 1n)]),
      ];
    case 'decimal':
      return brokenDecimals(type);
    case 'float':
      return [...nextFloat('min', min, -1), ...nextFloat('max', max, 1)];
    case 'bytes':
      return [...bytes('min', min, -1), ...bytes('max', max, 1)];
    default:
      return [];
  }
}

/** Valid values right at the limits. */
export function atLimits(type: ScalarType): LimitSample[] {
  const edges = (sample: (rule: 'min' | 'max', limit: string) => LimitSample[]): LimitSample[] =>
    (['min', 'max'] as const).flatMap((rule) => {
      const limit = type[rule];
      return limit === undefined ? [] : sample(rule, limit);
    });
  switch (type.scalar) {
    case 'string':
    case 'text':
      return edges((rule, limit) => textOfLength(rule, type, Number(limit)));
    case 'int':
    case 'bigint':
      return edges((rule, limit) => [whole(rule, BigInt(limit))]);
    case 'float':
      return edges((rule, limit) => [{ rule, value: { kind: 'float', value: Number(limit) } }]);
    case 'decimal':
      return [...edges((rule, limit) => [decimal(rule, limit)]), ...fullDecimal(type)];
    case 'bytes':
      return edges((rule, limit) => bytes(rule, limit, 0));
    default:
      return [];
  }
}

function brokenTexts(type: ScalarType): LimitSample[] {
  const { min, max } = lengths(type);
  const other = type.pattern === undefined ? undefined : otherText(type.pattern, min, max);
  return [
    ...(min > 0 ? [longText('min', min - 1)] : []),
    ...(max < LONGEST_TEXT ? [longText('max', max + 1)] : []),
    ...(other === undefined ? [] : [text('pattern', other)]),
  ];
}

function textOfLength(rule: 'min' | 'max', { pattern }: ScalarType, length: number): LimitSample[] {
  if (pattern === undefined) return length <= LONGEST_TEXT ? [longText(rule, length)] : [];
  const matching = matchingText(pattern, length, length, 0);
  return matching === undefined ? [] : [text(rule, matching)];
}

function brokenDecimals({ precision = 1, scale = 0, min, max }: ScalarType): LimitSample[] {
  return [
    decimal('scale', `0.${'0'.repeat(scale)}1`),
    decimal('precision', `1${'0'.repeat(precision - scale)}`),
    ...(min === undefined ? [] : [decimal('min', fromUnits(units(min, scale) - 1n, scale))]),
    ...(max === undefined ? [] : [decimal('max', fromUnits(units(max, scale) + 1n, scale))]),
  ];
}

/** The largest number that the digits allow, if no limit forbids it. */
function fullDecimal({ precision = 1, scale = 0, max }: ScalarType): LimitSample[] {
  return max === undefined ? [decimal('precision', fromUnits(10n ** BigInt(precision) - 1n, scale))] : [];
}

/** The next number outside. */
function nextFloat(rule: 'min' | 'max', limit: string | undefined, direction: 1 | -1): LimitSample[] {
  if (limit === undefined) return [];
  const next = neighbour(Number(limit), direction);
  return Number.isFinite(next) ? [{ rule, value: { kind: 'float', value: next } }] : [];
}

function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(Math.sign(value) * direction));
  return bits.getFloat64(0);
}

function bytes(rule: 'min' | 'max', limit: string | undefined, step: number): LimitSample[] {
  const length = limit === undefined ? -1 : Number(limit) + step;
  return length < 0 || length > LONGEST_TEXT ? [] : [{ rule, value: { kind: 'bytes', length } }];
}

function whole(rule: 'min' | 'max', value: bigint): LimitSample {
  return { rule, value: { kind: 'whole', value } };
}

function decimal(rule: LimitSample['rule'], digits: string): LimitSample {
  return { rule, value: { kind: 'decimal', text: digits } };
}

function text(rule: LimitSample['rule'], value: string): LimitSample {
  return { rule, value: { kind: 'text', text: value } };
}

function longText(rule: 'min' | 'max', length: number): LimitSample {
  return { rule, value: { kind: 'longText', length } };
}

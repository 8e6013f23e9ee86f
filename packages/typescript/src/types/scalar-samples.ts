import type { ScalarType } from '@planner/model';
import {
  atLimits,
  beyondLimits,
  bytesValue,
  dayValue,
  decimalValue,
  floatValue,
  type LimitValue,
  minutesValue,
  stringLiteral,
  textValue,
  wholeValue,
} from '@planner/target';
import type { ImportSet } from '../imports';
import type { EdgeSample, InvalidSample } from './samples';

/** Source of valid data of a built-in type. */
export function scalarSample(type: ScalarType, variant: number, imports: ImportSet): string {
  switch (type.scalar) {
    case 'uuid':
      return stringLiteral(`00000000-0000-4000-8000-${(variant + 1).toString(16).padStart(12, '0')}`);
    case 'string':
    case 'text':
      return textSource(type, variant);
    case 'int':
    case 'bigint':
      return wholeSource(type, wholeValue(type, variant));
    case 'decimal':
      return decimalSource(decimalValue(type, variant), imports);
    case 'float':
      return String(floatValue(type, variant));
    case 'bool':
      return variant % 2 === 0 ? 'true' : 'false';
    case 'date':
      return `${imports.kernel('Temporal')}.PlainDate.from(${stringLiteral(day(variant))})`;
    case 'datetime':
      return `${imports.kernel('Temporal')}.Instant.from(${stringLiteral(`${day(variant)}T09:30:00.000001Z`)})`;
    case 'duration':
      return `${imports.kernel('Temporal')}.Duration.from(${stringLiteral(`PT${String(minutesValue(variant))}M`)})`;
    case 'bytes': {
      const { length, byte } = bytesValue(type, variant);
      return `new Uint8Array(${String(length)}).fill(${String(byte)})`;
    }
    case 'json':
      return `{ sample: ${String(variant + 1)} }`;
  }
}

/** Samples that break the constraints of a built-in type; where it has none, the type itself. */
export function invalidScalars(type: ScalarType, imports: ImportSet): InvalidSample[] {
  const own = (rule: string, data: string): InvalidSample => ({ path: '', rule, data });
  const limits = beyondLimits(type).map(({ rule, value }) => own(rule, limitSource(type, value, imports)));
  switch (type.scalar) {
    case 'uuid':
      return [own('uuid', "'no uuid'")];
    case 'string':
    case 'text':
      return limits.length > 0 ? limits : [own('text', "'\\u0000'")];
    case 'int':
      return [own('int', '0.5'), ...limits];
    case 'bigint':
      return [own('bigint', '9223372036854775808n'), ...limits];
    case 'float':
      return [own('float', 'NaN'), ...limits];
    case 'date':
      return [own('date', `${imports.kernel('Temporal')}.PlainDate.from('0000-12-31')`)];
    case 'datetime':
      return [own('microseconds', `${imports.kernel('Temporal')}.Instant.from('2026-01-01T00:00:00.000000001Z')`)];
    case 'duration':
      return [own('duration', `${imports.kernel('Temporal')}.Duration.from('P1M')`)];
    case 'json':
      return [own('json', "{ sample: '\\u0000' }")];
    case 'decimal':
    case 'bytes':
    case 'bool':
      return limits;
  }
}

/** Valid values right at the limits. */
export function edgeScalars(type: ScalarType, imports: ImportSet): EdgeSample[] {
  return atLimits(type).map(({ rule, value }) => ({ path: '', rule, data: limitSource(type, value, imports) }));
}

function limitSource(type: ScalarType, value: LimitValue, imports: ImportSet): string {
  switch (value.kind) {
    case 'whole':
      return wholeSource(type, value.value);
    case 'decimal':
      return decimalSource(value.text, imports);
    case 'float':
      return String(value.value);
    case 'text':
      return stringLiteral(value.text);
    case 'longText':
      return value.length === 0 ? "''" : `'x'.repeat(${String(value.length)})`;
    case 'bytes':
      return `new Uint8Array(${String(value.length)})`;
  }
}

function textSource(type: ScalarType, variant: number): string {
  const { text, filledTo } = textValue(type, variant) ?? { text: '' };
  const literal = stringLiteral(text);
  return filledTo === undefined ? literal : `${literal}.padEnd(${String(filledTo)}, '-')`;
}

function wholeSource({ scalar }: ScalarType, value: bigint): string {
  return `${String(value)}${scalar === 'bigint' ? 'n' : ''}`;
}

function decimalSource(text: string, imports: ImportSet): string {
  return `new ${imports.kernel('Decimal')}(${stringLiteral(text)})`;
}

/** `2026-01-31`. */
function day(variant: number): string {
  return dayValue(variant).toISOString().slice(0, 10);
}

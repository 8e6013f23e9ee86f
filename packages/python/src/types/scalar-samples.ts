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
  textValue,
  wholeValue,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { pyString } from '../text';
import type { ConstraintSample } from './samples';

/** Source of a valid value of a built-in type. */
export function scalarSample(type: ScalarType, variant: number, imports: ImportSet): string {
  const dt = () => imports.module('datetime', 'dt');
  switch (type.scalar) {
    case 'uuid':
      return `${imports.from('uuid', 'UUID')}(int=${String(variant + 1)})`;
    case 'string':
    case 'text':
      return textSource(type, variant);
    case 'int':
    case 'bigint':
      return String(wholeValue(type, variant));
    case 'decimal':
      return decimalSource(decimalValue(type, variant), imports);
    case 'float':
      return floatSource(floatValue(type, variant));
    case 'bool':
      return variant % 2 === 0 ? 'True' : 'False';
    case 'date':
      return `${dt()}.date(${day(variant)})`;
    case 'datetime':
      return `${dt()}.datetime(${day(variant)}, 9, 30, 0, 1, tzinfo=${dt()}.UTC)`;
    case 'duration':
      return `${dt()}.timedelta(minutes=${String(minutesValue(variant))})`;
    case 'bytes': {
      const { length, byte } = bytesValue(type, variant);
      return `bytes([${String(byte)}]) * ${String(length)}`;
    }
    case 'json':
      return `${imports.kernel('json', 'frozen_json')}({"sample": ${String(variant + 1)}})`;
  }
}

/** The text of a sample of a text type, where it is written out. */
export function plainText(type: ScalarType, variant: number): string | undefined {
  const value = textValue(type, variant);
  return value?.filledTo === undefined ? value?.text : undefined;
}

/** Samples that break the constraints of a built-in type; where it has none, the type itself. */
export function invalidScalars(type: ScalarType, imports: ImportSet): ConstraintSample[] {
  const dt = () => imports.module('datetime', 'dt');
  const own = (rule: string, value: string): ConstraintSample => ({ path: '', rule, value });
  const limits = beyondLimits(type).map(({ rule, value }) => own(rule, limitSource(value, imports)));
  switch (type.scalar) {
    case 'string':
    case 'text':
      return limits.length > 0 ? limits : [own('text', '"\\0"')];
    case 'int':
      return [own('int', '2**31'), ...limits];
    case 'bigint':
      return [own('bigint', '2**63'), ...limits];
    case 'float':
      return [own('float', 'float("nan")'), ...limits];
    case 'date':
      return [own('date', `${dt()}.datetime(2026, 1, 1, tzinfo=${dt()}.UTC)`)];
    case 'datetime':
      return [own('datetime', `${dt()}.datetime(2026, 1, 1, tzinfo=${dt()}.timezone(${dt()}.timedelta(hours=1)))`)];
    case 'duration':
      return [own('duration', `${dt()}.timedelta(days=3_652_501)`)];
    case 'json':
      return [own('json', `${imports.kernel('json', 'frozen_json')}({"sample": "\\0"})`)];
    case 'decimal':
    case 'bytes':
    case 'uuid':
    case 'bool':
      return limits;
  }
}

/** Valid values right at the limits. */
export function edgeScalars(type: ScalarType, imports: ImportSet): ConstraintSample[] {
  return atLimits(type).map(({ rule, value }) => ({ path: '', rule, value: limitSource(value, imports) }));
}

function limitSource(value: LimitValue, imports: ImportSet): string {
  switch (value.kind) {
    case 'whole':
      return String(value.value);
    case 'decimal':
      return decimalSource(value.text, imports);
    case 'float':
      return floatSource(value.value);
    case 'text':
      return pyString(value.text);
    case 'longText':
      return value.length === 0 ? '""' : `"x" * ${String(value.length)}`;
    case 'bytes':
      return `bytes(${String(value.length)})`;
  }
}

function textSource(type: ScalarType, variant: number): string {
  const { text, filledTo } = textValue(type, variant) ?? { text: '' };
  return filledTo === undefined ? pyString(text) : `${pyString(text)}.ljust(${String(filledTo)}, "-")`;
}

function decimalSource(text: string, imports: ImportSet): string {
  return `${imports.from('decimal', 'Decimal')}(${pyString(text)})`;
}

function floatSource(value: number): string {
  const text = Object.is(value, -0) ? '0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** `2026, 1, 31`. */
function day(variant: number): string {
  const date = dayValue(variant);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(', ');
}

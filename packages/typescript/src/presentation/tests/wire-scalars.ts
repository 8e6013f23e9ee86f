import type { ScalarType } from '@planner/model';
import { initialText, stringLiteral } from '@planner/target';
import { invalidScalars, scalarSample } from '../../types/scalar-samples';
import { ImportSet } from '../../imports';

/** A value on the wire that breaks a constraint. */
export interface BrokenValue {
  /** Where inside the value, in the words of the wire: empty, `amount`, `[0].currency`. */
  readonly path: string;
  /** Source of the value in a message. */
  readonly value: string;
}

/** Samples of data import types of the kernel, which messages do not have. */
const UNUSED = new ImportSet('', '');

/** Source of a valid value in a message; the same value as the data sample of that variant. */
export function wireScalar(type: ScalarType, variant: number): string {
  return onTheWire(type, scalarSample(type, variant, UNUSED));
}

/** Source of what the wire says of a value as the plan writes it; undefined for what has no such text. */
export function wireLiteral(type: ScalarType, written: string): string | undefined {
  const text = initialText(type, written);
  switch (type.scalar) {
    case 'bytes':
    case 'json':
      return undefined;
    case 'string':
    case 'text':
    case 'uuid':
    case 'decimal':
    case 'date':
      return stringLiteral(text);
    case 'bigint':
      return `${text}n`;
    case 'datetime':
      return timestamp(text);
    case 'duration':
      return duration(BigInt(text));
    default:
      return text;
  }
}

/** Values that break the constraints of the type, and what the wire can hold although it is none of the type. */
export function brokenScalars(type: ScalarType): BrokenValue[] {
  const values = invalidScalars(type, UNUSED).flatMap(({ rule, data }) => brokenValue(type, rule, data));
  return [...values, ...foreignValues(type)].map((value) => ({ path: '', value }));
}

/** What the wire says of a data sample, if it can say it at all. */
function brokenValue(type: ScalarType, rule: string, data: string): string[] {
  switch (type.scalar) {
    case 'int':
      return rule === 'int' || !fits(data, 32) ? [] : [data];
    case 'bigint':
      return rule === 'bigint' || !fits(data.replace('n', ''), 64) ? [] : [data];
    case 'date':
      return ["'0000-12-31'"];
    case 'datetime':
      return ['{ seconds: 0n, nanos: 1 }'];
    case 'duration':
      return ['{ seconds: 0n, nanos: 1 }'];
    default:
      return [onTheWire(type, data)];
  }
}

/** Values that the wire's type allows and the plan's does not. */
function foreignValues({ scalar }: ScalarType): string[] {
  switch (scalar) {
    case 'decimal':
      return ["''", "'1e1'"];
    case 'date':
      return ["'2026-02-30'"];
    case 'datetime':
      return ['{ seconds: 253402300800n, nanos: 0 }', 'undefined'];
    case 'duration':
      return ['{ seconds: 1n, nanos: -1000 }', 'undefined'];
    case 'json':
      return ['undefined'];
    default:
      return [];
  }
}

function onTheWire({ scalar }: ScalarType, data: string): string {
  switch (scalar) {
    case 'decimal':
    case 'date':
      return `'${quoted(data)}'`;
    case 'datetime':
      return timestamp(quoted(data));
    case 'duration':
      return `{ seconds: ${String(Number(/PT(\d+)M/.exec(data)?.[1] ?? 0) * 60)}n, nanos: 0 }`;
    case 'bytes':
      return `Buffer.from(${data})`;
    default:
      return data;
  }
}

/** The text between the quotes of `new Decimal('1.05')`. */
function quoted(source: string): string {
  return /'([^']*)'/.exec(source)?.[1] ?? '';
}

/** Of an instant in ISO 8601 with up to nine digits behind the point. */
function timestamp(instant: string): string {
  const [, seconds = '', fraction = ''] = /^([^.]*)(?:\.(\d+))?Z$/.exec(instant) ?? [];
  return `{ seconds: ${String(Date.parse(`${seconds}Z`) / 1000)}n, nanos: ${String(Number(fraction.padEnd(9, '0')))} }`;
}

function duration(microseconds: bigint): string {
  return `{ seconds: ${String(microseconds / 1_000_000n)}n, nanos: ${String((microseconds % 1_000_000n) * 1000n)} }`;
}

function fits(text: string, bits: number): boolean {
  return BigInt.asIntN(bits, BigInt(text)) === BigInt(text);
}

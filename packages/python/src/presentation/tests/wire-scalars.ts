import type { ScalarType } from '@planner/model';
import { initialText } from '@planner/target';
import { pyString } from '../../text';
import { scalarLiteral } from '../../types/scalars';
import { invalidScalars, scalarSample } from '../../types/scalar-samples';
import { ImportSet } from '../../imports';
import { fixed } from '../places';

/** A value on the wire that breaks a constraint. */
export interface BrokenValue {
  /** Where inside the value, in the words of the wire: empty, `amount`, `[0].currency`. */
  readonly path: string;
  /** Source of the value in a message; it imports what it needs, so it is asked for once it is written somewhere. */
  readonly value: () => string;
}

/** Stands for a value that is not there. */
export const missing = () => 'None';

/** Samples of the domain import what messages do not need. */
const UNUSED = new ImportSet('');

/** Source of a valid value in a message; the same value as the domain sample of that variant. */
export function wireScalar(type: ScalarType, variant: number, imports: ImportSet): string {
  switch (type.scalar) {
    case 'decimal':
      return `"${quoted(scalarSample(type, variant, UNUSED))}"`;
    case 'uuid':
      return pyString(`00000000-0000-0000-0000-${(variant + 1).toString(16).padStart(12, '0')}`);
    default:
      return onTheWire(type, scalarSample(type, variant, imports), imports);
  }
}

/** Source of what the wire says of a value as the plan writes it; undefined for what has no such text. */
export function wireLiteral(type: ScalarType, text: string, imports: ImportSet): string | undefined {
  switch (type.scalar) {
    case 'bytes':
    case 'json':
      return undefined;
    case 'string':
    case 'text':
    case 'uuid':
    case 'decimal':
    case 'date':
      return pyString(initialText(type, text));
    default:
      return onTheWire(type, scalarLiteral(type, text, imports), imports);
  }
}

/** Values that break the constraints of the type, and what the wire can hold although it is none of the type. */
export function brokenScalars(type: ScalarType, imports: ImportSet): BrokenValue[] {
  const values = invalidScalars(type, UNUSED).flatMap(({ rule, value }) => brokenValue(type, rule, value, imports));
  return [...values, ...foreignValues(type, imports)].map((value) => ({ path: '', value }));
}

/** What the wire says of a sample, if it can say it at all. */
function brokenValue(type: ScalarType, rule: string, value: string, imports: ImportSet): (() => string)[] {
  switch (type.scalar) {
    case 'int':
    case 'bigint':
      return rule === type.scalar || !fits(value, type.scalar === 'int' ? 32 : 64) ? [] : [() => value];
    case 'decimal':
      return [() => `"${quoted(value)}"`];
    // What these cannot hold as values of Python, the wire cannot hold either.
    case 'date':
    case 'datetime':
    case 'duration':
      return [];
    case 'json':
      return [() => unstorableJson(imports)];
    default:
      return [() => value];
  }
}

function unstorableJson(imports: ImportSet): string {
  const [struct, value] = ['Struct', 'Value'].map((name) => imports.from('google.protobuf.struct_pb2', name));
  return `${struct}(fields={"sample": ${value}(string_value="\\0")})`;
}

/** Values that the wire's type allows and the plan's does not. */
function foreignValues({ scalar }: ScalarType, imports: ImportSet): (() => string)[] {
  const timestamp = (fields: string) => () =>
    `${imports.from('google.protobuf.timestamp_pb2', 'Timestamp')}(${fields})`;
  const duration = (fields: string) => () => `${imports.from('google.protobuf.duration_pb2', 'Duration')}(${fields})`;
  switch (scalar) {
    case 'uuid':
      return [() => '""', () => '"no uuid"'];
    case 'decimal':
      return [() => '""', () => '"1e1"'];
    case 'date':
      return [() => '"2026-02-30"', () => '"0000-12-31"'];
    case 'datetime':
      return [timestamp('nanos=1'), timestamp('seconds=253_402_300_800'), missing];
    case 'duration':
      return [duration('nanos=1'), duration('seconds=1, nanos=-1_000'), missing];
    case 'json':
      return [missing];
    default:
      return [];
  }
}

function onTheWire({ scalar }: ScalarType, value: string, imports: ImportSet): string {
  const wire = (name: string): string => `${imports.value(fixed('mappers/wire_values', name))}(${value})`;
  switch (scalar) {
    case 'date':
      return `${value}.isoformat()`;
    case 'datetime':
      return wire('timestamp_of');
    case 'duration':
      return wire('duration_of');
    case 'json':
      return wire('struct_of');
    default:
      return value;
  }
}

/** The text between the quotes of `Decimal("1.05")`. */
function quoted(source: string): string {
  return /"([^"]*)"/.exec(source)?.[1] ?? '';
}

function fits(text: string, bits: number): boolean {
  return /^-?\d+$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);
}

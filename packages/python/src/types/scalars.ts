import type { Scalar, ScalarType } from '@planner/model';
import type { ImportSet } from '../imports';
import { pyString } from '../text';

const BUILTINS: Partial<Record<Scalar, string>> = {
  string: 'str',
  text: 'str',
  int: 'int',
  bigint: 'int',
  float: 'float',
  bool: 'bool',
  bytes: 'bytes',
};

/** The type of a built-in. `datetime` is imported as `dt`, so that a field may be called `date`. */
export function scalarType({ scalar }: ScalarType, imports: ImportSet): string {
  const builtin = BUILTINS[scalar];
  if (builtin !== undefined) return builtin;
  switch (scalar) {
    case 'uuid':
      return imports.from('uuid', 'UUID');
    case 'decimal':
      return imports.from('decimal', 'Decimal');
    case 'date':
      return `${imports.module('datetime', 'dt')}.date`;
    case 'datetime':
      return `${imports.module('datetime', 'dt')}.datetime`;
    case 'duration':
      return `${imports.module('datetime', 'dt')}.timedelta`;
    default:
      return imports.kernel('json', 'JsonObject');
  }
}

/** A literal that the model has checked already. Instants and durations are read by the kernel, as the wire writes them. */
export function scalarLiteral({ scalar }: ScalarType, text: string, imports: ImportSet): string {
  switch (scalar) {
    case 'uuid':
      return `${imports.from('uuid', 'UUID')}(${pyString(text.toLowerCase())})`;
    case 'string':
    case 'text':
      return pyString(text);
    case 'int':
    case 'bigint':
      return BigInt(text).toString();
    case 'float':
      return floatLiteral(text);
    case 'bool':
      return text === 'true' ? 'True' : 'False';
    case 'decimal':
      return `${imports.from('decimal', 'Decimal')}(${pyString(text.replace(/^-(?=[0.]+$)/, ''))})`;
    case 'date':
      return `${imports.module('datetime', 'dt')}.date.fromisoformat(${pyString(text)})`;
    case 'datetime':
      return `${imports.kernel('time', 'parse_instant')}(${pyString(text)})`;
    case 'duration':
      return `${imports.kernel('time', 'parse_duration')}(${pyString(text)})`;
    case 'bytes':
      return `${pyString(text)}.encode()`;
    case 'json':
      return `${imports.kernel('json', 'parse_json')}(${pyString(JSON.stringify(JSON.parse(text)))})`;
  }
}

function floatLiteral(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${text} is not a number`);
  const printed = Object.is(value, -0) ? '0' : String(value);
  return /[.e]/.test(printed) ? printed : `${printed}.0`;
}

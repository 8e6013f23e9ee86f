import type { Scalar, ScalarType } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';

const PLAIN: Partial<Record<Scalar, string>> = {
  uuid: 'string',
  string: 'string',
  text: 'string',
  int: 'number',
  float: 'number',
  bigint: 'bigint',
  bool: 'boolean',
};

/** The type of a built-in; only bytes differ between data and domain. */
export function scalarType({ scalar }: ScalarType, imports: ImportSet, side: 'data' | 'domain'): string {
  const plain = PLAIN[scalar];
  if (plain !== undefined) return plain;
  switch (scalar) {
    case 'decimal':
      return imports.kernelType('Decimal');
    case 'date':
      return `${imports.kernelType('Temporal')}.PlainDate`;
    case 'datetime':
      return `${imports.kernelType('Temporal')}.Instant`;
    case 'duration':
      return `${imports.kernelType('Temporal')}.Duration`;
    case 'bytes':
      return side === 'data' ? 'Uint8Array' : imports.kernelType('Bytes');
    default:
      return imports.kernelType('JsonObject');
  }
}

/** Data of a literal that the model has checked already. */
export function scalarLiteral({ scalar }: ScalarType, text: string, imports: ImportSet): string {
  switch (scalar) {
    case 'uuid':
      return stringLiteral(text.toLowerCase());
    case 'string':
    case 'text':
      return stringLiteral(text);
    case 'int':
    case 'float':
      return numberLiteral(text);
    case 'bigint':
      return `${BigInt(text).toString()}n`;
    case 'bool':
      return text === 'true' ? 'true' : 'false';
    case 'decimal':
      return `new ${imports.kernel('Decimal')}(${stringLiteral(text.replace(/^-(?=[0.]+$)/, ''))})`;
    case 'date':
      return `${imports.kernel('Temporal')}.PlainDate.from(${stringLiteral(text)})`;
    case 'datetime':
      return `${imports.kernel('Temporal')}.Instant.from(${stringLiteral(text)})`;
    case 'duration':
      return `${imports.kernel('Temporal')}.Duration.from(${stringLiteral(text)})`;
    case 'bytes':
      return `new TextEncoder().encode(${stringLiteral(text)})`;
    case 'json':
      return JSON.stringify(JSON.parse(text));
  }
}

function numberLiteral(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${text} is not a number`);
  return Object.is(value, -0) ? '0' : String(value);
}

import { type ColumnType, type InitialValue, postgresql } from '@planner/target';

const { textLiteral } = postgresql;

/** An initial value as SQLite stores it. */
export function sqliteValue(type: ColumnType, value: InitialValue): string {
  if (value.kind === 'now')
    return type.kind === 'date'
      ? "date('now')"
      : type.kind === 'json'
        ? "json_quote(strftime('%Y-%m-%dT%H:%M:%S.000000Z', 'now'))"
        : NOW;
  switch (type.kind) {
    case 'integer':
    case 'bigint':
    case 'duration':
      return value.text;
    case 'float':
      return /[.e]/i.test(value.text) ? value.text : `${value.text}.0`;
    case 'boolean':
      return value.text === 'true' ? '1' : '0';
    case 'uuid':
      return textLiteral(value.text.replaceAll('-', ''));
    case 'instant':
      return String(microseconds(value.text));
    case 'bytes':
      return `x'${Buffer.from(value.text, 'base64').toString('hex')}'`;
    case 'decimal':
    case 'date':
    case 'text':
    case 'json':
      return textLiteral(value.text);
  }
}

/** Microseconds since 1970, of which SQLite knows the thousands. */
const NOW =
  "CAST(strftime('%s', 'now') AS INTEGER) * 1000000 + CAST(substr(strftime('%f', 'now'), 4) AS INTEGER) * 1000";

/** `2024-01-31T12:00:00.000000Z` in microseconds since 1970. */
function microseconds(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace(/Z$/, '').split('.');
  return BigInt(new Date(`${whole}Z`).getTime()) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

/** The function that connections to SQLite know for values that change their type. */
export const CONVERT = 'converted';

/** The stored value of `expression` as one of another type; a value that does not fit is an error of the database. */
export function sqliteConverted(from: ColumnType, to: ColumnType, expression: string): string {
  const [old, wanted] = [JSON.stringify(from), JSON.stringify(to)];
  if (old === wanted || (from.kind === 'integer' && to.kind === 'bigint')) return expression;
  return `${CONVERT}(${expression}, ${textLiteral(old)}, ${textLiteral(wanted)})`;
}

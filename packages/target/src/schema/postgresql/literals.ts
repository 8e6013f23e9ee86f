import type { ColumnType, InitialValue } from '../schema-model';

/** A quoted identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal, whatever the text holds (`standard_conforming_strings` is on). */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The type of a column. Text is ordered by code point, so that every server sorts alike. */
export function columnTypeSql(type: ColumnType): string {
  switch (type.kind) {
    case 'text':
      return 'text collate "C"';
    case 'decimal':
      return `numeric(${type.precision}, ${type.scale})`;
    case 'float':
      return 'double precision';
    case 'instant':
      return 'timestamptz(6)';
    case 'duration':
      return 'bigint';
    case 'bytes':
      return 'bytea';
    case 'json':
      return 'jsonb';
    default:
      return type.kind;
  }
}

/** An initial value as an expression of that type. */
export function valueSql(type: ColumnType, value: InitialValue): string {
  if (value.kind === 'now') return type.kind === 'date' ? "(now() at time zone 'UTC')::date" : 'now()';
  switch (type.kind) {
    case 'integer':
    case 'bigint':
    case 'duration':
    case 'decimal':
    case 'boolean':
      return value.text;
    case 'text':
      return textLiteral(value.text);
    case 'bytes':
      return `decode(${textLiteral(value.text)}, 'base64')`;
    default:
      return `${textLiteral(value.text)}::${type.kind === 'instant' ? 'timestamptz' : columnTypeSql(type)}`;
  }
}

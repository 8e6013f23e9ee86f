import type { ColumnType, InitialValue, JsonField, JsonShape, ScalarColumnType } from '../schema-model';
import { columnTypeSql, textLiteral, valueSql } from './literals';

/** The stored value of `expression` as one of another type; a value that does not fit is an error of the database. */
export function convertedSql(from: ColumnType, to: ColumnType, expression: string): string {
  if (from.kind === 'json' && to.kind === 'json') return rewrittenSql(from.shape, to.shape, expression) ?? expression;
  if (from.kind === 'date' && to.kind === 'instant') return `${expression}::timestamp at time zone 'UTC'`;
  if (from.kind === 'instant' && to.kind === 'date') return `(${expression} at time zone 'UTC')::date`;
  if (to.kind === 'instant') return `${expression}::timestamptz`;
  if (to.kind === 'bytes') return `convert_to(${expression}, 'UTF8')`;
  return `${expression}::${to.kind === 'text' ? 'text' : columnTypeSql(to)}`;
}

/** A document of one shape as one of another; `undefined` where every stored document is right as it is. */
export function rewrittenSql(from: JsonShape, to: JsonShape, expression: string, depth = 0): string | undefined {
  if (from.kind === 'list' && to.kind === 'list') return list(rewrittenSql(from.element, to.element, `item${depth}.value`, depth + 1), expression, depth);
  if (from.kind === 'map' && to.kind === 'map') return map(rewrittenSql(from.value, to.value, `item${depth}.value`, depth + 1), expression, depth);
  if (from.kind === 'object' && to.kind === 'object') return object(from.fields, to.fields, expression, depth);
  if (from.kind === 'scalar' && to.kind === 'scalar') return scalar(from.type, to.type, expression);
  return undefined;
}

function list(element: string | undefined, expression: string, depth: number): string | undefined {
  if (element === undefined) return undefined;
  const row = `item${depth}`;
  return `(select coalesce(jsonb_agg(${element} order by ${row}.place), '[]'::jsonb) from jsonb_array_elements(${expression}) with ordinality as ${row}(value, place))`;
}

function map(value: string | undefined, expression: string, depth: number): string | undefined {
  if (value === undefined) return undefined;
  const row = `item${depth}`;
  return `(select coalesce(jsonb_object_agg(${row}.key, ${value}), '{}'::jsonb) from jsonb_each(${expression}) as ${row}(key, value))`;
}

function object(from: readonly JsonField[], to: readonly JsonField[], expression: string, depth: number): string | undefined {
  let result = expression;
  for (const { name } of from.filter((field) => !to.some((other) => other.name === field.name))) result = `(${result} - ${textLiteral(name)})`;
  for (const field of to) {
    const old = from.find(({ name }) => name === field.name);
    const key = textLiteral(field.name);
    if (old) {
      const inner = rewrittenSql(old.shape, field.shape, `(${expression} -> ${key})`, depth);
      if (inner !== undefined) result = `(${result} || case when ${expression} ? ${key} then jsonb_build_object(${key}, ${inner}) else '{}'::jsonb end)`;
    }
    if (!field.optional && field.initial && (old === undefined || old.optional)) {
      result = `(jsonb_build_object(${key}, ${documentSql(field.shape, field.initial)}) || ${result})`;
    }
  }
  return result === expression ? undefined : result;
}

function scalar(from: ScalarColumnType, to: ScalarColumnType, expression: string): string | undefined {
  if (from.kind === to.kind && !(to.kind === 'decimal' && from.kind === 'decimal' && from.scale !== to.scale)) return undefined;
  return canonicalSql(to, convertedSql({ kind: 'text' }, to, `(${expression} #>> '{}')`));
}

/** A value of a column type as a document holds it. */
function canonicalSql(type: ScalarColumnType, expression: string): string {
  switch (type.kind) {
    case 'integer':
    case 'float':
    case 'boolean':
      return `to_jsonb(${expression})`;
    case 'instant':
      return `to_jsonb(to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`;
    case 'bytes':
      return `to_jsonb(replace(encode(${expression}, 'base64'), E'\\n', ''))`;
    default:
      return `to_jsonb((${expression})::text)`;
  }
}

function documentSql(shape: JsonShape, value: InitialValue): string {
  if (shape.kind === 'scalar') return canonicalSql(shape.type, valueSql(shape.type, value));
  return value.kind === 'literal' ? `${textLiteral(value.text)}::jsonb` : 'to_jsonb(now())';
}


import type { ColumnModel, ColumnType, JsonShape } from '../schema-model';
import { columnTypeSql, convertedSql, hasEffect, indexExpressionSql, rewrittenSql, textLiteral, valueSql } from '.';

const text: JsonShape = { kind: 'scalar', type: { kind: 'text' } };
const integer: JsonShape = { kind: 'scalar', type: { kind: 'integer' } };
const bigint: JsonShape = { kind: 'scalar', type: { kind: 'bigint' } };
const list = (element: JsonShape): JsonShape => ({ kind: 'list', element });
const part = (name: string, shape: JsonShape, rest: object = {}) => ({ name, shape, optional: false, ...rest });

describe('SQL of PostgreSQL', () => {
  it.each<[ColumnType, string]>([
    [{ kind: 'text' }, 'text collate "C"'],
    [{ kind: 'decimal', precision: 18, scale: 2 }, 'numeric(18, 2)'],
    [{ kind: 'float' }, 'double precision'],
    [{ kind: 'instant' }, 'timestamptz(6)'],
    [{ kind: 'duration' }, 'bigint'],
    [{ kind: 'bytes' }, 'bytea'],
    [{ kind: 'json', shape: list(text) }, 'jsonb'],
    [{ kind: 'uuid' }, 'uuid'],
  ])('has for %j the type %s', (type, expected) => {
    expect(columnTypeSql(type)).toBe(expected);
  });

  it.each<[ColumnType, string, string]>([
    [{ kind: 'text' }, "it's \\ `", "'it''s \\ `'"],
    [{ kind: 'decimal', precision: 9, scale: 2 }, '1.50', '1.50'],
    [{ kind: 'boolean' }, 'true', 'true'],
    [{ kind: 'instant' }, '2026-01-31T09:30:00.000001Z', "'2026-01-31T09:30:00.000001Z'::timestamptz"],
    [{ kind: 'bytes' }, 'AAE=', "decode('AAE=', 'base64')"],
    [{ kind: 'float' }, '1e+21', "'1e+21'::double precision"],
    [{ kind: 'json', shape: list(text) }, '[]', "'[]'::jsonb"],
  ])('writes a value of %j', (type, value, expected) => {
    expect(valueSql(type, { kind: 'literal', text: value })).toBe(expected);
  });

  it('quotes a text, whatever it holds', () => {
    expect(textLiteral("'; drop table \"order\"; --")).toBe("'''; drop table \"order\"; --'");
  });

  it.each<[ColumnType, ColumnType, string]>([
    [{ kind: 'integer' }, { kind: 'bigint' }, '"c"::bigint'],
    [{ kind: 'text' }, { kind: 'instant' }, '"c"::timestamptz'],
    [{ kind: 'date' }, { kind: 'instant' }, '"c"::timestamp at time zone \'UTC\''],
    [{ kind: 'instant' }, { kind: 'date' }, '("c" at time zone \'UTC\')::date'],
    [{ kind: 'uuid' }, { kind: 'text' }, '"c"::text'],
    [{ kind: 'text' }, { kind: 'bytes' }, "convert_to(\"c\", 'UTF8')"],
  ])('converts %j to %j', (from, to, expected) => {
    expect(convertedSql(from, to, '"c"')).toBe(expected);
  });

  it('puts descending and absent values of an index where the queries want them', () => {
    expect(indexExpressionSql({ column: 'a' }, { kind: 'text' })).toBeUndefined();
    expect(indexExpressionSql({ column: 'a', direction: 'desc' }, { kind: 'text' })).toBe('"a" desc');
    expect(indexExpressionSql({ column: 'a', direction: 'desc', absentLast: true }, { kind: 'text' })).toBe('"a" desc nulls last');
    expect(indexExpressionSql({ column: 'a', digest: true }, { kind: 'json', shape: list(text) })).toBe('md5("a"::text)');
  });
});

describe('a document', () => {
  it.each<[string, JsonShape, JsonShape]>([
    ['stays', list(text), list(text)],
    ['may lack a part from now on', list({ kind: 'object', fields: [part('a', text)] }), list({ kind: 'object', fields: [part('a', text, { optional: true })] })],
    ['may have a part more', list({ kind: 'object', fields: [] }), list({ kind: 'object', fields: [part('a', text, { optional: true })] })],
  ])('that %s is not touched', (_name, from, to) => {
    expect(rewrittenSql(from, to, 'c')).toBeUndefined();
    const column = (shape: JsonShape): ColumnModel => ({ name: 'c', origin: 'c', required: true, type: { kind: 'json', shape } });
    expect(hasEffect({ kind: 'changeColumn', table: 't', from: column(from), to: column(to) })).toBe(false);
  });

  it('gets new parts in front, so that those that are there win', () => {
    const initial = { kind: 'literal', text: "it's" };
    expect(rewrittenSql({ kind: 'object', fields: [] }, { kind: 'object', fields: [part('a', text, { initial })] }, 'c')).toBe("(jsonb_build_object('a', to_jsonb(('it''s')::text)) || c)");
  });

  it('loses parts that are gone', () => {
    expect(rewrittenSql({ kind: 'object', fields: [part('a', text)] }, { kind: 'object', fields: [] }, 'c')).toBe("(c - 'a')");
  });

  it('is converted element by element, in its order', () => {
    expect(rewrittenSql(list(integer), list(bigint), 'c')).toBe(
      "(select coalesce(jsonb_agg(to_jsonb(((item0.value #>> '{}')::bigint)::text) order by item0.place), '[]'::jsonb) from jsonb_array_elements(c) with ordinality as item0(value, place))",
    );
  });
});

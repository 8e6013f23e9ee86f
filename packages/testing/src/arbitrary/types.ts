import { upperFirst } from '@planner/model';
import type { Constraint, Literal, Scalar, SourceSpan, Text, TypeBase, TypeExpression } from '@planner/model';
import type { Draw } from './draw';
import { text } from './names';
import type { Names } from './names';

export const NOWHERE: SourceSpan = { file: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

export function word(value: string): Text {
  return { text: value, span: NOWHERE };
}

/** What a type may name at some place of the model. */
export interface Known {
  readonly draw: Draw;
  readonly names: Names;
  readonly hostile: boolean;
  readonly enums: Map<string, readonly string[]>;
  /** One-line value objects with a literal for each, if there is one. */
  readonly simple: Map<string, string | undefined>;
  /** Value objects of several fields, with those of their fields that can be compared. */
  readonly composite: Map<string, readonly string[]>;
  /** One-line value objects that an identity may be. */
  readonly identities: Set<string>;
  readonly aggregates: string[];
}

/** Where a type stands. */
export interface Spot {
  /** With the field's name behind it: what an inline enum is called. */
  readonly owner: string;
  readonly field: string;
  readonly entities?: readonly string[];
  /** Entities that may be named by ref. */
  readonly entityRefs?: readonly string[];
  readonly unique?: boolean;
}

/** A type with a value that it takes, where there is one to write. */
export interface DrawnType {
  readonly type: TypeExpression;
  readonly literal?: Literal;
  readonly comparable: boolean;
}

const PATTERNS = [
  '[A-Z]{3,10}',
  '\\d{2}:\\d{2}',
  '[a-z]+(-[a-z]+)*',
  '.*',
  '[^@\\s]+@[^@\\s]+',
  '(a|b)?c',
  '["\'`$<%=>{}\\\\/]*',
  '\\/[a-z]+\\/',
  '[\\w.-]+',
  ' +',
  'x{1,5}',
  '[À-ỹ ]*',
  '#[0-9a-fA-F]{6}',
  '\\$\\{a\\}',
];
const LITERALS: Readonly<Record<Scalar, readonly string[]>> = {
  uuid: ['00000000-0000-4000-8000-000000000001'],
  string: [],
  text: [],
  int: ['0', '7', '-3'],
  bigint: ['0', '9007199254740993'],
  decimal: ['0', '1.5', '-0'],
  float: ['0', '0.25', '1e3'],
  bool: ['true', 'false'],
  date: ['2026-01-31'],
  datetime: [
    '2026-01-31T09:30:00Z',
    '2026-01-31T09:30:00.123456+07:00',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999Z',
  ],
  duration: ['PT45M', 'P1DT2H', '-PT0.000001S', 'P3652500D'],
  bytes: [],
  json: [],
};
const SCALAR_NAMES = Object.keys(LITERALS) as [Scalar, ...Scalar[]];

/** A type for a field; lists and maps among them. */
export function fieldType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  const kind = draw.below(12);
  if (kind === 10) return listType(known, spot);
  if (kind === 11) return mapType(known, spot);
  if (kind === 9 && (spot.entities ?? []).length > 0)
    return plain(draw.pick(spot.entities ?? []) ?? '', { optional: draw.chance(2) });
  const element = elementType(known, spot);
  const optional = draw.chance(3);
  const fallback =
    !optional && element.literal !== undefined && draw.chance(2)
      ? [{ kind: 'default', value: element.literal, span: NOWHERE } as const]
      : [];
  const unique =
    spot.unique === true && element.comparable && draw.chance(5) ? [{ kind: 'unique', span: NOWHERE } as const] : [];
  return {
    ...element,
    type: { ...element.type, optional, constraints: [...element.type.constraints, ...fallback, ...unique] },
  };
}

/** A type that a list or a map may hold too: never optional, no default. */
export function elementType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  switch (draw.below(9)) {
    case 5:
      return named(known, [...known.simple.keys()], known.simple) ?? scalarType(known);
    case 6:
      return enumType(known, spot);
    case 7:
      return plainOf(known, [...known.composite.keys()]) ?? scalarType(known);
    case 8:
      return refType(known, spot);
    default:
      return scalarType(known);
  }
}

/** A built-in type with constraints that fit. */
export function scalarType(known: Known): DrawnType {
  const { draw } = known;
  const scalar = draw.pick(SCALAR_NAMES);
  const base: TypeBase =
    scalar === 'decimal'
      ? { kind: 'decimal', precision: word(draw.pick(['18', '9', '38'])), scale: word(draw.pick(['2', '4', '0'])) }
      : { kind: 'named', name: word(scalar) };
  const constraints =
    scalar === 'string' || scalar === 'text' ? textConstraints(draw) : numberConstraints(draw, scalar);
  const found = literalFor(known, scalar, base, constraints);
  return {
    type: expression(base, constraints),
    ...(found === undefined ? {} : { literal: found }),
    comparable: scalar !== 'json',
  };
}

function textConstraints(draw: Draw): Constraint[] {
  if (draw.chance(3)) return [{ kind: 'pattern', value: word(draw.pick(PATTERNS) ?? '.*'), span: NOWHERE }];
  const max = draw.chance(2) ? [bound('max', String(draw.between(20, 100)))] : [];
  return draw.chance(3) ? [bound('min', String(draw.below(3))), ...max] : max;
}

function numberConstraints(draw: Draw, scalar: Scalar): Constraint[] {
  if (scalar === 'bytes') return draw.chance(2) ? [bound('max', '1000')] : [];
  if (!['int', 'bigint', 'decimal', 'float'].includes(scalar)) return [];
  return [...(draw.chance(3) ? [bound('min', '-10')] : []), ...(draw.chance(3) ? [bound('max', '1000')] : [])];
}

function bound(kind: 'min' | 'max', value: string): Constraint {
  return { kind, value: word(value), span: NOWHERE };
}

function literalFor(
  known: Known,
  scalar: Scalar,
  base: TypeBase,
  constraints: readonly Constraint[],
): Literal | undefined {
  const { draw } = known;
  const has = (kind: Constraint['kind']) => constraints.some((constraint) => constraint.kind === kind);
  if (scalar === 'string' || scalar === 'text') {
    if (has('pattern')) return undefined;
    const value = Array.from(text(draw, known.hostile).replaceAll('\0', '')).slice(0, 20).join('');
    return { ...word(Array.from(value).length < 3 ? 'abc' : value), quoted: true };
  }
  if ((scalar === 'datetime' || scalar === 'date') && draw.chance(2)) return { ...word('now'), quoted: false };
  const value = draw.pick(LITERALS[scalar]);
  if (value === undefined) return undefined;
  const tooFine = base.kind === 'decimal' && base.scale.text === '0' && value.includes('.');
  const tooLarge = has('max') && Number(value) > 1000;
  return tooFine || tooLarge ? { ...word('0'), quoted: false } : { ...word(value), quoted: draw.chance(4) };
}

function enumType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  const declared = draw.pick([...known.enums.keys()]);
  const members = known.names.members(1);
  if (declared !== undefined && draw.chance(2))
    return {
      type: expression({ kind: 'named', name: word(declared) }),
      ...memberOf(draw, known.enums.get(declared) ?? []),
      comparable: true,
    };
  if (!known.names.claim(spot.owner + upperFirst(spot.field))) return scalarType(known);
  return {
    type: expression({ kind: 'enum', members: members.map(word) }),
    ...memberOf(draw, members),
    comparable: true,
  };
}

function memberOf(draw: Draw, members: readonly string[]): { literal?: Literal } {
  const member = draw.pick(members);
  return member === undefined ? {} : { literal: { ...word(member), quoted: draw.chance(3) } };
}

function refType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  const target =
    draw.pick([
      ...known.aggregates,
      ...(spot.entityRefs ?? []),
      'accounts.Account',
      'market-data.Instrument',
      'other.Class',
    ]) ?? 'other.Class';
  return { type: expression({ kind: 'ref', target: word(target) }), comparable: true };
}

function listType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  const entity = (spot.entities ?? []).length > 0 && draw.chance(2) ? draw.pick(spot.entities ?? []) : undefined;
  const element = entity === undefined ? elementType(known, spot) : plain(entity);
  const distinct =
    entity === undefined && element.comparable && draw.chance(3) ? [{ kind: 'distinct', span: NOWHERE } as const] : [];
  const max = draw.chance(2) ? [bound('max', String(draw.between(2, 50)))] : [];
  return { type: expression({ kind: 'list', element: element.type }, [...max, ...distinct]), comparable: false };
}

function mapType(known: Known, spot: Spot): DrawnType {
  const { draw } = known;
  const key = expression({ kind: 'named', name: word('string') }, draw.chance(2) ? [bound('max', '20')] : []);
  const value = elementType(known, spot).type;
  return {
    type: expression({ kind: 'map', key, value }, draw.chance(3) ? [bound('max', '30')] : []),
    comparable: false,
  };
}

function named(
  known: Known,
  names: readonly string[],
  literals: Map<string, string | undefined>,
): DrawnType | undefined {
  const name = known.draw.pick(names);
  if (name === undefined) return undefined;
  const literal = literals.get(name);
  return {
    type: expression({ kind: 'named', name: word(name) }),
    ...(literal === undefined ? {} : { literal: { ...word(literal), quoted: true } }),
    comparable: true,
  };
}

function plainOf(known: Known, names: readonly string[]): DrawnType | undefined {
  const name = known.draw.pick(names);
  return name === undefined ? undefined : plain(name);
}

function plain(name: string, { optional = false } = {}): DrawnType {
  return { type: { ...expression({ kind: 'named', name: word(name) }), optional }, comparable: false };
}

export function expression(base: TypeBase, constraints: readonly Constraint[] = []): TypeExpression {
  return { span: NOWHERE, base, optional: false, constraints };
}

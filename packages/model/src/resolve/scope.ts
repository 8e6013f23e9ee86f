import type { ContextModel, Element, EnumModel, IdentityModel, ScalarType, TypeModel } from '../context-model';
import type {
  AggregateDeclaration,
  Declared,
  EntityDeclaration,
  EnumDeclaration,
  EnumMemberDeclaration,
  ModelDeclaration,
  ValueObjectDeclaration,
} from '../declaration';
import { Problems } from './problems';

/** What a type name may stand for. */
export type TypeSymbol =
  | { readonly kind: 'enum'; readonly declaration: EnumDeclaration }
  | { readonly kind: 'valueObject'; readonly declaration: ValueObjectDeclaration }
  | { readonly kind: 'aggregate'; readonly declaration: AggregateDeclaration }
  | { readonly kind: 'entity'; readonly declaration: EntityDeclaration; readonly aggregate: string };

/** Another context as far as this one may refer to it; a `ContextModel` is one. */
export type KnownContext = Pick<ContextModel, 'context' | 'aggregates' | 'events' | 'valueObjects' | 'enums'>;

/** What every step of the resolution shares. The maps fill up in the order of the steps. */
export interface Scope {
  readonly problems: Problems;
  readonly context: string;
  readonly symbols: ReadonlyMap<string, TypeSymbol>;
  readonly known: ReadonlyMap<string, KnownContext>;
  /** Declared, inline and lifecycle enums by their final names. */
  readonly enums: Map<string, EnumModel>;
  readonly simple: Map<string, ScalarType>;
  /** Of aggregates by name, of entities by `Aggregate.Entity`. */
  readonly identities: Map<string, IdentityModel>;
}

export function openScope(declaration: ModelDeclaration, known: readonly KnownContext[], problems: Problems): Scope {
  return {
    problems,
    context: declaration.context?.text ?? '',
    symbols: symbolsOf(declaration),
    known: new Map(known.map((context) => [context.context, context])),
    enums: new Map(),
    simple: new Map(),
    identities: new Map(),
  };
}

/** The first of two declarations of one name counts; the clash is reported with all others. */
function symbolsOf(declaration: ModelDeclaration): Map<string, TypeSymbol> {
  const symbols = new Map<string, TypeSymbol>();
  const add = (symbol: TypeSymbol) => {
    const name = symbol.declaration.name.text;
    if (!symbols.has(name)) symbols.set(name, symbol);
  };
  for (const each of declaration.enums) add({ kind: 'enum', declaration: each });
  for (const each of declaration.valueObjects) add({ kind: 'valueObject', declaration: each });
  for (const each of declaration.aggregates) add({ kind: 'aggregate', declaration: each });
  for (const aggregate of declaration.aggregates) {
    for (const each of aggregate.entities) add({ kind: 'entity', declaration: each, aggregate: aggregate.name.text });
  }
  return symbols;
}

/** What every named element of the model carries. */
export function elementOf(declared: Declared): Element {
  return {
    name: declared.name.text,
    ...(declared.description === undefined ? {} : { description: declared.description.text }),
    plan: declared.plan,
    span: declared.span,
  };
}

export function membersOf(members: readonly EnumMemberDeclaration[]): EnumModel['members'] {
  return members.map(({ name, description }) => ({
    name: name.text,
    ...(description === undefined ? {} : { description: description.text }),
  }));
}

/** Stands for a type that was reported already, so that nothing is reported twice. */
export const BROKEN: TypeModel = { kind: 'scalar', scalar: 'text' };

export function isBroken(type: TypeModel): boolean {
  if (type.kind === 'list') return isBroken(type.element);
  return type.kind === 'map' ? isBroken(type.value) : type === BROKEN;
}

/** The built-in scalar that a value of this type is on the wire; undefined for what is none. */
export function bareScalar(scope: Scope, type: TypeModel, depth = 0): ScalarType | undefined {
  if (type.kind === 'scalar') return type;
  if (type.kind === 'valueObject') return scope.simple.get(type.name);
  if (type.kind !== 'ref' || depth > 16) return undefined;
  if (type.target.kind === 'foreign') return { kind: 'scalar', scalar: 'string', min: '1', max: '255' };
  const key = type.target.kind === 'entity' ? `${type.target.aggregate}.${type.target.entity}` : type.target.aggregate;
  const identity = scope.identities.get(key);
  return identity?.kind === 'given' ? bareScalar(scope, identity.type, depth + 1) : { kind: 'scalar', scalar: 'uuid' };
}

export function refTo(aggregate: string): TypeModel {
  return { kind: 'ref', target: { kind: 'aggregate', aggregate } };
}

import type {
  AdapterDeclaration,
  EntityDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  OperationDeclaration,
  ServiceDeclaration,
  SourceSpan,
  Text,
  TypeExpression,
  UseCaseDeclaration,
  ValueObjectDeclaration,
} from '@planner/model';

/** Where an inferred element was read, and in which plan. */
export interface Origin {
  readonly plan: string;
  readonly span: SourceSpan;
}

export function text(word: string, { span }: Pick<Origin, 'span'>): Text {
  return { text: word, span };
}

function element(name: string, { plan, span }: Origin): { name: Text; span: SourceSpan; plan: string } {
  return { name: { text: name, span }, span, plan };
}

function named(name: string, { span }: Origin, optional = false): TypeExpression {
  return { span, base: { kind: 'named', name: { text: name, span } }, optional, constraints: [] };
}

/** `Symbol: string`. */
export function valueObject(name: string, at: Origin): ValueObjectDeclaration {
  return { ...element(name, at), body: { kind: 'simple', type: named('string', at) } };
}

export function enumeration(name: string, members: readonly string[], at: Origin): EnumDeclaration {
  return { ...element(name, at), members: members.map((member) => ({ name: text(member, at) })) };
}

export function entity(name: string, at: Origin): EntityDeclaration {
  return { ...element(name, at), fields: [], invariants: [] };
}

/** `symbol: Symbol?`. */
export function optionalField(name: string, type: string, at: Origin): FieldDeclaration {
  return { ...element(name, at), type: named(type, at, true) };
}

/** `id: OrderId`. */
export function field(name: string, type: string, at: Origin): FieldDeclaration {
  return { ...element(name, at), type: named(type, at) };
}

/** `orderLines: list(OrderLine)`. */
export function listField(name: string, type: string, at: Origin): FieldDeclaration {
  const base = { kind: 'list', element: named(type, at) } as const;
  return { ...element(name, at), type: { span: at.span, base, optional: false, constraints: [] } };
}

export interface OperationParts {
  readonly set?: readonly string[];
  readonly emits?: readonly string[];
  readonly deletes?: boolean;
}

/** An operation that sets fields as callers give them, emits and perhaps deletes. */
export function operation(
  name: string,
  { set = [], emits = [], deletes = false }: OperationParts,
  at: Origin,
): OperationDeclaration {
  const items = set.map((each) => ({ field: text(each, at) }));
  return {
    ...element(name, at),
    ...(items.length > 0 && { set: { all: false, items } }),
    ...(emits.length > 0 && { emits: emits.map((event) => ({ event: text(event, at) })) }),
    ...(deletes && { deletes: at.span }),
    add: [],
    remove: [],
    input: [],
    requires: [],
  };
}

/** A domain service with the one method `apply`, to be written. */
export function service(name: string, at: Origin): ServiceDeclaration {
  return { ...element(name, at), methods: [{ ...element('apply', at), input: [] }] };
}

/** An adapter that is asked for one thing, `execute`. */
export function adapter(name: string, select: string | undefined, at: Origin): AdapterDeclaration {
  return {
    ...element(name, at),
    ...(select !== undefined && { select: text(select, at) }),
    env: [],
    operations: [{ ...element('execute', at), input: [] }],
  };
}

export function useCase(name: string, aggregate: string, query: boolean, at: Origin): UseCaseDeclaration {
  return {
    ...element(name, at),
    ...(query && { kind: text('query', at) }),
    aggregate: text(aggregate, at),
    uses: [],
    requires: [],
  };
}

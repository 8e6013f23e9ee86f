import type { ModelDeclaration, Text } from '../../declaration';

/**
 * Everything that a plan defines, by its full path: `aggregates/Order/fields/note`. In `change` and `remove` a path is
 * written with dots and without the names of sections, as long as that says which one is meant: `Order.note`.
 */
export type Slot = readonly string[];

type Named = { readonly name: Text };

const SECTIONS: ReadonlySet<string> = new Set([
  'enums',
  'valueObjects',
  'aggregates',
  'events',
  'services',
  'adapters',
  'useCases',
  'policies',
  'fields',
  'entities',
  'operations',
  'invariants',
  'finders',
  'states',
  'env',
]);

export function slotKey(slot: Slot): string {
  return slot.join('/');
}

/** How a person may write a slot: in full, without the first section, without any. */
export function spellings(slot: Slot): string[] {
  const withoutAny = slot.filter((segment, index) => !SECTIONS.has(segment) || index === slot.length - 1);
  return [
    ...new Set([slot, slot.slice(1), withoutAny].filter((each) => each.length > 0).map((each) => each.join('.'))),
  ];
}

export function slotsOf(declaration: ModelDeclaration): Slot[] {
  const named = (path: Slot, items: readonly Named[]): Slot[] => items.map((item) => [...path, item.name.text]);
  const deep = <T extends Named>(path: Slot, items: readonly T[], inner: (path: Slot, item: T) => Slot[]): Slot[] =>
    items.flatMap((item) => [[...path, item.name.text], ...inner([...path, item.name.text], item)]);
  return [
    ...(['language', 'database'] as const).flatMap((key) => (declaration[key] === undefined ? [] : [[key]])),
    ...deep(['enums'], declaration.enums, (path, each) => named(path, each.members)),
    ...deep(['valueObjects'], declaration.valueObjects, (path, { body }) =>
      body.kind === 'simple'
        ? []
        : [...named([...path, 'fields'], body.fields), ...named([...path, 'invariants'], body.invariants)],
    ),
    ...deep(['aggregates'], declaration.aggregates, (path, each) => [
      ...named([...path, 'fields'], each.fields),
      ...(each.unique.length === 0 ? [] : [[...path, 'unique']]),
      ...deep([...path, 'entities'], each.entities, (inner, entity) => [
        ...named([...inner, 'fields'], entity.fields),
        ...named([...inner, 'invariants'], entity.invariants),
      ]),
      ...(each.lifecycle === undefined
        ? []
        : [[...path, 'lifecycle'], ...named([...path, 'lifecycle', 'states'], each.lifecycle.states)]),
      ...named([...path, 'operations'], each.operations),
      ...named([...path, 'invariants'], each.invariants),
      ...named([...path, 'finders'], each.finders),
      ...(each.persistence === undefined ? [] : [[...path, 'persistence']]),
      ...(each.description === undefined ? [] : [[...path, 'description']]),
    ]),
    ...deep(['events'], declaration.events, (path, each) => named([...path, 'fields'], each.fields)),
    ...deep(['services'], declaration.services, (path, each) => named(path, each.methods)),
    ...deep(['adapters'], declaration.adapters, (path, each) => [
      ...named([...path, 'operations'], each.operations),
      ...(each.select === undefined ? [] : [[...path, 'select']]),
      ...(each.env.length === 0 ? [] : [[...path, 'env']]),
    ]),
    ...named(['useCases'], declaration.useCases),
    ...named(['policies'], declaration.policies),
    ['grpc'],
    ...deep(['grpc'], declaration.grpc ?? [], (path, each) => each.useCases.map((useCase) => [...path, useCase.text])),
  ];
}

import { OBJECT_MEMBERS, RESERVED_BINDINGS, RESERVED_MEMBERS, RESERVED_PROPERTIES } from './reserved';

/** A name for a local, a parameter or a function: `class` becomes `class_`. `taken` are names already in scope. */
export function binding(name: string, taken: Iterable<string> = []): string {
  const used = new Set(taken);
  let free = name;
  while (RESERVED_BINDINGS.has(free) || used.has(free)) free += '_';
  return free;
}

/** A name for a method of an aggregate root: `then` becomes `then_`. */
export function member(name: string, taken: Iterable<string> = []): string {
  const used = new Set(taken);
  let free = name;
  while (RESERVED_MEMBERS.has(free) || used.has(free)) free += '_';
  return free;
}

/** A name for a method or a property of an object that has no members of its own: `then` becomes `then_`. */
export function method(name: string, taken: Iterable<string> = []): string {
  const used = new Set(taken);
  let free = name;
  while (OBJECT_MEMBERS.has(free) || used.has(free)) free += '_';
  return free;
}

/** A name for a field in the class of a value object or an entity: `equals` becomes `equals_`. */
export function property(name: string): string {
  return RESERVED_PROPERTIES.has(name) ? `${name}_` : name;
}

/** A name for a field of an event, beside `eventType`. */
export function eventProperty(name: string): string {
  return name === 'eventType' ? `${name}_` : name;
}

interface RefusedFeature {
  readonly what: string;
  readonly hint: string;
}

/** What the grammar refuses by name (plan format, "Refused in this version, by name"), and what to write in its place. */
const REFUSED: ReadonlyMap<string, RefusedFeature> = new Map([
  ['inheritance', { what: 'Inheritance', hint: 'Repeat the fields, or move what is shared into a value object.' }],
  [
    'union',
    {
      what: 'A union of types',
      hint: 'Declare one optional field per alternative and an invariant that exactly one is there.',
    },
  ],
  ['computed-field', { what: 'A computed field', hint: 'Set it in each operation: "set: [total = computed]".' }],
  ['stream', { what: 'A stream', hint: 'Use a query with "output: list(T)", which is paged, or an event.' }],
  ['roles', { what: 'A rule about roles', hint: 'Write it under "requires" as "Name: text"; its body is yours.' }],
  [
    'schedule',
    { what: 'A schedule', hint: 'Declare a custom use case and let a scheduler outside the service call it.' },
  ],
  [
    'range-filter',
    { what: 'A range filter', hint: 'A filter compares for equality; write a custom query for a range.' },
  ],
  ['caller-order', { what: 'An order that the caller chooses', hint: 'Write a fixed order: "sort: createdAt desc".' }],
  [
    'child-change',
    { what: "A change to one child's fields", hint: 'Remove the child and add it anew, or "set" the whole list.' },
  ],
  [
    'several-lifecycles',
    {
      what: 'A second lifecycle',
      hint: 'Keep one lifecycle; make the other an enum field that operations set, or an aggregate of its own.',
    },
  ],
  [
    'composite-identity',
    { what: 'An identity of several fields', hint: 'Keep the implied id and write "unique: [[first, second]]".' },
  ],
]);

export function refusedFeature(feature: string): RefusedFeature {
  const found = REFUSED.get(feature);
  if (found === undefined) throw new Error(`No refused feature is named ${feature}`);
  return found;
}

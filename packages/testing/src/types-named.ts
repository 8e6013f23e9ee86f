/** What a type of a plan may be. */
export const TYPE_KINDS = ['aggregate', 'entity', 'value object', 'simple value object', 'enum'] as const;
export type TypeKind = (typeof TYPE_KINDS)[number];

/**
 * A model, as YAML, with types of these names, in use wherever types of their kind can be. For tests of names that a language,
 * a library or generated code uses itself.
 */
export function modelWithTypes(kind: TypeKind, names: readonly string[]): string {
  const roots = kind === 'aggregate' ? names : ['Zebra'];
  const fields = kind === 'aggregate' ? [] : names.flatMap((name, index) => fieldsOf(kind, name, index));
  const entities = kind === 'entity' ? names.map((name, index) => `      ${name}: ${entity(index)}\n`) : [];
  return [
    'context: shop\n',
    ...section('enums', kind === 'enum' ? names.map((name) => `  ${name}: [A, B]\n`) : []),
    ...section('valueObjects', valueObjects(kind, names)),
    'aggregates:\n',
    ...roots.map((name) => aggregate(name, fields, entities)),
    'useCases:\n',
    ...roots.map(
      (name, index) => `  Run${index}: { aggregate: ${name}, input: { x: int }, requires: { Allowed: ok } }\n`,
    ),
  ].join('');
}

function section(key: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${key}:\n`, ...lines];
}

function valueObjects(kind: TypeKind, names: readonly string[]): string[] {
  if (kind === 'simple value object') return names.map((name) => `  ${name}: int\n`);
  const composite = '{ fields: { a: int, b: datetime?, c: duration }, invariants: { Sound: ok } }';
  return kind === 'value object' ? names.map((name) => `  ${name}: ${composite}\n`) : [];
}

function fieldsOf(kind: TypeKind, name: string, index: number): string[] {
  const one = kind === 'entity' ? [] : [`one${index}: ${name}`];
  return [...one, `maybe${index}: ${name}?`, `many${index}: list(${name})`];
}

function entity(index: number): string {
  return `{ fields: { q: int min 1, r: datetime default now }, invariants: { Whole${index}: ok } }`;
}

function aggregate(name: string, fields: readonly string[], entities: readonly string[]): string {
  const all = [
    'name: string unique',
    'at: datetime default now',
    'spent: duration',
    'data: json',
    'key: uuid',
    ...fields,
  ];
  return [
    `  ${name}:\n`,
    `    fields: { ${all.join(', ')}, price: "decimal(9,2)", sizes: "map(string, int)" }\n`,
    ...(entities.length === 0 ? [] : ['    entities:\n', ...entities]),
    '    lifecycle: { field: status, states: [ONE, TWO] }\n',
    '    operations: { open: { from: ONE, to: TWO, set: [name], requires: { Ready: ok } }, drop: { deletes: true } }\n',
    '    finders: { byName: { by: [name] } }\n',
  ].join('');
}

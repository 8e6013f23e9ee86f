import { SCALARS } from '@planner/model';
import type { ContextModel, FieldModel, IdentityModel, TypeModel } from '@planner/model';
import { printModelBlock } from '@planner/plan';
import * as fc from 'fast-check';
import { contextModelOf } from '../context-model-of';
import { arbitraryDeclaration } from '.';

/** Always the same ones, so that what they have does not change from run to run. */
const models = fc
  .sample(arbitraryDeclaration({ minChoices: 500 }), { seed: 2, numRuns: 80 })
  .map((declaration) => contextModelOf(printModelBlock(declaration)));

const aggregates = models.flatMap((model) => model.aggregates);
const entities = aggregates.flatMap((aggregate) => aggregate.entities);
const operations = aggregates.flatMap((aggregate) => aggregate.operations);
const useCases = models.flatMap((model) => model.useCases);
const calls = models.flatMap((model) => [
  ...model.services.flatMap((each) => each.methods),
  ...model.adapters.flatMap((each) => each.operations),
]);
const stored = [...aggregates, ...entities].flatMap((owner) => owner.fields);

/** `scalar uuid`, `list of entity`, `ref foreign`. */
function kindOf(type: TypeModel): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'list':
      return `list of ${type.element.kind}`;
    case 'map':
      return `map of ${type.value.kind}`;
    case 'ref':
      return `ref to ${type.target.kind}`;
    default:
      return type.kind;
  }
}

function kinds(fields: readonly Pick<FieldModel, 'type'>[]): Set<string> {
  return new Set(fields.map(({ type }) => kindOf(type)));
}

function identities(owners: readonly { readonly identity: IdentityModel }[]): Set<string> {
  return new Set(owners.map(({ identity }) => (identity.kind === 'given' ? kindOf(identity.type) : 'generated')));
}

const ELEMENTS = ['scalar', 'enum', 'valueObject', 'ref'];
const TYPES = [
  ...SCALARS,
  ...['enum', 'valueObject', 'entity', 'ref to aggregate', 'ref to entity', 'ref to foreign', 'list of entity'],
  ...ELEMENTS.flatMap((each) => [`list of ${each}`, `map of ${each}`]),
];
const IDENTITIES = [
  'generated',
  'uuid',
  'string',
  'text',
  'int',
  'bigint',
  'decimal',
  'date',
  'datetime',
  'valueObject',
  'ref to foreign',
];

it.each<[string, Set<string>, readonly string[]]>([
  ['fields of every type', kinds(stored), TYPES],
  [
    'fields of every type that may be absent',
    kinds(stored.filter(({ optional }) => optional)),
    [...SCALARS, 'enum', 'valueObject', 'entity'],
  ],
  ['children in children', kinds(entities.flatMap(({ fields }) => fields)), ['entity', 'list of entity']],
  [
    'defaults of every type that has some',
    kinds(stored.filter((field) => field.default?.kind === 'literal')),
    SCALARS.filter((each) => each !== 'bytes' && each !== 'json'),
  ],
  ['defaults of the moment', kinds(stored.filter((field) => field.default?.kind === 'now')), ['date', 'datetime']],
  ['value objects of every type', kinds(models.flatMap(simpleTypes)), SCALARS.filter((each) => each !== 'json')],
  [
    'value objects in value objects',
    kinds(models.flatMap(parts)),
    ['valueObject', 'list of valueObject', 'map of scalar', 'enum'],
  ],
  ['identities of every type', identities([...aggregates, ...entities]), IDENTITIES],
  ['references as identities', identities(aggregates), ['ref to aggregate', 'ref to foreign']],
  [
    'assignments of every kind',
    new Set(operations.flatMap(({ kind, assignments }) => assignments.map(({ value }) => `${kind} ${value.kind}`))),
    assignments(),
  ],
  [
    'parameters of every origin',
    new Set(operations.flatMap(({ parameters }) => parameters.map(({ origin }) => origin))),
    ['id', 'set', 'add', 'remove', 'input'],
  ],
  [
    'children given to operations',
    kinds(operations.flatMap(({ parameters }) => parameters)),
    ['entity', 'ref to entity', 'list of entity'],
  ],
  [
    'operations that end in none, one and several states',
    new Set(operations.map(({ to }) => String(to.length))),
    ['0', '1', '2', '3'],
  ],
  [
    'events from everywhere',
    new Set(
      operations.flatMap(({ emissions }) => emissions.flatMap(({ fields }) => fields.map(({ source }) => source.kind))),
    ),
    ['parameter', 'field', 'stub'],
  ],
  [
    'finders of every kind',
    new Set(
      aggregates.flatMap(({ finders }) =>
        finders.flatMap(({ by, single }) => [
          single ? 'single' : 'page',
          ...by.map(({ match, path }) => `${match} ${String(path.length)}`),
        ]),
      ),
    ),
    ['single', 'page', 'equals 1', 'equals 2', 'contains 1'],
  ],
  [
    'use cases of every kind',
    new Set(useCases.map(({ kind, action, output }) => `${kind} ${action.kind} ${output.kind}`)),
    actions(),
  ],
  [
    'uses of everything',
    new Set(useCases.flatMap(({ uses }) => uses.map(({ kind }) => kind))),
    ['aggregate', 'service', 'adapter'],
  ],
  [
    'whole aggregates in calls',
    kinds([...calls.flatMap(({ input, output }) => [...input, ...output]), ...useCases.flatMap(({ input }) => input)]),
    ['aggregate', 'list of aggregate', 'entity'],
  ],
])('there are %s', (_, found, expected) => {
  expect(expected.filter((each) => !found.has(each))).toEqual([]);
});

it.each<[string, boolean]>([
  ['deletions', operations.some(({ kind }) => kind === 'delete')],
  [
    'requirements',
    operations.some(({ requires }) => requires.length > 0) && useCases.some(({ requires }) => requires.length > 0),
  ],
  [
    'invariants of everything',
    [...aggregates, ...entities].every(hasRules) || (aggregates.some(hasRules) && entities.some(hasRules)),
  ],
  ['events by state', operations.some(({ emissions }) => emissions.some(({ states }) => states !== undefined))],
  [
    'creations with an element of a list',
    operations.some(({ kind, additions }) => kind === 'create' && additions.length > 0),
  ],
  ['declared events', models.some(({ events }) => events.some(({ declared }) => declared))],
  [
    'policies of both kinds',
    [true, false].every((own) =>
      models.some(({ policies }) => policies.some(({ on }) => (on.context === undefined) === own)),
    ),
  ],
  [
    'adapters by a member of an enum',
    models.some(({ adapters }) => adapters.some(({ select }) => select !== undefined)),
  ],
  ['unique sets', aggregates.some(({ unique }) => unique.some((paths) => paths.length > 1))],
  ['unique fields of children', entities.some(({ unique }) => unique.length > 0)],
  ['several services', models.some(({ grpcServices, aggregates: own }) => grpcServices.length > own.length)],
])('there are %s', (_, found) => {
  expect(found).toBe(true);
});

function hasRules({ invariants }: { readonly invariants: readonly unknown[] }): boolean {
  return invariants.length > 0;
}

function simpleTypes({ valueObjects }: ContextModel): { readonly type: TypeModel }[] {
  return valueObjects.flatMap((each) => (each.kind === 'simple' ? [each] : []));
}

function parts({ valueObjects }: ContextModel): readonly FieldModel[] {
  return valueObjects.flatMap((each) => (each.kind === 'composite' ? each.fields : []));
}

function assignments(): string[] {
  const both = ['parameter', 'literal', 'none', 'empty'].flatMap((kind) => [`create ${kind}`, `change ${kind}`]);
  return [...both, 'create now', 'change computed'];
}

function actions(): string[] {
  return [
    ...[
      'command operation aggregate',
      'command operation empty',
      'query get aggregate',
      'query finder page',
      'query finder aggregate',
    ],
    ...['command custom empty', 'command custom fields', 'query custom page', 'query custom fields'],
  ];
}

import { camelCase, plural, snakeCase, upperFirst } from '@planner/model';
import type {
  AggregateDeclaration,
  Declared,
  EntityDeclaration,
  FieldDeclaration,
  FinderDeclaration,
  OperationDeclaration,
  RuleDeclaration,
  SetDeclaration,
  TypeBase,
} from '@planner/model';
import { text, withMessages } from './names';
import { expression, fieldType, NOWHERE, word } from './types';
import type { DrawnType, Known, Spot } from './types';

export interface DrawnField {
  readonly declaration: FieldDeclaration;
  readonly drawn: DrawnType;
}

export function declared(name: string): Declared {
  return { name: word(name), span: NOWHERE, plan: '' };
}

export function describedBy(known: Known): { description?: ReturnType<typeof word> } {
  return known.draw.chance(3) ? { description: word(text(known.draw, known.hostile)) } : {};
}

/** Fields with types that fit the place. */
export function fields(
  known: Known,
  spot: Omit<Spot, 'field'>,
  min: number,
  max: number,
  except: readonly string[] = [],
): DrawnField[] {
  return known.names.fields(min, max, except).map((name) => {
    const drawn = fieldType(known, { ...spot, field: name });
    return { declaration: { ...declared(name), type: drawn.type }, drawn };
  });
}

export function rules(known: Known, prefix: string, max: number): RuleDeclaration[] {
  const names = known.names.fields(0, max, []);
  return names.map((name) => ({ ...declared(prefix + upperFirst(name)), text: word(text(known.draw, known.hostile)) }));
}

/** One aggregate with everything that the grammar allows below it. @param entities their names, already taken */
export function aggregate(known: Known, name: string, entities: readonly string[]): AggregateDeclaration {
  const { draw } = known;
  const lifecycle = draw.chance(2) ? known.names.fields(1, 1, []) : [];
  const [state] = lifecycle.filter((field) => known.names.claim(name + upperFirst(field)));
  const except = ['id', 'version', 'createdAt', 'updatedAt', ...(state === undefined ? [] : [state])];
  const drawn = [
    ...identity(known, known.aggregates.slice(0, known.aggregates.indexOf(name))),
    ...fields(known, { owner: name, entities, entityRefs: entities, unique: true }, 1, 7, except),
  ];
  const states = state === undefined ? [] : known.names.members(2);
  const own = drawn.filter((field) => field.declaration.name.text !== 'id');
  const operations = known.names
    .operations(name, 5)
    .map((operation) => operationOf(known, name, operation, own, states, entities));
  return {
    ...declared(name),
    ...describedBy(known),
    fields: drawn.map((field) => field.declaration),
    unique: uniqueSets(known, own),
    entities: entities.map((entity, index) => entityOf(known, entity, entities.slice(index + 1))),
    ...(state === undefined
      ? {}
      : {
          lifecycle: {
            field: word(state),
            states: states.map((each) => ({ name: word(each) })),
            span: NOWHERE,
            plan: '',
          },
        }),
    operations: [...(draw.chance(2) ? [create(known, name, own)] : []), ...operations],
    invariants: rules(known, 'Always', 2),
    finders: finders(
      known,
      own,
      state,
      operations.map((each) => each.name.text),
    ),
    ...(draw.chance(3) ? { persistence: word('state') } : {}),
  };
}

const IDENTITIES = ['uuid', 'string', 'text', 'int', 'bigint', 'date', 'datetime'] as const;

/** @param earlier aggregates whose identity it may be */
function identityBase({ draw, identities }: Known, earlier: readonly string[]): TypeBase {
  switch (draw.below(6)) {
    case 1:
      return { kind: 'decimal', precision: word('12'), scale: word('2') };
    case 2:
    case 3:
      return { kind: 'named', name: word(draw.pick([...identities]) ?? 'string') };
    case 4:
      return { kind: 'ref', target: word(draw.pick(['partners.Company', ...earlier])) };
    default:
      return { kind: 'named', name: word(draw.pick(IDENTITIES)) };
  }
}

function identity(known: Known, earlier: readonly string[] = []): DrawnField[] {
  const { draw } = known;
  if (!draw.chance(4)) return [];
  const type = expression(identityBase(known, earlier));
  return [{ declaration: { ...declared('id'), type }, drawn: { type, comparable: true } }];
}

/** Entities hold only entities that come after them, so that none contains itself. */
function entityOf(known: Known, name: string, later: readonly string[]): EntityDeclaration {
  const own = fields(known, { owner: name, entities: later, entityRefs: later, unique: true }, 1, 4, ['id']);
  return {
    ...declared(name),
    ...describedBy(known),
    fields: [...identity(known), ...own].map((field) => field.declaration),
    invariants: rules(known, name, 1),
  };
}

function uniqueSets(known: Known, own: readonly DrawnField[]): AggregateDeclaration['unique'] {
  const [first, second] = comparablePaths(known, own).map(word);
  return first !== undefined && second !== undefined && known.draw.chance(3)
    ? [{ paths: [first, second], span: NOWHERE }]
    : [];
}

/** Paths to what can be compared, into value objects too. */
function comparablePaths(known: Known, own: readonly DrawnField[]): string[] {
  return own.flatMap(({ declaration, drawn }) => {
    const name = declaration.name.text;
    if (drawn.comparable) return [name];
    const { base } = drawn.type;
    const inner = base.kind === 'named' ? (known.composite.get(base.name.text) ?? []) : [];
    return inner.map((each) => `${name}.${each}`);
  });
}

function create(known: Known, owner: string, own: readonly DrawnField[]): OperationDeclaration {
  if (known.draw.chance(3)) return { ...emptyOperation('create'), set: { all: true, span: NOWHERE } };
  const items = own
    .filter((field) => isRequired(field) || known.draw.chance(2))
    .map((field) => ({ field: field.declaration.name }));
  const input = fields(known, { owner: `Create${owner}` }, 0, 2, [
    'id',
    ...own.map((field) => field.declaration.name.text),
  ]);
  return {
    ...emptyOperation('create'),
    set: { all: false, items },
    input: input.map((field) => field.declaration),
    requires: rules(known, 'Creating', 1),
  };
}

function isRequired({ drawn }: DrawnField): boolean {
  const { base, optional, constraints } = drawn.type;
  if (base.kind === 'list' || base.kind === 'map') return constraints.some(({ kind }) => kind === 'min');
  return !optional && !constraints.some(({ kind }) => kind === 'default');
}

function emptyOperation(name: string): OperationDeclaration {
  return { ...declared(name), add: [], remove: [], input: [], requires: [] };
}

function operationOf(
  known: Known,
  owner: string,
  name: string,
  own: readonly DrawnField[],
  states: readonly string[],
  entities: readonly string[],
): OperationDeclaration {
  const { draw } = known;
  const from =
    states.length > 0 && draw.chance(2)
      ? { from: [...new Set([draw.pick(states) ?? '', draw.pick(states) ?? ''])].map(word) }
      : {};
  const requires = rules(known, upperFirst(name), 1);
  const event = draw.chance(3) ? undefined : known.names.free(`${owner}${upperFirst(name)}Done`);
  if (draw.chance(6))
    return {
      ...emptyOperation(name),
      ...from,
      requires,
      deletes: NOWHERE,
      ...(event === undefined ? {} : { emits: [{ event: word(event) }] }),
    };
  const to = states.length > 0 && draw.chance(2) ? [...new Set(draw.many(1, 3, () => draw.pick(states)))] : [];
  const changed = draw.some(own);
  const items = changed.map((field) => assignment(known, field));
  const taken = [
    'id',
    'expectedVersion',
    ...items.filter((item) => item.value === undefined).map((item) => item.field.text),
  ];
  const lists = own.filter((field) => !changed.includes(field) && field.drawn.type.base.kind === 'list');
  const [add, remove] = [lists.filter(() => draw.chance(2)), lists.filter(() => draw.chance(3))].map((some, index) =>
    freeChanges(some, index === 1, entities, taken),
  );
  const input = fields(known, { owner: upperFirst(name) + owner, entityRefs: entities }, 0, 2, taken);
  const emits =
    event === undefined
      ? undefined
      : to.length > 1 && draw.chance(2)
        ? to.map((state) => ({ event: word(event), state: word(state) }))
        : [{ event: word(event) }];
  return {
    ...emptyOperation(name),
    ...describedBy(known),
    ...from,
    ...(to.length === 0 ? {} : { to: to.map(word) }),
    ...(items.length === 0 ? {} : { set: { all: false, items } }),
    add: add ?? [],
    remove: remove ?? [],
    input: input.map((field) => field.declaration),
    requires,
    ...(emits === undefined ? {} : { emits }),
  };
}

/** List changes whose parameters, named after their types, meet no other parameter. */
function freeChanges(
  lists: readonly DrawnField[],
  removes: boolean,
  entities: readonly string[],
  taken: string[],
): OperationDeclaration['add'] {
  return lists.flatMap((field) => {
    const { base } = field.drawn.type;
    if (base.kind !== 'list') return [];
    const name = parameterName(base.element.base, removes, entities);
    if (taken.map(snakeCase).includes(snakeCase(name))) return [];
    taken.push(name);
    return [field.declaration.name];
  });
}

const SCALARS = [
  'uuid',
  'string',
  'text',
  'int',
  'bigint',
  'float',
  'bool',
  'date',
  'datetime',
  'duration',
  'bytes',
  'json',
];

function parameterName(base: DrawnType['type']['base'], removes: boolean, entities: readonly string[]): string {
  if (base.kind === 'ref') return `${camelCase(base.target.text.split('.').pop() ?? '')}Id`;
  if (base.kind === 'named' && !SCALARS.includes(base.name.text))
    return camelCase(base.name.text) + (removes && entities.includes(base.name.text) ? 'Id' : '');
  return base.kind === 'enum' ? 'inlineEnumParameterName' : 'value';
}

function assignment(known: Known, { declaration, drawn }: DrawnField): SetDeclaration {
  const { draw } = known;
  const field = declaration.name;
  switch (draw.below(6)) {
    case 1:
      return { field, value: { ...word('computed'), quoted: false } };
    case 2:
      return mayBeCleared(drawn) ? { field, value: { ...word('none'), quoted: false } } : { field };
    case 3:
      return drawn.literal === undefined ? { field } : { field, value: drawn.literal };
    default:
      return { field };
  }
}

function mayBeCleared({ type: { base, optional, constraints } }: DrawnField['drawn']): boolean {
  return base.kind === 'list' || base.kind === 'map' ? !constraints.some(({ kind }) => kind === 'min') : optional;
}

function finders(
  known: Known,
  own: readonly DrawnField[],
  state: string | undefined,
  operations: readonly string[],
): FinderDeclaration[] {
  const { draw } = known;
  const comparable = comparablePaths(known, own);
  const paths = [...comparable, 'id', 'createdAt', ...(state === undefined ? [] : [state])].filter(
    (path) => !['pageSize', 'pageToken'].includes(path),
  );
  const make = (name: string): FinderDeclaration => ({
    ...declared(name),
    by: draw
      .some(paths)
      .slice(0, 3)
      .map((path) => ({ path: word(path), optional: draw.chance(2) })),
    sort: draw
      .some(paths)
      .slice(0, 2)
      .map((path) => ({
        path: word(path),
        ...(draw.chance(2) ? { direction: word(draw.pick(['asc', 'desc'])) } : {}),
      })),
  });
  const names = known.names.fields(0, 2, ['list', 'get', 'create', ...operations]);
  return [...(draw.chance(2) ? [make('list')] : []), ...names.map(make)];
}

/** What comes into being with an aggregate of this name. */
export function namesWithAggregate(name: string): string[] {
  const useCases = [`Create${name}`, `Get${name}`, `List${plural(name)}`].flatMap(withMessages);
  return [
    ...new Set([
      `${name}Id`,
      `${name}Repository`,
      `${name}Created`,
      `${name}Service`,
      `table ${plural(name)}`,
      ...useCases,
    ]),
  ];
}

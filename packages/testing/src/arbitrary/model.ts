import { upperFirst } from '@planner/model';
import type {
  AdapterDeclaration,
  AggregateDeclaration,
  CallDeclaration,
  EventDeclaration,
  ModelDeclaration,
  OutputDeclaration,
  PolicyDeclaration,
  ServiceDeclaration,
  TypeExpression,
  UseCaseDeclaration,
  ValueObjectDeclaration,
} from '@planner/model';
import { printModelBlock } from '@planner/plan';
import * as fc from 'fast-check';
import { aggregate, declared, describedBy, fields, namesWithAggregate, rules } from './aggregates';
import { Draw } from './draw';
import { extras } from './extras';
import { Names, withMessages } from './names';
import { tryChanges } from './trial';
import { laterPlan } from './later-plan';
import { elementType, NOWHERE, scalarType, word } from './types';
import type { Known } from './types';

export interface ArbitraryModelOptions {
  /** At most this many aggregates; 3 if left out. */
  readonly maxAggregates?: number;
  /** Texts that try to break out of where they are written; true if left out. */
  readonly hostile?: boolean;
  /** Names that languages, databases and libraries reserve; true if left out. */
  readonly reserved?: boolean;
  /** At least this many choices before all that follow are the first one; 0 if left out. More of them, more of a model. */
  readonly minChoices?: number;
}

const MAX_CHOICES = 600;

/**
 * Random valid models, as the YAML text of a block. The whole grammar takes part except the event-sourced persistence.
 * Shrinks to fewer and simpler elements.
 */
export function arbitraryModel(options: ArbitraryModelOptions = {}): fc.Arbitrary<string> {
  return arbitraryDeclaration(options).map(printModelBlock);
}

/** The same before it is printed; its places say nothing. */
export function arbitraryDeclaration({
  maxAggregates = 3,
  hostile = true,
  reserved = true,
  minChoices = 0,
}: ArbitraryModelOptions = {}): fc.Arbitrary<ModelDeclaration> {
  return tape(minChoices).map((numbers) => drawModel(knownFor(numbers, reserved, hostile), maxAggregates));
}

/** A plan and a later one of the same context, which adds to the first, changes it and removes from it. */
export function arbitraryEvolution({
  maxAggregates = 3,
  hostile = true,
  reserved = true,
  minChoices = 0,
}: ArbitraryModelOptions = {}): fc.Arbitrary<readonly [ModelDeclaration, ModelDeclaration]> {
  return fc.tuple(tape(minChoices), tape(100)).map(([numbers, more]) => {
    const known = knownFor(numbers, reserved, hostile);
    const first = drawModel(known, maxAggregates);
    return [first, laterPlan({ ...known, draw: new Draw(more) }, first)];
  });
}

function tape(minLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: 5039 }), { minLength, maxLength: Math.max(MAX_CHOICES, 2 * minLength), size: 'max' });
}

function knownFor(numbers: readonly number[], reserved: boolean, hostile: boolean): Known {
  const draw = new Draw(numbers);
  const names = new Names(draw, reserved);
  return {
    draw,
    names,
    hostile,
    enums: new Map(),
    simple: new Map(),
    composite: new Map(),
    identities: new Set(),
    aggregates: [],
  };
}

function drawModel(known: Known, maxAggregates: number): ModelDeclaration {
  const { draw, names } = known;
  known.aggregates.push(...draw.many(1, maxAggregates, () => names.type(namesWithAggregate)));
  const enums = draw.many(0, 2, () => {
    const [name, members] = [names.type(), names.members(1)];
    known.enums.set(name, members);
    return { ...declared(name), members: members.map((member) => ({ name: word(member) })) };
  });
  const valueObjects = [...draw.many(0, 3, () => simple(known)), ...draw.many(0, 2, () => composite(known))];
  const aggregates = known.aggregates.map((name) => {
    const entities = draw.many(0, 2, () => names.type((entity) => [`${entity}Id`]));
    return aggregate(known, name, entities);
  });
  const services = draw.many(0, 1, () => service(known));
  const adapters = draw.many(0, 2, () => adapter(known));
  const custom = customUseCases(known, services, adapters);
  const useCases = [...renamedUseCases(known, aggregates), ...custom];
  const { events, policies } = foreign(known, custom);
  const declaration = {
    plan: '',
    span: NOWHERE,
    context: word(draw.pick(['shop', 'back-office', 'a1', 'class'])),
    ...(draw.chance(3) ? { database: word(draw.pick(['postgresql'])) } : {}),
    change: [],
    remove: [],
    enums,
    valueObjects,
    aggregates,
    events,
    services,
    adapters,
    useCases,
    policies: [...policies, ...followUps(known, custom)],
  };
  return tryChanges(declaration, extras(known));
}

function simple(known: Known): ValueObjectDeclaration | undefined {
  const { type, literal, comparable } = scalarType(known);
  if (!comparable) return undefined;
  const name = known.names.type();
  if (isIdentity(type)) known.identities.add(name);
  known.simple.set(name, literal?.text === 'now' && !literal.quoted ? undefined : literal?.text);
  return { ...declared(name), body: { kind: 'simple', type } };
}

function isIdentity({ base }: TypeExpression): boolean {
  return (
    base.kind === 'decimal' ||
    (base.kind === 'named' && !['bytes', 'float', 'bool', 'duration'].includes(base.name.text))
  );
}

function composite(known: Known): ValueObjectDeclaration {
  const name = known.names.type();
  const first = known.names.fields(1, 1, []).map((field) => {
    const drawn = elementType(known, { owner: name, field });
    return { declaration: { ...declared(field), type: drawn.type }, drawn };
  });
  const taken = first.map((field) => field.declaration.name.text);
  const all = [...first, ...fields(known, { owner: name }, 0, 3, taken)];
  const comparable = all.filter((field) => field.drawn.comparable).map((field) => field.declaration.name.text);
  known.composite.set(name, comparable);
  const body = { fields: all.map((field) => field.declaration), invariants: rules(known, name, 1) };
  return { ...declared(name), ...describedBy(known), body: { kind: 'composite', ...body } };
}

function call(known: Known, owner: string, name: string): CallDeclaration {
  const place = owner + upperFirst(name);
  const input = fields(known, { owner: place }, 0, 3).map((field) => field.declaration);
  return {
    ...declared(name),
    input,
    ...output(
      known,
      place,
      input.map((field) => field.name.text),
    ),
  };
}

/** @param except names that an inline enum of the input may have taken already */
function output(known: Known, owner: string, except: readonly string[]): { output?: OutputDeclaration } {
  const { draw } = known;
  switch (draw.below(4)) {
    case 1:
      return { output: { kind: 'type', type: scalarType(known).type } };
    case 2:
      return {
        output: {
          kind: 'type',
          type: { ...scalarType(known).type, base: { kind: 'list', element: scalarType(known).type }, constraints: [] },
        },
      };
    case 3:
      return {
        output: { kind: 'fields', fields: fields(known, { owner }, 1, 3, except).map((field) => field.declaration) },
      };
    default:
      return {};
  }
}

function service(known: Known): ServiceDeclaration {
  const name = known.names.free('PricingPolicy');
  return { ...declared(name), methods: known.names.fields(1, 2, []).map((method) => call(known, name, method)) };
}

function adapter(known: Known): AdapterDeclaration {
  const { draw, names } = known;
  const name = names.free('Gateway');
  const select = draw.chance(2) ? draw.pick([...known.enums.keys()]) : undefined;
  const members = select === undefined ? [] : draw.some(known.enums.get(select) ?? []);
  const variables = ['REMOTE_URL', 'REMOTE_API_KEY'].map(word);
  const env =
    select === undefined
      ? [{ variables, span: NOWHERE }]
      : members.map((member) => ({ member: word(member), variables, span: NOWHERE }));
  return {
    ...declared(name),
    ...(select === undefined ? {} : { select: word(select) }),
    env,
    operations: names.fields(1, 2, []).map((operation) => call(known, name, operation)),
  };
}

function customUseCases(
  known: Known,
  services: readonly ServiceDeclaration[],
  adapters: readonly AdapterDeclaration[],
): UseCaseDeclaration[] {
  const { draw, names } = known;
  const usable = [
    ...known.aggregates,
    ...services.map((each) => each.name.text),
    ...adapters.flatMap((each) => each.operations.map((operation) => `${each.name.text}.${operation.name.text}`)),
  ];
  return draw.many(0, 3, () => {
    const name = names.free(draw.pick(['RunNow', 'Reconcile', 'Overview', 'Then', 'Constructor']), (each) =>
      withMessages(each).slice(1),
    );
    const input = fields(known, { owner: name }, 0, 3, ['pageSize', 'pageToken']).map((field) => field.declaration);
    return {
      ...declared(name),
      ...(draw.chance(2) ? { kind: word(draw.pick(['query', 'command'])) } : {}),
      aggregate: word(draw.pick(known.aggregates) ?? ''),
      ...(input.length === 0 ? {} : { input }),
      ...output(
        known,
        name,
        input.map((field) => field.name.text),
      ),
      uses: draw.some(usable).map(word),
      requires: rules(known, name, 1),
    };
  });
}

/** Entries with an action: another name for a default, or a use case for a finder. */
function renamedUseCases(known: Known, aggregates: readonly AggregateDeclaration[]): UseCaseDeclaration[] {
  const { draw, names } = known;
  return draw.many(0, 2, () => {
    const aggregate = draw.pick(aggregates);
    if (aggregate === undefined) return undefined;
    const named = [...aggregate.operations, ...aggregate.finders].map((each) => each.name.text);
    const action = draw.pick([...named, 'create', 'get', 'list']);
    const name = names.free(draw.pick(['Renamed', 'Import', 'Yield', 'Self']), (each) => withMessages(each).slice(1));
    return {
      ...declared(name),
      ...describedBy(known),
      aggregate: aggregate.name,
      action: word(action ?? 'get'),
      uses: [],
      requires: rules(known, name, 1),
    };
  });
}

/** Policies of own events, where a use case needs nothing from them. */
function followUps(known: Known, useCases: readonly UseCaseDeclaration[]): PolicyDeclaration[] {
  const run = useCases.find((useCase) => useCase.kind?.text !== 'query' && useCase.input === undefined);
  const aggregate = known.draw.pick(known.aggregates);
  if (run === undefined || aggregate === undefined || !known.draw.chance(2)) return [];
  return [{ ...declared('FollowCreated'), on: word(`${aggregate}Created`), run: run.name, with: [] }];
}

/** An event of another context, and a policy that follows it where a use case asks for nothing that it lacks. */
function foreign(
  known: Known,
  useCases: readonly UseCaseDeclaration[],
): { events: EventDeclaration[]; policies: PolicyDeclaration[] } {
  const { draw } = known;
  if (!draw.chance(2)) return { events: [], policies: [] };
  const name = 'accounts.AccountFrozen';
  const run = useCases.find((useCase) => useCase.kind?.text !== 'query');
  const event = {
    ...declared(name),
    fields: (run?.input ?? []).map((field) => ({ ...field, type: { ...field.type, constraints: [] } })),
  };
  const takes = fields(
    known,
    { owner: 'AccountsAccountFrozen' },
    0,
    2,
    event.fields.map((field) => field.name.text),
  ).map((field) => field.declaration);
  const inlineFree = event.fields.every((field) => !JSON.stringify(field.type).includes('"enum"'));
  if (run === undefined || !inlineFree) return { events: [{ ...declared(name), fields: takes }], policies: [] };
  return {
    events: [{ ...event, fields: [...event.fields, ...takes] }],
    policies: [{ ...declared('FollowFrozen'), on: word(name), run: run.name, with: [] }],
  };
}

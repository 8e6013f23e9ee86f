import type {
  AggregateDeclaration,
  Declared,
  EntityDeclaration,
  FieldDeclaration,
  ModelDeclaration,
  TypeExpression,
} from '@planner/model';
import { aggregate, declared, fields, namesWithAggregate, rules } from './aggregates';
import type { Change } from './trial';
import { tryChanges } from './trial';
import { expression, NOWHERE, word } from './types';
import type { Known } from './types';

/** A later plan of the same context, drawn from the first one. Its changes are tried one by one; those that do not fit stay out. */
export function laterPlan(known: Known, first: ModelDeclaration): ModelDeclaration {
  const { draw } = known;
  const empty: ModelDeclaration = {
    plan: '',
    span: NOWHERE,
    ...(first.context === undefined ? {} : { context: first.context }),
    change: [],
    remove: [],
    enums: [],
    valueObjects: [],
    aggregates: [],
    events: [],
    services: [],
    adapters: [],
    useCases: [],
    policies: [],
  };
  const changes = [
    ...first.aggregates.flatMap((owner) => [
      ...draw.many(0, 3, () => addsField(known, owner)),
      ...draw.many(0, 3, () => removesField(known, owner)),
      ...draw.many(0, 2, () => changesField(known, owner)),
      addsEntity(known, owner),
      addsState(known, owner),
      ...owner.entities.flatMap((entity) => [
        addsChildField(known, owner, entity),
        removesChildField(known, owner, entity),
      ]),
    ]),
    addsPart(known, first),
    addsMember(known, first),
    addsAggregate(known),
  ];
  return tryChanges(
    empty,
    changes.filter(() => !draw.chance(3)),
    [first],
  );
}

function addsField(known: Known, { name, fields: before, entities }: AggregateDeclaration): Change {
  const names = entities.map((entity) => entity.name.text);
  return (later) => {
    const taken = [...IMPLIED, ...namesOf(before), ...namesOf(addition(later, name.text).fields)];
    const spot = { owner: name.text, entities: names, entityRefs: names, unique: true };
    const [field] = fields(known, spot, 1, 1, taken);
    if (field === undefined) return undefined;
    return amend(later, name.text, (own) => ({ ...own, fields: [...own.fields, added(field.declaration)] }));
  };
}

const IMPLIED = ['id', 'version', 'createdAt', 'updatedAt'];

/** A new field may be absent, or has a default; a list or a map may be empty. */
function added(field: FieldDeclaration): FieldDeclaration {
  const { base, constraints } = field.type;
  const settled = base.kind === 'list' || base.kind === 'map' || constraints.some(({ kind }) => kind === 'default');
  return settled ? field : { ...field, type: { ...field.type, optional: true } };
}

function removesField({ draw }: Known, { name, fields: before }: AggregateDeclaration): Change {
  const field = draw.pick(before.filter((each) => each.name.text !== 'id'));
  return (later) => removes(later, field && `${name.text}.fields.${field.name.text}`);
}

/** Another type, or one that may be absent, or is always there. */
function changesField(known: Known, { name, fields: before, entities }: AggregateDeclaration): Change {
  const { draw } = known;
  const names = entities.map((entity) => entity.name.text);
  return (later) => {
    const taken = ['id', ...namesOf(addition(later, name.text).fields)];
    const field = draw.pick(before.filter((each) => !taken.includes(each.name.text)));
    if (field === undefined) return undefined;
    const [other] = fields(known, { owner: `${name.text}New`, entities: names, entityRefs: names, unique: true }, 1, 1);
    const type: TypeExpression = draw.chance(2)
      ? { ...field.type, optional: !field.type.optional, constraints: [] }
      : (other?.declaration.type ?? field.type);
    const changed = amend(later, name.text, (own) => ({ ...own, fields: [...own.fields, { ...field, type }] }));
    return { ...changed, change: [...changed.change, word(`${name.text}.fields.${field.name.text}`)] };
  };
}

/** A new kind of child with the list that holds it. */
function addsEntity(known: Known, { name }: AggregateDeclaration): Change {
  return (later) => {
    const entity = known.names.type((own) => [`${own}Id`]);
    const own = fields(known, { owner: entity, unique: true }, 1, 3, ['id']).map(({ declaration }) => declaration);
    const child: EntityDeclaration = { ...declared(entity), fields: own, invariants: rules(known, entity, 1) };
    const one = expression({ kind: 'named', name: word(entity) });
    const type = known.draw.pick([expression({ kind: 'list', element: one }), { ...one, optional: true }]);
    const holder = { ...declared(`new${entity}`), type };
    return amend(later, name.text, (before) => ({
      ...before,
      fields: [...before.fields, holder],
      entities: [...before.entities, child],
    }));
  };
}

function addsChildField(known: Known, { name }: AggregateDeclaration, entity: EntityDeclaration): Change {
  return (later) => {
    const [field] = fields(known, { owner: entity.name.text, unique: true }, 1, 1, ['id', ...namesOf(entity.fields)]);
    if (field === undefined) return undefined;
    const child = { ...declared(entity.name.text), fields: [added(field.declaration)], invariants: [] };
    return amend(later, name.text, (before) => ({ ...before, entities: [...before.entities, child] }));
  };
}

function removesChildField({ draw }: Known, { name }: AggregateDeclaration, entity: EntityDeclaration): Change {
  const field = draw.pick(entity.fields.filter((each) => each.name.text !== 'id'));
  return (later) => removes(later, field && `${name.text}.entities.${entity.name.text}.fields.${field.name.text}`);
}

function addsState({ names }: Known, { name, lifecycle }: AggregateDeclaration): Change {
  return (later) => {
    const before = lifecycle?.states.map((state) => state.name.text) ?? [];
    const [state] = names.members(1).filter((each) => !before.includes(each));
    if (lifecycle === undefined || state === undefined) return undefined;
    const more = { ...lifecycle, states: [{ name: word(state) }] };
    return amend(later, name.text, (own) => ({ ...own, lifecycle: more }));
  };
}

/** A value object with one more field, everywhere it is used. */
function addsPart(known: Known, { valueObjects }: ModelDeclaration): Change {
  return (later) => {
    const wider = known.draw.pick(valueObjects.filter(({ body }) => body.kind === 'composite'));
    if (wider?.body.kind !== 'composite') return undefined;
    const [field] = fields(known, { owner: wider.name.text }, 1, 1, namesOf(wider.body.fields));
    if (field === undefined) return undefined;
    const body = { kind: 'composite', fields: [added(field.declaration)], invariants: [] } as const;
    return { ...later, valueObjects: [...later.valueObjects, { ...declared(wider.name.text), body }] };
  };
}

function addsMember({ draw, names }: Known, { enums }: ModelDeclaration): Change {
  return (later) => {
    const wider = draw.pick(enums);
    const [member] = names.members(1).filter((each) => wider?.members.every(({ name }) => name.text !== each));
    if (wider === undefined || member === undefined) return undefined;
    return { ...later, enums: [...later.enums, { ...declared(wider.name.text), members: [{ name: word(member) }] }] };
  };
}

function addsAggregate(known: Known): Change {
  return (later) => {
    const name = known.names.type(namesWithAggregate);
    return { ...later, aggregates: [...later.aggregates, aggregate(known, name, [])] };
  };
}

function removes(later: ModelDeclaration, path: string | undefined): ModelDeclaration | undefined {
  if (path === undefined || later.remove.some(({ text }) => text === path)) return undefined;
  return { ...later, remove: [...later.remove, word(path)] };
}

/** What the later plan says of an aggregate so far. */
function addition(later: ModelDeclaration, name: string): AggregateDeclaration {
  return (
    later.aggregates.find((each) => each.name.text === name) ?? {
      ...declared(name),
      fields: [],
      unique: [],
      entities: [],
      operations: [],
      invariants: [],
      finders: [],
    }
  );
}

function amend(
  later: ModelDeclaration,
  name: string,
  to: (aggregate: AggregateDeclaration) => AggregateDeclaration,
): ModelDeclaration {
  const others = later.aggregates.filter((each) => each.name.text !== name);
  return { ...later, aggregates: [...others, to(addition(later, name))] };
}

function namesOf(items: readonly Declared[]): string[] {
  return items.map(({ name }) => name.text);
}

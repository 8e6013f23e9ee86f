import type {
  AggregateDeclaration,
  CallDeclaration,
  Declared,
  FieldDeclaration,
  ModelDeclaration,
  OperationDeclaration,
  TypeExpression,
} from '@planner/model';
import { declared, fields } from './aggregates';
import { text } from './names';
import type { Change } from './trial';
import { expression, NOWHERE, word } from './types';
import type { Known } from './types';

/** What refers to the model as a whole, and is therefore drawn once the rest of it stands. Each may turn out not to fit. */
export function extras(known: Known): readonly Change[] {
  const all = [
    describedMembers,
    smallestSizes,
    eventsOfCreate,
    eventsByState,
    setsAll,
    addsAtCreate,
    entityInputs,
    containsFilters,
    declaredEvent,
    wholesInCalls,
    wholesInUseCases,
    policyOfOwnEvent,
    policyOfForeignEvent,
    listedServices,
  ];
  return known.draw.some(all).map((make) => make(known));
}

/** Enum members and states with a text of their own. */
function describedMembers({ draw, hostile }: Known): Change {
  const describe = <T extends object>(each: T): T =>
    draw.chance(2) ? { ...each, description: word(text(draw, hostile)) } : each;
  return (before) => ({
    ...before,
    enums: before.enums.map((each) => ({ ...describe(each), members: each.members.map(describe) })),
    aggregates: before.aggregates.map((each) => ({
      ...each,
      ...(each.lifecycle === undefined
        ? {}
        : { lifecycle: { ...each.lifecycle, states: each.lifecycle.states.map(describe) } }),
    })),
  });
}

/** Lists and maps that hold at least one element. */
function smallestSizes({ draw }: Known): Change {
  const sized = (field: FieldDeclaration): FieldDeclaration => {
    const { base, constraints } = field.type;
    if ((base.kind !== 'list' && base.kind !== 'map') || !draw.chance(2)) return field;
    const min = { kind: 'min', value: word('1'), span: NOWHERE } as const;
    return { ...field, type: { ...field.type, constraints: [min, ...constraints] } };
  };
  return (before) => eachAggregate(before, (each) => ({ ...each, fields: each.fields.map(sized) }));
}

function eventsOfCreate({ draw, names }: Known): Change {
  return (before) => {
    const owner = draw.pick(before.aggregates);
    const events = draw.many(0, 2, (index) => ({ event: word(names.free(`${owner?.name.text ?? ''}Made${index}`)) }));
    return change(before, owner, (each) => {
      const create = each.operations.find(isCreate) ?? operation('create');
      return {
        ...each,
        operations: [{ ...create, emits: events }, ...each.operations.filter((own) => !isCreate(own))],
      };
    });
  };
}

/** `emits: { OPEN: First, DONE: [First, Second] }`. */
function eventsByState({ draw, names }: Known): Change {
  return (before) => {
    const owner = draw.pick(
      before.aggregates.filter(({ operations }) => operations.some((own) => (own.to ?? []).length > 0)),
    );
    const own = draw.pick((owner?.operations ?? []).filter((each) => (each.to ?? []).length > 0));
    if (owner === undefined || own === undefined) return undefined;
    const events = [0, 1].map((index) => names.free(`${owner.name.text}Reached${index}`));
    const emits = (own.to ?? []).flatMap((state) => draw.some(events).map((event) => ({ event: word(event), state })));
    return changeOperation(before, owner, own, (each) => ({ ...each, emits }));
  };
}

function setsAll({ draw }: Known): Change {
  return (before) => {
    const { owner, own } = someOperation(draw, before);
    return changeOperation(before, owner, own, (each) => ({
      ...each,
      set: { all: true, span: NOWHERE },
      add: [],
      remove: [],
      input: [],
    }));
  };
}

/** A creation with the first element of a list. */
function addsAtCreate({ draw }: Known): Change {
  return (before) => {
    const owner = draw.pick(before.aggregates);
    const list = draw.pick((owner?.fields ?? []).filter(({ type }) => type.base.kind === 'list'));
    if (owner === undefined || list === undefined) return undefined;
    return change(before, owner, (each) => {
      const create = each.operations.find(isCreate) ?? operation('create');
      const names = each.fields.map(({ name }) => name.text).filter((name) => name !== list.name.text && name !== 'id');
      const added: OperationDeclaration = {
        ...create,
        set: { all: false, items: names.map((name) => ({ field: word(name) })) },
        add: [list.name],
      };
      return { ...each, operations: [added, ...each.operations.filter((other) => !isCreate(other))] };
    });
  };
}

/** Operations that take a child, several of them, or the identity of one. */
function entityInputs({ draw }: Known): Change {
  return (before) => {
    const { owner, own } = someOperation(draw, before);
    const entity = draw.pick(owner?.entities ?? [])?.name;
    if (entity === undefined) return undefined;
    const child = expression({ kind: 'named', name: entity });
    const type = draw.pick([
      child,
      listOf(child),
      expression({ kind: 'ref', target: entity }),
      { ...child, optional: true },
    ]);
    const input: FieldDeclaration = { ...declared('theChild'), type };
    return changeOperation(before, owner, own, (each) => ({ ...each, input: [...each.input, input] }));
  };
}

/** A finder by what a list holds. */
function containsFilters({ draw }: Known): Change {
  return (before) => {
    const owner = draw.pick(before.aggregates);
    const list = draw.pick((owner?.fields ?? []).filter(({ type }) => type.base.kind === 'list'));
    if (owner === undefined || list === undefined) return undefined;
    const by = [{ path: list.name, optional: draw.chance(2) }];
    const finder = { ...declared('holding'), by, sort: [] };
    const useCase = {
      ...declared(`${owner.name.text}sHolding`),
      aggregate: owner.name,
      action: word('holding'),
      uses: [],
      requires: [],
    };
    const found = change(before, owner, (each) => ({ ...each, finders: [...each.finders, finder] }));
    return { ...found, useCases: [...found.useCases, useCase] };
  };
}

/** An event with fields of its own: some that the aggregate or the operation fills, some that nothing does. */
function declaredEvent(known: Known): Change {
  const { draw } = known;
  return (before, model) => {
    const event = draw.pick(model.events.filter((each) => !each.declared));
    const owner = before.aggregates.find(({ name }) => name.text === event?.aggregate);
    if (event === undefined || owner === undefined) return undefined;
    const inputs = owner.operations.flatMap((own) => own.input);
    const carried = draw.some([...owner.fields, ...inputs].filter(({ name }) => name.text !== 'id')).map(withoutRules);
    const taken = carried.map(({ name }) => name.text);
    const more = fields(known, { owner: event.name }, 0, 2, [...taken, 'occurredAt']).map((field) => field.declaration);
    const distinct = [...new Map([...carried, ...more].map((field) => [field.name.text, field])).values()];
    return { ...before, events: [...before.events, { ...declared(event.name), fields: distinct }] };
  };
}

function withoutRules(field: FieldDeclaration): FieldDeclaration {
  const constraints = field.type.constraints.filter(({ kind }) => kind !== 'default' && kind !== 'unique');
  return { ...field, type: { ...field.type, constraints } };
}

/** Whole aggregates that domain services take and give. */
function wholesInCalls(known: Known): Change {
  const { draw } = known;
  return (before) => {
    const service = draw.pick(before.services);
    const method = draw.pick(service?.methods ?? []);
    if (service === undefined || method === undefined) return undefined;
    const changed: CallDeclaration = {
      ...method,
      input: [...method.input, { ...declared('theWhole'), type: whole(known) }],
      ...(draw.chance(2) ? { output: { kind: 'type', type: whole(known) } } : {}),
    };
    const methods = service.methods.map((each) => (each === method ? changed : each));
    return { ...before, services: before.services.map((each) => (each === service ? { ...service, methods } : each)) };
  };
}

function wholesInUseCases(known: Known): Change {
  const { draw } = known;
  return (before) => {
    const custom = draw.pick(before.useCases.filter(({ action }) => action === undefined));
    if (custom === undefined) return undefined;
    const entities = before.aggregates.find(({ name }) => name.text === custom.aggregate?.text)?.entities ?? [];
    const entity = draw.pick(entities)?.name;
    const child =
      entity === undefined
        ? []
        : [{ ...declared('theChild'), type: expression({ kind: 'named', name: entity }) } as const];
    const input = [{ ...declared('theWhole'), type: whole(known) }, ...child];
    const changed = {
      ...custom,
      ...(draw.chance(2) ? { input: [...(custom.input ?? []), ...input] } : {}),
      ...(draw.chance(2) ? { output: { kind: 'type', type: whole(known) } as const } : {}),
    };
    return { ...before, useCases: before.useCases.map((each) => (each === custom ? changed : each)) };
  };
}

function whole({ draw, aggregates, composite }: Known): TypeExpression {
  const name = draw.pick([...aggregates, ...composite.keys()]) ?? '';
  const one = expression({ kind: 'named', name: word(name) });
  return draw.pick([one, listOf(one), { ...one, optional: true }]);
}

/** Follows an event of this context with a use case that changes what it happened to. */
function policyOfOwnEvent({ draw }: Known): Change {
  return (before, model) => {
    const event = draw.pick(model.events);
    const run = draw.pick(
      model.useCases.filter(({ aggregate, action }) => aggregate === event?.aggregate && action.kind === 'operation'),
    );
    if (event === undefined || run === undefined) return undefined;
    const policy = { ...declared('FollowOwn'), on: word(event.name), run: word(run.name), with: [] };
    return { ...before, policies: [...before.policies, policy] };
  };
}

/** Follows an event of another context, whose fields have other names than what the use case takes. */
function policyOfForeignEvent({ draw, names }: Known): Change {
  return (before) => {
    const run = draw.pick(before.useCases.filter(({ action, kind }) => action === undefined && kind?.text !== 'query'));
    if (run === undefined) return undefined;
    const name = names.free('Moved');
    const pairs = (run.input ?? []).map((field, index) => ({
      input: field.name,
      field: { ...withoutRules(field), name: word(`part${index}`) },
    }));
    const policy = {
      ...declared('FollowMoved'),
      on: word(`market-data.${name}`),
      run: run.name,
      with: pairs.map(({ input, field }) => ({ input, field: field.name })),
    };
    const event = { ...declared(`market-data.${name}`), fields: pairs.map(({ field }) => field) };
    return { ...before, events: [...before.events, event], policies: [...before.policies, policy] };
  };
}

/** `grpc` with some of the use cases, in services of its own. */
function listedServices({ draw }: Known): Change {
  return (before, model) => {
    const some = model.useCases.filter(() => !draw.chance(4)).map(({ name }) => word(name));
    const half = draw.below(some.length + 1);
    const services = [some.slice(0, half), some.slice(half)].filter((each) => each.length > 0);
    if (services.length === 0) return undefined;
    return {
      ...before,
      grpc: services.map((useCases, index) => ({
        ...declared(index === 0 ? 'FrontService' : 'BackService'),
        useCases,
      })),
    };
  };
}

function listOf(element: TypeExpression): TypeExpression {
  return expression({ kind: 'list', element });
}

function isCreate({ name }: Declared): boolean {
  return name.text === 'create';
}

function operation(name: string): OperationDeclaration {
  return { ...declared(name), add: [], remove: [], input: [], requires: [] };
}

function someOperation(draw: Known['draw'], { aggregates }: ModelDeclaration) {
  const owner = draw.pick(aggregates);
  const own = draw.pick((owner?.operations ?? []).filter((each) => !isCreate(each) && each.deletes === undefined));
  return { owner, own };
}

function changeOperation(
  before: ModelDeclaration,
  owner: AggregateDeclaration | undefined,
  own: OperationDeclaration | undefined,
  to: (operation: OperationDeclaration) => OperationDeclaration,
): ModelDeclaration | undefined {
  if (own === undefined) return undefined;
  return change(before, owner, (each) => ({
    ...each,
    operations: each.operations.map((other) => (other === own ? to(other) : other)),
  }));
}

function change(
  before: ModelDeclaration,
  owner: AggregateDeclaration | undefined,
  to: (aggregate: AggregateDeclaration) => AggregateDeclaration,
): ModelDeclaration {
  return eachAggregate(before, (each) => (each === owner ? to(each) : each));
}

function eachAggregate(
  before: ModelDeclaration,
  to: (aggregate: AggregateDeclaration) => AggregateDeclaration,
): ModelDeclaration {
  return { ...before, aggregates: before.aggregates.map(to) };
}

import type { EmissionModel, EventFieldSource, EventModel, FieldModel, OperationModel } from '../context-model';
import type { EventDeclaration, ModelDeclaration } from '../declaration';
import { camelCase } from '../naming';
import type { SourceSpan } from '../source';
import { didYouMean } from '../suggest';
import type { StateModel } from './aggregates';
import { isSame } from './compatible';
import { membersFrom } from './declared-types';
import { undeclaredFields } from './event-fields';
import type { CarriedField } from './event-fields';
import { resolveFields } from './fields';
import { checkMembers, checkPascal } from './member-names';
import type { OperationDraft } from './operations';
import { sourceByName } from './provenance';
import { elementOf, refTo } from './scope';
import type { Scope } from './scope';

/** An aggregate with its operations before their events are filled. */
export interface AggregateDraft {
  readonly state: StateModel;
  readonly operations: readonly OperationDraft[];
  readonly persistence: 'state' | 'events';
}
export interface ResolvedEvents {
  readonly events: readonly EventModel[];
  /** By the draft's declaration: what each operation emits. */
  readonly emissions: ReadonlyMap<OperationDraft, readonly EmissionModel[]>;
}

interface Emitter {
  readonly draft: AggregateDraft;
  readonly operation: OperationDraft;
  readonly span: SourceSpan;
}

/** All events of this context, declared ones first, and what fills them. */
export function resolveEvents(
  scope: Scope,
  declaration: ModelDeclaration,
  drafts: readonly AggregateDraft[],
): ResolvedEvents {
  const declared = new Map(
    declaration.events.filter((event) => !event.name.text.includes('.')).map((event) => [event.name.text, event]),
  );
  const emitters = collectEmitters(scope, drafts, declared);
  reportNeverEmitted(scope, declared, emitters);
  requireEmissions(scope, drafts);
  const names = [
    ...[...declared.keys()].filter((name) => emitters.has(name)),
    ...[...emitters.keys()].filter((name) => !declared.has(name)),
  ];
  const events: EventModel[] = [];
  const emissions = new Map<OperationDraft, EmissionModel[]>();
  for (const name of names) {
    const [first, ...others] = emitters.get(name) ?? [];
    if (first === undefined) continue;
    const own = [first, ...others.filter((each) => sharesOwner(scope, name, first, each))];
    const carried = own.map((each) => ({
      emitter: each,
      fields: undeclaredFields(each.draft, each.operation.model, each.operation.declaration),
    }));
    const event = declared.get(name);
    const model =
      event === undefined
        ? union(scope, name, first, carried)
        : declaredEvent(
            scope,
            event,
            first.draft,
            carried.flatMap((each) => each.fields),
          );
    events.push(model);
    for (const { emitter, fields } of carried) {
      const filled = model.fields.map((field) => ({
        field: field.name,
        source: sourceOf(scope, emitter, model, field, fields),
      }));
      const states = emitter.operation.emits.find((each) => each.event.text === name)?.states;
      const list = emissions.get(emitter.operation) ?? [];
      list.push({ event: name, ...(states === undefined ? {} : { states }), fields: filled });
      emissions.set(emitter.operation, list);
    }
  }
  for (const [operation, list] of emissions) {
    const order = operation.emits.map((each) => each.event.text);
    list.sort((a, b) => order.indexOf(a.event) - order.indexOf(b.event));
  }
  return { events, emissions };
}

function collectEmitters(
  scope: Scope,
  drafts: readonly AggregateDraft[],
  declared: ReadonlyMap<string, EventDeclaration>,
): Map<string, Emitter[]> {
  const emitters = new Map<string, Emitter[]>();
  for (const draft of drafts) {
    for (const operation of draft.operations) {
      for (const { event } of operation.emits) {
        if (event.text.includes('.')) {
          scope.problems.error(
            'event/foreign-emitted',
            event.span,
            `"${event.text}" is another context's event; only that context emits it.`,
            'Emit an event of this context and let a policy there follow it.',
          );
          continue;
        }
        if (!declared.has(event.text)) checkPascal(scope.problems, event, 'The event');
        const list = emitters.get(event.text) ?? [];
        list.push({ draft, operation, span: event.span });
        emitters.set(event.text, list);
      }
    }
  }
  return emitters;
}

function reportNeverEmitted(
  scope: Scope,
  declared: ReadonlyMap<string, EventDeclaration>,
  emitters: ReadonlyMap<string, unknown>,
): void {
  for (const [name, event] of declared) {
    checkPascal(scope.problems, event.name, 'The event');
    if (emitters.has(name)) continue;
    scope.problems.warning(
      'event/never-emitted',
      event.name.span,
      `No operation emits ${name}, so it never happens and is left out.`,
      `${didYouMean(name, emitters.keys())}Name it under "emits" of an operation.`,
    );
  }
}

function requireEmissions(scope: Scope, drafts: readonly AggregateDraft[]): void {
  for (const { operations, persistence, state } of drafts) {
    if (persistence !== 'events') continue;
    for (const { declaration, emits } of operations) {
      if (emits.length > 0) continue;
      scope.problems.error(
        'operation/emits-nothing',
        declaration.name.span,
        `${state.root.name} is kept as events, but ${declaration.name.text} emits none.`,
        'Write "emits: SomethingHappened".',
      );
    }
  }
}

function sharesOwner(scope: Scope, name: string, first: Emitter, other: Emitter): boolean {
  const [owner, second] = [first.draft.state.root.name, other.draft.state.root.name];
  if (owner === second) return true;
  scope.problems.error(
    'event/two-owners',
    other.span,
    `${name} is emitted by ${owner} and by ${second}.`,
    'An event belongs to one aggregate; give one of them another name.',
  );
  return false;
}

interface Carried {
  readonly emitter: Emitter;
  readonly fields: readonly CarriedField[];
}

/** What the operations carry together; what not all of them carry is optional. */
function union(scope: Scope, name: string, first: Emitter, carried: readonly Carried[]): EventModel {
  const { declaration } = first.operation;
  const fields = new Map<string, { field: FieldModel; times: number }>();
  for (const { emitter, fields: own } of carried) {
    for (const { field } of own) {
      const known = fields.get(field.name);
      if (known !== undefined && !isSame(known.field.type, field.type)) {
        scope.problems.error(
          'event/types-differ',
          emitter.span,
          `${name} carries "${field.name}" with two types.`,
          `Declare ${name} under "events", or rename one of the inputs.`,
        );
      }
      const optional = field.optional || known?.field.optional === true;
      fields.set(field.name, { field: { ...(known?.field ?? field), optional }, times: (known?.times ?? 0) + 1 });
    }
  }
  const merged = [...fields.values()].map(({ field, times }) => {
    const collection = field.type.kind === 'list' || field.type.kind === 'map';
    return { ...field, optional: !collection && (field.optional || times < carried.length) };
  });
  const own = new Set(first.draft.state.root.fields.map((field) => field.name));
  checkMembers(
    scope.problems,
    `The event ${name}`,
    merged.map((field) => ({ name: field.name, span: field.span ?? first.span })),
    [],
    own,
  );
  return {
    name,
    plan: declaration.plan,
    span: first.span,
    aggregate: first.draft.state.root.name,
    fields: merged,
    declared: false,
  };
}

/** As declared; of an aggregate that is kept as events also what its operations set. */
function declaredEvent(
  scope: Scope,
  event: EventDeclaration,
  draft: AggregateDraft,
  carried: readonly CarriedField[],
): EventModel {
  const owner = draft.state.root.name;
  checkMembers(scope.problems, event.name.text, membersFrom(event.fields));
  const all = resolveFields(scope, event.fields, { owner: event.name.text, aggregate: owner });
  const fields = all.filter((field) => !restatesImplied(scope, event, owner, field));
  const known = new Set(fields.map((field) => field.name));
  const missing = draft.persistence === 'events' ? carried.filter(({ field }) => !known.has(field.name)) : [];
  const added = new Map(
    missing.map(({ field }) => [
      field.name,
      { ...field, optional: field.type.kind !== 'list' && field.type.kind !== 'map' },
    ]),
  );
  return { ...elementOf(event), aggregate: owner, fields: [...fields, ...added.values()], declared: true };
}

/** `<aggregate>Id` and `occurredAt` are there by themselves; saying so again is fine, meaning something else is not. */
function restatesImplied(scope: Scope, event: EventDeclaration, owner: string, field: FieldModel): boolean {
  const id = impliedId(owner);
  if (field.name !== id && field.name !== 'occurredAt') return false;
  const fits =
    field.name === id
      ? isSame(field.type, refTo(owner)) || isIdentityScalar(scope, owner, field)
      : field.type.kind === 'scalar' && field.type.scalar === 'datetime';
  if (!fits || field.optional) {
    scope.problems.error(
      'event/implied-field',
      field.span ?? event.span,
      `Every event of ${owner} carries "${field.name}" by itself.`,
      'Remove it, or choose another name for what you mean.',
    );
  }
  return true;
}

function isIdentityScalar(scope: Scope, owner: string, field: FieldModel): boolean {
  const identity = scope.identities.get(owner);
  return identity?.kind === 'given'
    ? isSame(identity.type, field.type) || field.type.kind === 'scalar'
    : field.type.kind === 'scalar' && field.type.scalar === 'uuid';
}

/** The name under which an event carries the identity of its aggregate: `orderId`. */
export function impliedId(aggregate: string): string {
  return `${camelCase(aggregate)}Id`;
}

function sourceOf(
  scope: Scope,
  emitter: Emitter,
  event: EventModel,
  field: FieldModel,
  carried: readonly CarriedField[],
): EventFieldSource {
  const own = carried.find((each) => each.field.name === field.name);
  if (!event.declared) return own?.source ?? { kind: 'absent' };
  const model: Omit<OperationModel, 'emissions'> = emitter.operation.model;
  const found = sourceByName(scope, emitter.draft.state, model, field);
  if ('source' in found) return found.source;
  if (own !== undefined && isSame(own.field.type, field.type)) return own.source;
  if (found.problem !== undefined) {
    scope.problems.warning(
      'event/not-filled',
      field.span ?? emitter.span,
      `"${field.name}" of ${event.name} is not filled at ${emitter.operation.declaration.name.text}: ${found.problem}.`,
      'Adapt the type, or write the stub that fills it.',
    );
  }
  const collection = field.type.kind === 'list' || field.type.kind === 'map';
  return { kind: 'stub', required: !field.optional && !collection && field.default === undefined };
}

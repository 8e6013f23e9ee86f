import type { EventFieldSource, FieldModel, OperationModel, ParameterModel } from '../context-model';
import type { OperationDeclaration } from '../declaration';
import { camelCase, upperFirst } from '../naming';
import type { AggregateDraft } from './events';

/** A field that an event carries without being told to, and where its value comes from. */
export interface CarriedField {
  readonly field: FieldModel;
  readonly source: EventFieldSource;
}

/**
 * What an operation takes (parameters) and sets (fields with a value that no caller gives). Of an aggregate that is
 * kept as events also everything that could not be told otherwise when the events are read back.
 */
export function undeclaredFields(
  draft: AggregateDraft,
  operation: Omit<OperationModel, 'emissions'>,
  declaration: OperationDeclaration,
): CarriedField[] {
  const taken = operation.parameters.filter((parameter) => parameter.origin !== 'id').map(fromParameter);
  const inputs = new Set(taken.map(({ field }) => field.name));
  const set = setFields(draft, operation, declaration).map((field) =>
    apart(draft, fromField(field), inputs.has(field.name)),
  );
  const state = draft.persistence === 'events' && operation.to.length > 1 ? fromLifecycle(draft, declaration.plan) : [];
  return [...taken, ...set, ...state].map((carried) => apart(draft, carried, isImplied(draft, carried.field.name)));
}

/** Fields with a literal, `now`, `none` or `computed` of this operation; at create not the mere starting values. */
function setFields(
  draft: AggregateDraft,
  operation: Omit<OperationModel, 'emissions'>,
  declaration: OperationDeclaration,
): FieldModel[] {
  const written = new Set(
    declaration.set?.all === false
      ? declaration.set.items.filter((item) => item.value !== undefined).map((item) => item.field.text)
      : [],
  );
  const changing = operation.assignments.filter(({ field, value }) => {
    if (value.kind === 'parameter') return false;
    return written.has(field) || (draft.persistence === 'events' && value.kind === 'now');
  });
  return changing.flatMap(({ field }) => draft.state.root.fields.find((each) => each.name === field) ?? []);
}

function fromParameter(parameter: ParameterModel): CarriedField {
  const { name, plan, span, type, optional } = parameter;
  return {
    field: { name, plan, ...(span === undefined ? {} : { span }), type, optional, unique: false },
    source: { kind: 'parameter', name, unwrap: false },
  };
}

function fromField(field: FieldModel): CarriedField {
  const { name, plan, span, type, optional } = field;
  return {
    field: { name, plan, ...(span === undefined ? {} : { span }), type, optional, unique: false },
    source: { kind: 'field', name, unwrap: false },
  };
}

function fromLifecycle({ state }: AggregateDraft, plan: string): CarriedField[] {
  const { lifecycle } = state.root;
  if (lifecycle === undefined) return [];
  const { name } = lifecycle;
  const field: FieldModel = {
    name,
    plan,
    type: { kind: 'enum', name: lifecycle.enum },
    optional: false,
    unique: false,
  };
  return [{ field, source: { kind: 'lifecycle', name, unwrap: false } }];
}

function isImplied({ state }: AggregateDraft, name: string): boolean {
  return name === 'occurredAt' || name === `${camelCase(state.root.name)}Id`;
}

/** What would meet another field of the event is told apart by its owner: `incidentOccurredAt`. */
function apart({ state }: AggregateDraft, carried: CarriedField, meets: boolean): CarriedField {
  if (!meets) return carried;
  return { ...carried, field: { ...carried.field, name: camelCase(state.root.name) + upperFirst(carried.field.name) } };
}

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
  const set = setFields(draft, operation, declaration).map(fromField);
  const state = draft.persistence === 'events' && operation.to.length > 1 ? fromLifecycle(draft, declaration.plan) : [];
  return [...taken, ...set, ...state].map((carried) => apartFromImplied(draft.state.root.name, carried));
}

/** Fields with a literal, `now`, `none` or `computed` of this operation; at create not the mere starting values. */
function setFields(draft: AggregateDraft, operation: Omit<OperationModel, 'emissions'>, declaration: OperationDeclaration): FieldModel[] {
  const written = new Set(declaration.set?.all === false ? declaration.set.items.filter((item) => item.value !== undefined).map((item) => item.field.text) : []);
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
  const field: FieldModel = { name, plan, type: { kind: 'enum', name: lifecycle.enum }, optional: false, unique: false };
  return [{ field, source: { kind: 'lifecycle', name, unwrap: false } }];
}

/** A field called `occurredAt` or `<aggregate>Id` would meet what every event carries; it is told apart by its owner. */
function apartFromImplied(aggregate: string, carried: CarriedField): CarriedField {
  const { name } = carried.field;
  const implied = name === 'occurredAt' || name === `${camelCase(aggregate)}Id`;
  return implied ? { ...carried, field: { ...carried.field, name: camelCase(aggregate) + upperFirst(name) } } : carried;
}

import type {
  AggregateModel,
  AssignedValue,
  DefaultModel,
  FieldModel,
  OperationModel,
  TypeModel,
} from '@planner/model';
import { holdsEntity, listNamed, parameterNamed, parameterVariant, sizeBefore } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { tuple } from '../../types';
import { nowFor } from '../now';
import { elements, parameterSample, type SampleMember } from './sample-values';

/** Variant of the values that mocked stubs answer. */
export const COMPUTED = 2;

/**
 * The members of the state that an operation changes, as they are afterwards (at create: all of them).
 * @param ids counted on for the events
 */
export function expectedChanges(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  target: string | undefined,
  ids: NewIds,
  imports: ImportSet,
): SampleMember[] {
  const children = childValues(context, aggregate, operation, imports, ids);
  const fields = aggregate.fields.flatMap((field) => {
    const value = children.get(field.name) ?? assigned(context, aggregate, operation, field, imports);
    return value === undefined ? [] : [{ name: attribute(field.name), value }];
  });
  const { lifecycle } = aggregate;
  const state = target ?? (operation.kind === 'create' ? lifecycle?.initial : undefined);
  const status =
    lifecycle && state !== undefined
      ? [
          {
            name: attribute(lifecycle.name),
            value: context.types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports),
          },
        ]
      : [];
  if (operation.kind === 'delete') return [...fields, ...status];
  const changed = [...fields, ...status, { name: 'updated_at', value: 'NOW' }];
  if (operation.kind !== 'create') return changed;
  return [
    { name: 'id', value: newIdentity(context, aggregate, operation, imports, ids) },
    ...changed,
    { name: 'version', value: '0' },
    { name: 'created_at', value: 'NOW' },
  ];
}

/** Answers the sources of new ids, one after the other, as `change_context` hands them out. */
export type NewIds = () => string;

export function idCounter(): NewIds {
  let count = 0;
  return () => `new_id(${String(++count)})`;
}

function newIdentity(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
  ids: NewIds,
): string {
  const id = imports.value(context.names.aggregate(aggregate.name).id);
  if (aggregate.identity.kind === 'generated') return `${id}(${ids()})`;
  return `${id}(${parameterSample(context, aggregate, operation, parameterNamed(operation, 'id'), imports)})`;
}

/** New values of fields that hold entities or lose an element, with ids in the order in which the entities are made. */
function childValues(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
  ids: NewIds,
): Map<string, string> {
  const values = new Map<string, string>();
  const added = new Map<string, string[]>();
  const created = (name: string) => {
    const parameter = parameterNamed(operation, name);
    const variant = parameterVariant(context, aggregate, operation, parameter);
    return context.samples.created(parameter.type, variant, imports, ids);
  };
  for (const { field, value } of operation.assignments) {
    const model = aggregate.fields.find(({ name }) => name === field);
    if (value.kind !== 'parameter' || model === undefined || !holdsEntity(model.type)) continue;
    values.set(field, created(value.parameter));
  }
  for (const { field, parameter } of operation.additions) {
    const list = listNamed(aggregate, field);
    added.set(field, [...(added.get(field) ?? []), created(parameter)]);
    const isPresent = sizeBefore(context, aggregate, operation, list) > 0;
    const present = isPresent ? [`*self.BEFORE.${attribute(field)}`] : [];
    values.set(field, tuple([...present, ...(added.get(field) ?? [])]));
  }
  for (const { field } of operation.removals) {
    const list = listNamed(aggregate, field);
    const [, ...kept] = elements(context, aggregate, list, sizeBefore(context, aggregate, operation, list), imports);
    values.set(field, tuple([...kept, ...(added.get(field) ?? [])]));
  }
  return values;
}

function assigned(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: FieldModel,
  imports: ImportSet,
): string | undefined {
  const value = operation.assignments.find((each) => each.field === field.name)?.value;
  return value === undefined ? undefined : assignedValue(context, aggregate, operation, field, value, imports);
}

function assignedValue(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: FieldModel,
  value: AssignedValue,
  imports: ImportSet,
): string {
  switch (value.kind) {
    case 'parameter':
      return givenValue(context, aggregate, operation, value.parameter, imports);
    case 'literal':
      return context.types.literal(field.type, value.text, imports);
    case 'now':
      return defaultValue(context, field.type, { kind: 'now' }, imports);
    case 'none':
      return 'None';
    case 'empty':
      return context.types.empty(field.type, imports);
    case 'computed':
      return context.samples.domain(field.type, COMPUTED, imports);
  }
}

/** `given["reason"]`; written out where its type says that it might have been left out. */
export function givenValue(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  name: string,
  imports: ImportSet,
): string {
  const parameter = parameterNamed(operation, name);
  if (parameter.default !== undefined || parameter.optional)
    return parameterSample(context, aggregate, operation, parameter, imports);
  const own = context.names.aggregate(aggregate.name).operations.get(operation.name)?.arguments.get(name);
  return `given["${own ?? name}"]`;
}

/** The value of a default; `now` is the moment of the change. */
export function defaultValue(context: RenderContext, type: TypeModel, model: DefaultModel, imports: ImportSet): string {
  if (model.kind === 'literal') return context.types.literal(type, model.text, imports);
  return nowFor(type, 'NOW', context.types, imports);
}

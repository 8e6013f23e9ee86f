import type {
  AggregateModel,
  AssignedValue,
  DefaultModel,
  FieldModel,
  OperationModel,
  TypeModel,
} from '@planner/model';
import { holdsEntity, listNamed, parameterNamed, parameterVariant, sizeBefore, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { elements, type SampleMember } from './sample-values';

/** Variant of the values that mocked stubs answer. */
export const COMPUTED = 2;

/**
 * The members of the data that an operation changes, as they are afterwards (at create: all of them).
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
  const children = childData(context, aggregate, operation, imports, ids);
  const fields = aggregate.fields.flatMap((field) => {
    const value = children.get(field.name) ?? assigned(context, aggregate, operation, field, imports);
    return value === undefined ? [] : [{ name: field.name, value }];
  });
  const { lifecycle } = aggregate;
  const state = target ?? (operation.kind === 'create' ? lifecycle?.initial : undefined);
  const status = lifecycle && state !== undefined ? [{ name: lifecycle.name, value: stringLiteral(state) }] : [];
  if (operation.kind === 'delete') return [...fields, ...status];
  const changed = [...fields, ...status, { name: 'updatedAt', value: 'NOW' }];
  if (operation.kind !== 'create') return changed;
  return [
    { name: 'id', value: newIdentity(context, aggregate, operation, imports, ids) },
    ...changed,
    { name: 'version', value: '0' },
    { name: 'createdAt', value: 'NOW' },
  ];
}

/** Answers the sources of new ids, one after the other, as `changeContext` hands them out. */
export type NewIds = () => string;

export function idCounter(): NewIds {
  let count = 0;
  return () => `newId(${String(++count)})`;
}

function newIdentity(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
  ids: NewIds,
): string {
  if (aggregate.identity.kind === 'generated') return ids();
  const parameter = parameterNamed(operation, 'id');
  return context.types.toData({ type: parameter.type, optional: false }, 'input.id', imports);
}

/** New values of fields that hold entities or lose an element, with ids in the order in which the entities are made. */
function childData(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
  ids: NewIds,
): Map<string, string> {
  const values = new Map<string, string>();
  const added = new Map<string, string[]>();
  for (const { field, value } of operation.assignments) {
    const model = aggregate.fields.find(({ name }) => name === field);
    if (value.kind !== 'parameter' || model === undefined || !holdsEntity(model.type)) continue;
    const parameter = parameterNamed(operation, value.parameter);
    values.set(
      field,
      context.samples.createdData(
        parameter.type,
        parameterVariant(context, aggregate, operation, parameter),
        imports,
        ids,
      ),
    );
  }
  for (const { field, parameter: name } of operation.additions) {
    const list = listNamed(aggregate, field);
    const parameter = parameterNamed(operation, name);
    const element = context.samples.createdData(
      parameter.type,
      parameterVariant(context, aggregate, operation, parameter),
      imports,
      ids,
    );
    added.set(field, [...(added.get(field) ?? []), element]);
    const present = sizeBefore(context, aggregate, operation, list) > 0 ? [`...before.${field}`] : [];
    values.set(field, `[${[...present, ...(added.get(field) ?? [])].join(', ')}]`);
  }
  for (const { field } of operation.removals) {
    const list = listNamed(aggregate, field);
    const [, ...kept] = elements(context, aggregate, list, sizeBefore(context, aggregate, operation, list), imports);
    values.set(field, `[${[...kept, ...(added.get(field) ?? [])].join(', ')}]`);
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
  return value === undefined ? undefined : assignedData(context, operation, field, value, imports);
}

function assignedData(
  context: RenderContext,
  operation: OperationModel,
  field: FieldModel,
  value: AssignedValue,
  imports: ImportSet,
): string {
  switch (value.kind) {
    case 'parameter': {
      // The sample gives every parameter, so the type is the bare one; `input` still says that it may be absent.
      const parameter = parameterNamed(operation, value.parameter);
      const mayBeAbsent = parameter.optional || parameter.default !== undefined;
      return context.types.toData({ type: parameter.type, optional: mayBeAbsent }, `input.${value.parameter}`, imports);
    }
    case 'literal':
      return context.types.dataLiteral(field.type, value.text, imports);
    case 'now':
      return defaultData(context, field.type, { kind: 'now' }, imports);
    case 'none':
      return 'undefined';
    case 'empty':
      return field.type.kind === 'map' ? 'new Map()' : '[]';
    case 'computed':
      return context.samples.data(field.type, COMPUTED, imports);
  }
}

/** Data of a default; `now` is the moment of the change. */
export function defaultData(context: RenderContext, type: TypeModel, model: DefaultModel, imports: ImportSet): string {
  if (model.kind === 'literal') return context.types.dataLiteral(type, model.text, imports);
  return context.types.scalarOf(type).scalar === 'date' ? `${imports.kernel('utcDate')}(NOW)` : 'NOW';
}

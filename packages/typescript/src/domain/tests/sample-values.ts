import { type AggregateModel, lowerFirst, type OperationModel, type TypeModel } from '@planner/model';
import { elementVariant, fieldVariant, type ListField, ownMembers } from '@planner/target';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';

/** A member of plain data and the source of its value. */
export interface SampleMember {
  readonly name: string;
  readonly value: string;
}

/** Sample data of an aggregate that was saved; two variants differ in every member that has two values. */
export function aggregateSample(
  context: RenderContext,
  aggregate: AggregateModel,
  variant: number,
  imports: ImportSet,
): SampleMember[] {
  const instant: TypeModel = { kind: 'scalar', scalar: 'datetime' };
  const own = ownMembers(aggregate).map(({ name, type }) => ({
    name,
    value: context.samples.data(type, fieldVariant(aggregate, name, type, variant), imports),
  }));
  return [
    ...own,
    { name: 'version', value: String(variant + 1) },
    { name: 'createdAt', value: context.samples.data(instant, variant, imports) },
    { name: 'updatedAt', value: context.samples.data(instant, variant + 1, imports) },
  ];
}

/** Elements of a list in sample data. */
export function elements(
  context: RenderContext,
  aggregate: AggregateModel,
  field: ListField,
  count: number,
  imports: ImportSet,
): string[] {
  return Array.from({ length: count }, (_, index) =>
    context.samples.data(field.type.element, elementVariant(aggregate, field, index), imports),
  );
}

/** `orderCancelInput`: the function that makes a sample of an operation's input. */
export function inputFunction(context: RenderContext, aggregate: AggregateModel, operation: OperationModel): string {
  return lowerFirst(
    context.names.aggregate(aggregate.name).operations.get(operation.name)?.input.name ?? operation.name,
  );
}

/** `orderData` and `otherOrderData`. */
export function dataFunctions(
  context: RenderContext,
  aggregate: AggregateModel,
): { readonly first: string; readonly other: string } {
  const { data } = context.names.aggregate(aggregate.name);
  return { first: lowerFirst(data.name), other: `other${data.name}` };
}

export function samplesFile(context: RenderContext, aggregate: AggregateModel): string {
  const file = `test/samples/${context.names.aggregate(aggregate.name).kebab}.ts`;
  return file === CHANGE_CONTEXT_FILE ? file.replace('.ts', '_.ts') : file;
}

/** `order`: what a test calls the one that it is about. */
export function subjectOf({ name }: AggregateModel): string {
  return binding(lowerFirst(name), [
    'before',
    'code',
    'data',
    'describe',
    'each',
    'events',
    'event',
    'expect',
    'input',
    'it',
    'newId',
    'rules',
    'run',
    'vi',
  ]);
}

export const CHANGE_CONTEXT_FILE = 'test/samples/change-context.ts';

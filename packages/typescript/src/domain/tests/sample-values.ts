import {
  type AggregateModel,
  type FieldModel,
  lowerFirst,
  type OperationModel,
  type ParameterModel,
  type TypeModel,
} from '@planner/model';
import { holdsEntity, type ListField, listNamed, ownMembers } from '@planner/target';
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

/** Entities of two fields differ, so that neither their ids nor their unique fields clash, however few values these have. */
function fieldVariant(aggregate: AggregateModel, name: string, type: TypeModel, variant: number): number {
  if (!holdsEntity(type)) return variant;
  const holders = aggregate.fields.filter((field) => holdsEntity(field.type));
  return variant * 1000 + holders.findIndex((field) => field.name === name) * 101;
}

/** How many elements a list has before an operation, so that the operation is allowed. */
export function sizeBefore(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  field: ListField,
): number {
  if (operation.kind === 'create') return 0;
  const { min = '0', max } = field.type;
  const usual = Math.max(Number(min), 1);
  if (operation.removals.some((change) => change.field === field.name)) return Number(min) + 1;
  const fits = Number(max ?? usual + 1) > usual;
  return fits && elementsDiffer(context, aggregate, field, usual + 1) ? usual : Number(min);
}

/** Whether so many samples of the element differ where they have to. */
function elementsDiffer(context: RenderContext, aggregate: AggregateModel, field: ListField, count: number): boolean {
  const imports = context.imports('test/nowhere.ts');
  const { element, distinct } = field.type;
  const entity = element.kind === 'entity' ? aggregate.entities.find(({ name }) => name === element.name) : undefined;
  const differ = (source: (variant: number) => string) =>
    new Set(Array.from({ length: count }, (_, index) => source(elementVariant(aggregate, field, index)))).size ===
    count;
  if (distinct && !differ((variant) => context.samples.data(element, variant, imports))) return false;
  const tops = (entity?.unique ?? []).map((paths) => paths.map((path) => path.split('.')[0] ?? ''));
  return tops.every((names) =>
    differ((variant) =>
      names
        .map((name) =>
          fieldSample(
            context,
            entity?.fields.find((each) => each.name === name),
            variant,
            imports,
          ),
        )
        .join(),
    ),
  );
}

function fieldSample(
  context: RenderContext,
  field: FieldModel | undefined,
  variant: number,
  imports: ImportSet,
): string {
  return field === undefined ? '' : context.samples.data(field.type, variant, imports);
}

/** The variant of the element at that place in sample data. */
export function elementVariant(aggregate: AggregateModel, { name, type }: ListField, index: number): number {
  return fieldVariant(aggregate, name, type, 0) + index;
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

/** What a caller gives in the samples: an element to add differs from those that are there, one to remove is there. */
export function parameterVariant(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  parameter: ParameterModel,
): number {
  const change = [...operation.additions, ...operation.removals].find((each) => each.parameter === parameter.name);
  if (change === undefined) {
    const assigned = operation.assignments.find(
      ({ value }) => value.kind === 'parameter' && value.parameter === parameter.name,
    );
    return fieldVariant(
      aggregate,
      assigned?.field ?? parameter.name,
      parameter.type,
      holdsEntity(parameter.type) ? 5 : 1,
    );
  }
  const field = listNamed(aggregate, change.field);
  return elementVariant(
    aggregate,
    field,
    parameter.origin === 'remove' ? 0 : sizeBefore(context, aggregate, operation, field),
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

import {
  type AggregateModel,
  type FieldModel,
  type OperationModel,
  type ParameterModel,
  snakeCase,
  type TypeModel,
  upperFirst,
} from '@planner/model';
import { holdsEntity, type ListField, listNamed, ownMembers } from '@planner/target';
import type { Exported, ImportSet } from '../../imports';
import { attribute, binding } from '../../names';
import type { RenderContext } from '../../render-context';

/** A keyword argument and the source of its value. */
export interface SampleMember {
  readonly name: string;
  readonly value: string;
}

/** The state of an aggregate that was saved; two variants differ in every member that has two values. */
export function aggregateSample(
  context: RenderContext,
  aggregate: AggregateModel,
  variant: number,
  imports: ImportSet,
): SampleMember[] {
  const instant: TypeModel = { kind: 'scalar', scalar: 'datetime' };
  const own = ownMembers(aggregate).map(({ name, type }) => ({
    name: attribute(name),
    value: context.samples.domain(type, fieldVariant(aggregate, name, type, variant), imports),
  }));
  return [
    ...own,
    { name: 'version', value: String(variant + 1) },
    { name: 'created_at', value: context.samples.domain(instant, variant, imports) },
    { name: 'updated_at', value: context.samples.domain(instant, variant + 1, imports) },
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
  const imports = context.imports('tests/nowhere.py');
  const { element, distinct } = field.type;
  const entity = element.kind === 'entity' ? aggregate.entities.find(({ name }) => name === element.name) : undefined;
  const differ = (source: (variant: number) => string) =>
    new Set(Array.from({ length: count }, (_, index) => source(elementVariant(aggregate, field, index)))).size ===
    count;
  if (distinct && !differ((variant) => context.samples.domain(element, variant, imports))) return false;
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
  return field === undefined ? '' : context.samples.domain(field.type, variant, imports);
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
    context.samples.domain(field.type.element, elementVariant(aggregate, field, index), imports),
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
    const variant = holdsEntity(parameter.type) ? 5 : 1;
    return fieldVariant(aggregate, assigned?.field ?? parameter.name, parameter.type, variant);
  }
  const field = listNamed(aggregate, change.field);
  const index = parameter.origin === 'remove' ? 0 : sizeBefore(context, aggregate, operation, field);
  return elementVariant(aggregate, field, index);
}

/** The sample of what a caller gives for a parameter. */
export function parameterSample(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  parameter: ParameterModel,
  imports: ImportSet,
): string {
  return context.samples.parameter(parameter, parameterVariant(context, aggregate, operation, parameter), imports);
}

/** The functions that make states: `order_state` and, different in everything, `another_order_state`. */
export function stateSamples(
  context: RenderContext,
  aggregate: AggregateModel,
): { readonly first: Exported; readonly other: Exported } {
  const file = samplesFile(context, aggregate);
  const stem = snakeCase(aggregate.name);
  return { first: { name: `${stem}_state`, file }, other: { name: `another_${stem}_state`, file } };
}

/** What a caller gives to an operation: `OrderCancelInput`, made by `order_cancel_input`. */
export function inputSample(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
): { readonly type: Exported; readonly make: Exported } {
  const file = samplesFile(context, aggregate);
  let name = `${aggregate.name}${upperFirst(operation.name)}Input`;
  while (!context.names.registry.isFree(name)) name += '_';
  return {
    type: { name, file },
    make: { name: `${snakeCase(aggregate.name)}_${snakeCase(operation.name)}_input`, file },
  };
}

export function samplesFile({ names }: RenderContext, { name }: AggregateModel): string {
  const { snake } = names.aggregate(name);
  return `tests/samples/${snake === 'change_context' ? `${snake}_` : snake}.py`;
}

/** `order`: what a test calls the one that it is about. */
export function subjectOf({ name }: AggregateModel): string {
  return binding(name, [
    'code',
    'events',
    'given',
    'index',
    'monkeypatch',
    'new_id',
    'pytest',
    'replace',
    'rules',
    'state',
  ]);
}

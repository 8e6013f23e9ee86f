import {
  type AggregateModel,
  type OperationModel,
  type ParameterModel,
  snakeCase,
  type TypeModel,
  upperFirst,
} from '@planner/model';
import {
  elementVariant,
  type Exported,
  fieldVariant,
  type ListField,
  ownMembers,
  parameterVariant,
} from '@planner/target';
import type { ImportSet } from '../../imports';
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

import type { AggregateModel, OperationModel } from '@planner/model';
import { parameterVariant, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import {
  aggregateSample,
  CHANGE_CONTEXT_FILE,
  dataFunctions,
  inputFunction,
  type SampleMember,
  samplesFile,
} from './sample-values';

/** `test/samples`: values that tests start from, each with the changes that a test is about. */
export function renderSamples(context: RenderContext): RenderedFile[] {
  return [
    renderChangeContext(context),
    ...context.model.aggregates.map((aggregate) => renderAggregateSamples(context, aggregate)),
  ];
}

function renderChangeContext(context: RenderContext): RenderedFile {
  const imports = context.imports(CHANGE_CONTEXT_FILE);
  imports.kernelType('ChangeContext');
  imports.kernel('Temporal');
  return context.file(
    6,
    CHANGE_CONTEXT_FILE,
    context.templates.render('domain/tests/change-context.ts', { imports: imports.print() }),
  );
}

function renderAggregateSamples(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const file = samplesFile(context, aggregate);
  const imports = context.imports(file);
  const { first, other } = dataFunctions(context, aggregate);
  const dataType = imports.type(context.names.aggregate(aggregate.name).data);
  const view = {
    data: dataType,
    aggregate: aggregate.name,
    dataParameter: changesParameter(dataType, aggregateSample(context, aggregate, 0, imports)),
    first: { name: first, members: aggregateSample(context, aggregate, 0, imports) },
    other: { name: other, members: aggregateSample(context, aggregate, 1, imports) },
    inputs: aggregate.operations
      .filter(({ parameters }) => parameters.length > 0)
      .map((operation) => inputSample(context, aggregate, operation, imports)),
  };
  return context.file(
    6,
    file,
    context.templates.render('domain/tests/aggregate-samples.ts', { ...view, imports: imports.print() }),
  );
}

function inputSample(context: RenderContext, aggregate: AggregateModel, operation: OperationModel, imports: ImportSet) {
  const input = context.names.aggregate(aggregate.name).operations.get(operation.name)?.input;
  if (input === undefined) throw new Error(`${aggregate.name} has no operation ${operation.name}`);
  const type = imports.type(input);
  const members = operation.parameters.map((parameter) => ({
    name: parameter.name,
    value: context.samples.parameterDomain(
      parameter,
      parameterVariant(context, aggregate, operation, parameter),
      imports,
    ),
  }));
  return {
    name: inputFunction(context, aggregate, operation),
    type,
    members,
    parameter: changesParameter(type, members),
  };
}

/**
 * The type parameters and the parameter of a function that makes a sample. With a field such as `toString` a plain `Partial`
 * would accept nothing, because every object has that member with another type.
 */
function changesParameter(type: string, members: readonly SampleMember[]): string {
  if (!members.some(({ name }) => name in Object.prototype)) return `(changes: Partial<${type}> = {})`;
  return `<K extends keyof ${type} = never>(changes: Pick<${type}, K> = {} as Pick<${type}, K>)`;
}

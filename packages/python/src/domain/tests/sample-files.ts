import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { argumentsOf } from '../operations';
import { aggregateSample, inputSample, parameterSample, samplesFile, stateSamples } from './sample-values';

/** `tests/samples`: values that tests start from. A test changes what it is about: `replace(order_state(), …)`. */
export function renderAggregateSamples(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const file = samplesFile(context, aggregate);
  const imports = context.imports(file);
  const { first, other } = stateSamples(context, aggregate);
  const view = {
    aggregate: aggregate.name,
    state: imports.value(context.names.aggregate(aggregate.name).state),
    first: { name: first.name, members: aggregateSample(context, aggregate, 0, imports) },
    other: { name: other.name, members: aggregateSample(context, aggregate, 1, imports) },
    inputs: aggregate.operations
      .filter(({ parameters }) => parameters.length > 0)
      .map((operation) => {
        const { type, make } = inputSample(context, aggregate, operation);
        const given = argumentsOf(context, aggregate, operation);
        return {
          type: type.name,
          make: make.name,
          members: operation.parameters.map((parameter) => ({
            name: given(parameter.name),
            type: context.types.parameter(parameter, imports),
            value: parameterSample(context, aggregate, operation, parameter, imports),
          })),
        };
      }),
  };
  if (view.inputs.length > 0) imports.from('typing', 'TypedDict');
  const body = context.templates.render('domain/tests/aggregate-samples.py', view);
  return context.file(6, file, `${imports.print()}\n\n${body}`);
}

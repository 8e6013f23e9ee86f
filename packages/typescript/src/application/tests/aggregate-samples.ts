import { aggregateNamed, type Exported } from '@planner/target';
import { dataFunctions, samplesFile } from '../../domain/tests/sample-values';
import type { RenderContext } from '../../render-context';

/** Function of the domain's tests: `orderData(changes?): OrderData`. */
export function aggregateData(context: RenderContext, name: string): Exported {
  const aggregate = aggregateNamed(context.model, name);
  return { name: dataFunctions(context, aggregate).first, file: samplesFile(context, aggregate) };
}

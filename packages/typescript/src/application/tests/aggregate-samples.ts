import { lowerFirst } from '@planner/model';
import type { Exported } from '../../imports';
import type { RenderContext } from '../../render-context';

/** Function of the domain's tests: `orderData(changes?): OrderData`. */
export function aggregateData(context: RenderContext, aggregate: string): Exported {
  const { kebab } = context.names.aggregate(aggregate);
  return { name: `${lowerFirst(aggregate)}Data`, file: `test/samples/${kebab}.ts` };
}

import { moduleName } from '../../names';
import type { ServiceModel } from '@planner/model';
import { type RenderedFile, serviceStubs } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { pendingTests } from './pending';
import { testModule } from './support';
import { Titles } from './titles';

/** Nothing to test yet: every method is to be written. */
export function renderServiceTest(context: RenderContext, service: ServiceModel): RenderedFile[] {
  const pending = pendingTests(serviceStubs(service, context.names), new Titles());
  if (pending.length === 0) return [];
  const file = `tests/unit/domain/services/test_${moduleName(service.name)}.py`;
  return [testModule(context, file, 'service.py', { pending }, context.imports(file))];
}

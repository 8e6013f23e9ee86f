import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { renderAggregateTest } from './aggregate-tests';
import { renderEntityTest } from './entity-tests';
import { renderIdentityTest } from './identity-tests';
import { renderAggregateSamples } from './sample-files';
import { renderServiceTest } from './service-tests';
import { renderSupport } from './support';
import { renderValueObjectTest } from './value-object-tests';

export { inputSample, parameterSample, stateSamples, subjectOf } from './sample-values';
export { CHANGE_CONTEXT_FILE, DOMAIN_SUPPORT } from './support';

/** Phase 6: tests of every guard in the domain, and the samples that all tests start from. */
export function renderDomainTests(context: RenderContext): RenderedFile[] {
  const { model } = context;
  return [
    ...renderSupport(context),
    ...model.aggregates.map((aggregate) => renderAggregateSamples(context, aggregate)),
    ...renderIdentityTest(context),
    ...model.valueObjects.map((each) => renderValueObjectTest(context, each)),
    ...model.aggregates.flatMap((aggregate) => [
      renderAggregateTest(context, aggregate),
      ...aggregate.entities.map((entity) => renderEntityTest(context, aggregate, entity)),
    ]),
    ...model.services.flatMap((each) => renderServiceTest(context, each)),
  ];
}

import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderAggregate } from './aggregates';
import { renderEntity } from './entities';
import { renderEnum } from './enums';
import { renderEvent, renderEventUnion } from './events';
import { renderForeignId } from './identities';
import { renderService } from './services';
import { renderDomainTests } from './tests';
import { renderValueObject } from './value-objects';

/** Phase 1: everything below `src/domain`, which knows nothing but itself and the kernel. Phase 6: its tests. */
export function renderDomain(context: RenderContext): RenderedFile[] {
  const { model, names } = context;
  return [
    ...model.enums.map((each) => renderEnum(context, each)),
    ...model.valueObjects.flatMap((each) => renderValueObject(context, each)),
    ...names.foreignReferences.map((each) => renderForeignId(context, each)),
    ...model.aggregates.flatMap((each) => renderAggregateParts(context, each)),
    ...model.events.map((each) => renderEvent(context, each)),
    ...model.services.map((each) => renderService(context, each)),
    ...renderDomainTests(context),
  ];
}

/** The aggregate, its entities, and the union of its events. */
function renderAggregateParts(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [
    ...renderAggregate(context, aggregate),
    ...aggregate.entities.flatMap((entity) => renderEntity(context, aggregate, entity)),
    renderEventUnion(context, aggregate),
  ];
}

import type { AggregateModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderAggregate } from './aggregates';
import { renderEntity } from './entities';
import { renderEnum } from './enums';
import { renderEvent, renderEventUnion } from './events';
import { renderForeignId } from './identities';
import { renderDomainTests } from './tests';
import { renderService } from './services';
import { renderValueObject } from './value-objects';

/** Phase 1: everything below `src/domain`, which knows nothing but itself and the kernel. Phase 6: its tests. */
export function renderDomain(context: RenderContext): RenderedFile[] {
  const { model, names } = context;
  return [
    ...model.enums.map((each) => renderEnum(context, each)),
    ...model.valueObjects.flatMap((each) => renderValueObject(context, each)),
    ...names.foreignReferences.map((each) => renderForeignId(context, each)),
    ...model.aggregates.flatMap((each) => renderAggregateFolder(context, each)),
    ...model.events.map((each) => renderEvent(context, each)),
    ...model.services.map((each) => renderService(context, each)),
    ...renderDomainTests(context),
  ];
}

/** The aggregate, its entities, and the union of its events. */
function renderAggregateFolder(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const files = [
    ...renderAggregate(context, aggregate),
    ...aggregate.entities.flatMap((entity) => renderEntity(context, aggregate, entity)),
  ];
  return [...files, renderBarrel(context, aggregate, files), renderEventUnion(context, aggregate)];
}

/** What the rest of the project sees of the aggregate. */
function renderBarrel(context: RenderContext, aggregate: AggregateModel, files: readonly RenderedFile[]): RenderedFile {
  const { indexFile } = context.names.aggregate(aggregate.name);
  const imports = context.imports(indexFile);
  const own = files.map(({ path }) => path.slice(context.project.directory.length + 1));
  const specifiers = own
    .filter((path) => !path.endsWith('-rules.ts'))
    .map((path) => imports.specifier(path))
    .sort();
  return context.file(1, indexFile, context.templates.render('domain/index.ts', { specifiers }));
}

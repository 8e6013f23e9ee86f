import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderConstraints } from './constraints';
import { renderDocuments } from './documents';
import { renderEventRecords } from './events';
import { renderFoundation } from './foundation';
import { renderListings } from './listings';
import { renderMappers } from './mapper';
import { renderMigrations } from './migrations';
import { renderQueries } from './queries';
import { renderRepositories } from './repositories';
import { renderRows } from './rows';
import { renderRepositoryTests } from './tests';
import { renderTransactions } from './transactions';

export * from './names';

/** Persistence: phase 2, and in phase 3 what implements the ports of the application. */
export function renderRepository(context: RenderContext): RenderedFile[] {
  return [
    ...renderFoundation(context),
    ...renderMigrations(context),
    ...renderDocuments(context),
    ...context.model.aggregates.flatMap((aggregate) => [
      renderRows(context, aggregate),
      ...renderMappers(context, aggregate),
      renderConstraints(context, aggregate),
      renderEventRecords(context, aggregate),
      ...renderRepositories(context, aggregate),
      ...renderListings(context, aggregate),
      ...renderQueries(context, aggregate),
    ]),
    ...renderTransactions(context),
    ...renderRepositoryTests(context),
  ];
}

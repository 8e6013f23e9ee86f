import type { Exported } from '@planner/target';
import type { RenderContext } from '../../render-context';

/** The repository's interface, which the domain declares. */
export function repositoryOf({ repository }: RenderContext, aggregate: string): Exported {
  return repository.aggregate(aggregate).repository;
}

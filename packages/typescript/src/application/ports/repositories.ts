import type { Exported } from '../../imports';
import type { RenderContext } from '../../render-context';

/** The repository's interface, which the domain declares. */
export function repositoryOf(context: RenderContext, aggregate: string): Exported {
  const { kebab, root } = context.names.aggregate(aggregate);
  return { name: `${root.name}Repository`, file: `src/domain/repositories/${kebab}-repository.ts` };
}

import type { ContextModel, Database } from '@planner/model';
import { adapterVariables, databaseVariables, serviceVariables, type EnvVariable } from '../database-facts';

/** Comments of the block, in the language of the plan. */
export interface EnvComments {
  readonly head: string;
  readonly service: string;
  readonly adapter: (name: string) => string;
  readonly echo: string;
}

/** The text of a `.env` block: database, service, adapters, each under a comment. Placeholders only. */
export function envBlock(
  database: Database,
  context: string,
  model: Pick<ContextModel, 'adapters'> | undefined,
  comments: EnvComments,
): string {
  const seen = new Set<string>();
  const groups = [
    group(comments.head, databaseVariables(database, context), seen, comments),
    group(comments.service, serviceVariables(), seen, comments),
    ...(model?.adapters ?? []).map((adapter) =>
      group(comments.adapter(adapter.name), adapterVariables(adapter), seen, comments),
    ),
  ];
  return groups
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function group(comment: string, variables: readonly EnvVariable[], seen: Set<string>, comments: EnvComments): string[] {
  const fresh = variables.filter(({ name }) => !seen.has(name));
  fresh.forEach(({ name }) => seen.add(name));
  return [
    comment,
    ...fresh.map(({ name, value }) =>
      name === 'DATABASE_ECHO' ? `${name}=${value}  ${comments.echo}` : `${name}=${value}`,
    ),
  ].map((line) => line.replace(/[\r\n]+/g, ' '));
}

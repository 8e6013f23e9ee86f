import { snakeCase } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { adapterVariables } from './adapter-variables';

/**
 * Phase 2: `.env.example`, which is committed, and a `.env` that works at once. Both hold the variables of every phase, because
 * `.env` is written only once.
 */
export function renderEnvFiles(context: RenderContext): RenderedFile[] {
  const { name } = context.project;
  const example = envText(
    context,
    `The environment of ${name}: copy this file to .env and change it there. Never commit .env.`,
  );
  const own = envText(
    context,
    `The environment of ${name} on this machine: never commit it. .env.example is what others copy.`,
  );
  return [context.file(2, '.env.example', example), { ...context.file(2, '.env', own), keep: true }];
}

function envText({ model, templates }: RenderContext, heading: string): string {
  const seen = new Set<string>();
  const adapters = adapterVariables(model).flatMap(({ adapter, groups }) =>
    groups.map(({ member, variables }) => ({
      title: member === undefined ? adapter : `${adapter} of ${member}`,
      variables: variables
        .filter((name) => !seen.has(name) && seen.add(name))
        .map((name) => ({ name, placeholder: placeholder(name) })),
    })),
  );
  return templates.render('infrastructure/env', {
    heading,
    server: model.database !== 'sqlite',
    database: snakeCase(model.context),
    adapters: adapters.filter(({ variables }) => variables.length > 0),
  });
}

/** A value of the right shape that reaches nobody (RFC 6761: `.invalid` never resolves). */
function placeholder(name: string): string {
  if (/_(?:URL|URI|ENDPOINT)$/.test(name)) return 'https://placeholder.invalid';
  if (/_HOST$/.test(name)) return 'placeholder.invalid';
  if (/_(?:PORT|TIMEOUT|TIMEOUT_MS|MS|SECONDS|RETRIES)$/.test(name)) return '1000';
  return 'placeholder';
}

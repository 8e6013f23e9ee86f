import { snakeCase } from '@planner/model';
import { exampleVariables, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

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
  return templates.render('infrastructure/env', {
    heading,
    server: model.database !== 'sqlite',
    database: snakeCase(model.context),
    adapters: exampleVariables(model),
  });
}

import { type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';
import { renderConfig } from './config';
import { renderContainer } from './container';
import { renderEnvFiles } from './env-files';
import { renderFake } from './fakes';
import { renderFakeTest } from './fake-test';
import { renderTests } from './tests';

export * from './names';

/** The environment and the lock of the embedded database (phase 2), and all that phase 4 connects the service by. */
export function renderInfrastructure(context: RenderContext): RenderedFile[] {
  return [
    ...renderConfig(context),
    ...renderEnvFiles(context),
    ...renderFixed(context),
    ...context.model.adapters.flatMap((adapter) => [...renderFake(context, adapter), renderFakeTest(context, adapter)]),
    ...renderContainer(context),
    ...renderTests(context),
  ];
}

const PERSISTENCE = ['persistence/folder-lock', 'persistence/lock-holder'];
const SERVICE = [
  'health/database-health',
  'identity/uuid-generator',
  'logging/error-for-log',
  'logging/logger',
  'logging/secrets',
  'time/system-clock',
];

/** The files that hardly depend on the model. */
function renderFixed({ file, templates, project }: RenderContext): RenderedFile[] {
  const view = { service: stringLiteral(project.name), kernel: project.kernel.packageName };
  const render = (phase: 2 | 4) => (path: string) => file(phase, `src/infrastructure/${path}.ts`, templates.render(`infrastructure/${path}.ts`, view));
  return [...PERSISTENCE.map(render(2)), ...SERVICE.map(render(4))];
}

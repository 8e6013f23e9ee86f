import type { RenderedFile } from '@planner/target';
import { moduleOf } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { renderConfig } from './config';
import { renderContainer } from './container';
import { renderEnvFiles } from './env-files';
import { renderFake } from './fakes';
import { renderTests } from './tests';

export * from './names';

/** The environment (phase 2), and all that phase 4 connects the service by. */
export function renderInfrastructure(context: RenderContext): RenderedFile[] {
  return [
    ...renderConfig(context),
    ...renderEnvFiles(context),
    ...renderService(context),
    ...context.model.adapters.map((adapter) => renderFake(context, adapter)),
    renderContainer(context),
    ...renderTests(context),
  ];
}

const SERVICE = [
  'health/database_health',
  'identity/uuid_generator',
  'logging/error_for_log',
  'logging/logger',
  'logging/secrets',
  'time/system_clock',
];

/** The files that hardly depend on the model. */
function renderService({
  application,
  file,
  imports,
  infrastructure,
  templates,
  project,
}: RenderContext): RenderedFile[] {
  return SERVICE.map((path) => {
    const target = `src/infrastructure/${path}.py`;
    const lines = imports(target);
    if (path.startsWith('identity')) lines.value(application.idGenerator);
    if (path.startsWith('time')) lines.value(application.clock);
    if (path === 'logging/logger') {
      lines.from(moduleOf(infrastructure.config.file), 'LogLevel');
      lines.from('src.infrastructure.logging.error_for_log', 'error_for_log');
      lines.from('src.infrastructure.logging.secrets', 'without_secrets');
    }
    const view = { service: pyString(project.name), imports: lines.print() };
    return file(4, target, templates.render(`infrastructure/${path}.py`, view));
  });
}

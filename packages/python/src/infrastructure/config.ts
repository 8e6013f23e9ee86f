import { allVariables, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';

const FOLDER = 'src/infrastructure/config';
const THE_SAME_FOR_ALL = ['config_error', 'database_url', 'environment', 'nx_environment', 'variables'];

/** Phase 2: what the service reads from its environment; it grows with the phases that read it. */
export function renderConfig(context: RenderContext): RenderedFile[] {
  const { file, templates, infrastructure } = context;
  const view = configView(context);
  const rendered = (name: string, path: string) =>
    file(2, path, templates.render(`infrastructure/config/${name}.py`, view));
  return [
    ...THE_SAME_FOR_ALL.map((name) => rendered(name, `${FOLDER}/${name}.py`)),
    rendered('config', infrastructure.config.file),
  ];
}

function configView({ model, project, has }: RenderContext) {
  return {
    name: pyString(project.name),
    server: model.database !== 'sqlite',
    service: has(4),
    grpc: has(5),
    adapters: has(4) ? allVariables(model).map((name) => ({ name, attribute: variableAttribute(name) })) : [],
  };
}

/** Variables are UPPER_SNAKE, so they stand as they are; pydantic takes no field that starts with `_`. */
export function variableAttribute(name: string): string {
  return name.replace(/^_+/, '') || 'VARIABLE';
}

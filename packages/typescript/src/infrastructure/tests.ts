import {
  type AdapterVariables,
  adapterVariables,
  allVariables,
  type RenderedFile,
  stringLiteral,
} from '@planner/target';
import type { RenderContext } from '../render-context';

const UNIT = ['clock-and-ids', 'config', 'database-health', 'environment', 'logger'];
const INTEGRATION = ['container', 'folder-lock'];

/** Phase 6: tests of everything here but the fakes. */
export function renderTests({ model, application, project, file, templates }: RenderContext): RenderedFile[] {
  const view = {
    service: stringLiteral(project.name),
    kernel: project.kernel.packageName,
    variables: allVariables(model).map((name) => ({ name, value: valueOf(name) })),
    adapters: adapterVariables(model).map((adapter) => ({ property: application.adapter(adapter.adapter).property, value: configured(adapter) })),
  };
  const render = (template: string, path: string) => file(6, `${path}.test.ts`, templates.render(`infrastructure/test/${template}.test.ts`, view));
  return [
    ...UNIT.map((name) => render(`unit/${name}`, `test/unit/infrastructure/${name}`)),
    ...INTEGRATION.map((name) => render(`integration/${name}`, `test/integration/${name}`)),
  ];
}

function valueOf(variable: string): string {
  return stringLiteral(`of ${variable}`);
}

/** What the adapter finds in its part of the configuration. */
function configured({ groups }: AdapterVariables): string {
  const parts = groups.map(({ member, variables }) => {
    const inner = variables.map((name) => `${name}: ${valueOf(name)}`).join(', ');
    return member === undefined ? inner : `${member}: { ${inner} }`;
  });
  return `{ ${parts.join(', ')} }`;
}

import {
  type AdapterVariables,
  adapterVariables,
  allVariables,
  type RenderedFile,
  type VariableGroup,
} from '@planner/target';
import type { RenderContext } from '../render-context';

const FOLDER = 'src/infrastructure/config';
const THE_SAME_FOR_ALL = ['config-error', 'database-url', 'environment', 'variables'];

/** Phase 2: what the service reads from its environment; it grows with the phases that read it. */
export function renderConfig(context: RenderContext): RenderedFile[] {
  const files = THE_SAME_FOR_ALL.map((file) => rendered(context, file, {}));
  return [...files, rendered(context, 'config', configView(context))];
}

function rendered({ file, templates }: RenderContext, name: string, view: object): RenderedFile {
  return file(2, `${FOLDER}/${name}.ts`, templates.render(`infrastructure/config/${name}.ts`, view));
}

function configView({ model, application, has }: RenderContext) {
  const adapters = has(4) ? adapterVariables(model) : [];
  return {
    service: has(4),
    grpc: has(5),
    variables: has(4) ? allVariables(model) : [],
    adapters: adapters.map((adapter) => ({ property: application.adapter(adapter.adapter).property, type: typeOf(adapter), value: valueOf(adapter) })),
  };
}

function typeOf({ groups }: AdapterVariables): string {
  return nested(groups, 'readonly ', '; ', () => 'string');
}

function valueOf({ groups }: AdapterVariables): string {
  return nested(groups, '', ', ', (variable) => `adapters.${variable}`);
}

/** An object of the variables, below their member where there is one. Both are UPPER_SNAKE, so they stand as they are. */
function nested(groups: readonly VariableGroup[], before: string, between: string, value: (variable: string) => string): string {
  const inner = ({ variables }: VariableGroup) => variables.map((variable) => `${before}${variable}: ${value(variable)}`).join(between);
  const text = groups.map((group) => (group.member === undefined ? inner(group) : `${before}${group.member}: { ${inner(group)} }`));
  return `{ ${text.join(between)} }`;
}

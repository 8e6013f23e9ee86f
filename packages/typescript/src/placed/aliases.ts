import type { ContextModel, UseCaseModel } from '@planner/model';
import {
  type ArtifactKind,
  type Exported,
  impliedProperties,
  type Phase,
  type Placement,
  type RenderedFile,
  requestSlots,
} from '@planner/target';
import type { RenderContext } from '../render-context';

/**
 * What a use case takes stands beside it, and the parts of configuration and container lie together: a plan that lists a file for
 * one of them gets a file that names it.
 */
export function renderAliases(context: RenderContext): RenderedFile[] {
  const { model, names, application, infrastructure } = context;
  const alias = (phase: Phase, kind: ArtifactKind, name: string | undefined, target: Exported) => {
    const placed = names.registry.placement(kind, name);
    return placed === undefined || placed.path === target.file ? [] : [renderAlias(context, phase, placed, target)];
  };
  return [
    ...model.useCases
      .filter((useCase) => takesAnything(model, useCase))
      .flatMap(({ name }) => alias(3, 'application/command', name, application.useCase(name).request)),
    ...alias(2, 'infrastructure/config', undefined, infrastructure.databaseConfig),
    ...alias(4, 'infrastructure/container', undefined, infrastructure.container),
  ];
}

function renderAlias(
  context: RenderContext,
  phase: Phase,
  { path, className }: Placement,
  target: Exported,
): RenderedFile {
  const clause = className === target.name ? className : `${target.name} as ${className}`;
  return context.file(
    phase,
    path,
    `export type { ${clause} } from '${context.imports(path).specifier(target.file)}';\n`,
  );
}

/** The type of the request exists only if the use case takes something. */
function takesAnything(model: ContextModel, useCase: UseCaseModel): boolean {
  return requestSlots(useCase, model).length > 0 || impliedProperties(useCase, model).length > 0;
}

import type { Issued, Rendering, RenderedFile, RenderRequest } from '@planner/target';
import { finishFiles, planMigrations, protoModel, schemaModel } from '@planner/target';
import { createApplicationNames, renderApplication } from './application';
import { renderDomain } from './domain';
import { createInfrastructureNames, renderInfrastructure } from './infrastructure';
import { createNames } from './names';
import { renderPlaced } from './placed';
import { createPresentationNames, renderPresentation } from './presentation';
import { renderProject } from './project';
import { type RenderContext, renderContext } from './render-context';
import { renderRepository } from './repository';
import { createRepositoryNames } from './repository/names';
import { createSamples, createTypes } from './types';

const LAYERS: readonly ((context: RenderContext) => RenderedFile[])[] = [
  renderProject,
  renderDomain,
  renderRepository,
  renderApplication,
  renderInfrastructure,
  renderPresentation,
];

/** All files of a project for the phases that it has. Pure: the same request gives the same bytes. */
export function render(request: RenderRequest): Rendering {
  const context = contextOf(request);
  const { migrations, proto } = context;
  const all = renderPlaced(
    context,
    LAYERS.flatMap((layer) => layer(context)),
  );
  const files = all.filter((file) => request.phases.has(file.phase));
  const issued: Issued = {
    migrations: request.phases.has(2) ? migrations : request.issued.migrations,
    protoNumbers: request.phases.has(5) ? proto.numbers : request.issued.protoNumbers,
  };
  return { files: finishFiles([request.project.directory], files), issued };
}

/** Everything that is computed from the model before any layer is rendered: names are claimed in this order. */
export function contextOf(request: RenderRequest): RenderContext {
  const { model, issued, placements } = request;
  const names = createNames(model, placements);
  const types = createTypes(model, names);
  const application = createApplicationNames(model, names);
  const proto = protoModel(model, issued.protoNumbers);
  const migrations = planMigrations(issued.migrations, model);
  return renderContext(request, {
    names,
    types,
    samples: createSamples(model, names, types),
    application,
    repository: createRepositoryNames(model, names),
    schema: schemaModel(model, migrations),
    migrations,
    infrastructure: createInfrastructureNames(model, names),
    proto,
    presentation: createPresentationNames(model, proto, names),
  });
}

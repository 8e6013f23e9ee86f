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
  const names = createNames(request.model, request.placements);
  const types = createTypes(request.model, names);
  const application = createApplicationNames(request.model, names);
  const proto = protoModel(request.model, request.issued.protoNumbers);
  const migrations = planMigrations(request.issued.migrations, request.model);
  const context = renderContext(request, {
    names,
    types,
    samples: createSamples(request.model, names, types),
    application,
    repository: createRepositoryNames(request.model, names),
    schema: schemaModel(request.model, migrations),
    migrations,
    infrastructure: createInfrastructureNames(request.model, names),
    proto,
    presentation: createPresentationNames(request.model, proto, names),
  });
  const files = renderPlaced(context, LAYERS.flatMap((layer) => layer(context))).filter((file) => request.phases.has(file.phase));
  const issued: Issued = {
    migrations: request.phases.has(2) ? migrations : request.issued.migrations,
    protoNumbers: request.phases.has(5) ? proto.numbers : request.issued.protoNumbers,
  };
  return { files: finishFiles([request.project.directory], files), issued };
}

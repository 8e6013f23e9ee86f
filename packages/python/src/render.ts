import type { Issued, RenderedFile, Rendering, RenderRequest } from '@planner/target';
import { finishFiles, planMigrations, protoModel, schemaModel } from '@planner/target';
import { createApplicationNames, renderApplication } from './application';
import { renderDomain } from './domain';
import { createInfrastructureNames, renderInfrastructure } from './infrastructure';
import { createNames } from './names';
import { packageFiles } from './packages';
import { withClasses } from './placed/classes';
import { renderExtras } from './placed/extras';
import { createPresentationNames, renderPresentation } from './presentation';
import { renderProject } from './project';
import { type RenderContext, renderContext } from './render-context';
import { createRepositoryNames, renderRepository } from './repository';
import { createSamples, createTypes } from './types';

const LAYERS: readonly ((context: RenderContext) => RenderedFile[])[] = [
  renderProject,
  renderDomain,
  renderRepository,
  renderApplication,
  renderInfrastructure,
  renderPresentation,
  renderExtras,
];

/** All files of a project for the phases that it has. Pure: the same request gives the same bytes. */
export function render(request: RenderRequest): Rendering {
  const { project, phases } = request;
  const context = contextOf(request);
  const { migrations, proto } = context;
  const all = withClasses(
    context,
    LAYERS.flatMap((layer) => layer(context)),
  );
  const files = all.filter((file) => phases.has(file.phase));
  const issued: Issued = {
    migrations: phases.has(2) ? migrations : request.issued.migrations,
    protoNumbers: phases.has(5) ? proto.numbers : request.issued.protoNumbers,
  };
  return { files: finishFiles([project.directory], [...files, ...packageFiles(project.directory, files)]), issued };
}

/** Everything that is computed from the model before any layer is rendered: names are claimed in this order. */
export function contextOf(request: RenderRequest): RenderContext {
  const { model, issued, placements } = request;
  const names = createNames(model, placements);
  const proto = protoModel(model, issued.protoNumbers);
  const migrations = planMigrations(issued.migrations, model);
  return renderContext(request, {
    names,
    types: createTypes(model, names),
    samples: createSamples(model, names),
    application: createApplicationNames(model, names),
    repository: createRepositoryNames(model, names),
    infrastructure: createInfrastructureNames(model, names),
    schema: schemaModel(model, migrations),
    migrations,
    proto,
    presentation: createPresentationNames(model, proto, names),
  });
}

import type { ContextModel, TypeModel } from '@planner/model';
import type {
  IssuedMigration,
  Phase,
  ProjectOptions,
  ProtoModel,
  RenderedFile,
  RenderRequest,
  SchemaModel,
  TemplateFolder,
} from '@planner/target';
import type { ApplicationNames } from './application/names';
import { ImportSet, withoutUnused } from './imports';
import type { InfrastructureNames } from './infrastructure/names';
import type { Names } from './names';
import type { PresentationNames } from './presentation/names';
import type { RepositoryNames } from './repository/names';
import { TEMPLATES } from './templates';
import type { Samples, Types } from './types';

/** Everything a layer's renderer needs; built once per rendering in `src/render.ts`. */
export interface RenderContext {
  readonly request: RenderRequest;
  readonly model: ContextModel;
  readonly project: ProjectOptions;
  readonly names: Names;
  readonly types: Types;
  /** Values for generated tests. */
  readonly samples: Samples;
  /** Source of a sample, to see whether two of them differ. */
  readonly sampleText: (type: TypeModel, variant: number) => string;
  /** Ports, DTOs and use cases. */
  readonly application: ApplicationNames;
  /** Persistence. */
  readonly repository: RepositoryNames;
  /** Configuration, logging, adapters, container. */
  readonly infrastructure: InfrastructureNames;
  /** Tables, and where aggregates are stored in them. */
  readonly schema: SchemaModel;
  /** All that make the tables, those of this rendering included. */
  readonly migrations: readonly IssuedMigration[];
  /** The gRPC contract. */
  readonly proto: ProtoModel;
  /** Mappers and servicers. */
  readonly presentation: PresentationNames;
  readonly templates: TemplateFolder;
  /** Whether the project has that phase after this run. */
  readonly has: (phase: Phase) => boolean;
  /** `path` from the project's directory. */
  readonly file: (phase: Phase, path: string, text: string) => RenderedFile;
  /** Imports of the module at `path` (from the project's directory). */
  readonly imports: (path: string) => ImportSet;
}

/** What `src/render.ts` computes from the model before any layer is rendered. */
export type Computed = Pick<
  RenderContext,
  | 'names'
  | 'types'
  | 'samples'
  | 'application'
  | 'repository'
  | 'infrastructure'
  | 'schema'
  | 'migrations'
  | 'proto'
  | 'presentation'
>;

export function renderContext(request: RenderRequest, computed: Computed): RenderContext {
  const { model, project, phases } = request;
  const sets = new Map<string, ImportSet>();
  const importsOf = (path: string) => {
    const set = new ImportSet(path);
    sets.set(path, set);
    return set;
  };
  const used = (path: string, text: string) => {
    const set = sets.get(path);
    return set === undefined ? text : withoutUnused(text, set);
  };
  return {
    ...computed,
    request,
    model,
    project,
    sampleText: (type, variant) => computed.samples.domain(type, variant, new ImportSet('tests/nowhere.py')),
    templates: TEMPLATES,
    has: (phase) => phases.has(phase),
    file: (phase, path, text) => ({ path: `${project.directory}/${path}`, text: used(path, text), phase }),
    imports: importsOf,
  };
}

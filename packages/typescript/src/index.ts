import { finishFiles, type LanguageTarget, unsupported } from '@planner/target';
import { elements } from './elements';
import { renderKernel } from './kernel';
import { render } from './render';

/** TypeScript on Node: ESM, gRPC, Kysely. */
export const typescriptTarget: LanguageTarget = {
  language: 'typescript',
  packages: { manifest: 'package.json', installedBy: 'workspace' },
  render,
  kernel: (project) => finishFiles([project.kernel.directory], renderKernel(project)),
  unsupported: (model) => unsupported('typescript', ['postgresql'], model),
  elements,
  source: async () => (await import('./source/index.js')).typescriptReader,
};

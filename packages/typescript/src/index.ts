import { finishFiles, type LanguageTarget } from '@planner/target';
import { elements } from './elements';
import { renderKernel } from './kernel';
import { render } from './render';
import { unsupported } from './unsupported';

/** TypeScript on Node: ESM, gRPC, Kysely. */
export const typescriptTarget: LanguageTarget = {
  language: 'typescript',
  packages: { manifest: 'package.json', installedBy: 'workspace' },
  render,
  kernel: (project) => finishFiles([project.kernel.directory], renderKernel(project)),
  unsupported,
  elements,
  source: async () => (await import('./source/index.js')).typescriptReader,
};

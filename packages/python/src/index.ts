import type { LanguageTarget } from '@planner/target';
import { elements } from './elements';
import { renderKernel } from './kernel';
import { render } from './render';
import { unsupported } from './unsupported';

/** Python 3.12: gRPC, SQLAlchemy, Alembic. */
export const pythonTarget: LanguageTarget = {
  language: 'python',
  packages: { manifest: 'pyproject.toml', installedBy: 'target' },
  render,
  kernel: renderKernel,
  unsupported,
  elements,
  source: async () => (await import('./source/index.js')).createPythonReader(),
};

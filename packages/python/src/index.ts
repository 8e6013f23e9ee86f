import { type LanguageTarget, unsupported } from '@planner/target';
import { elements } from './elements';
import { renderKernel } from './kernel';
import { render } from './render';

/** Python 3.12: gRPC, SQLAlchemy, Alembic. */
export const pythonTarget: LanguageTarget = {
  language: 'python',
  packages: { manifest: 'pyproject.toml', installedBy: 'target' },
  render,
  kernel: renderKernel,
  unsupported: (model) => unsupported('python', ['postgresql', 'sqlite'], model),
  elements,
  source: async () => (await import('./source/index.js')).createPythonReader(),
};

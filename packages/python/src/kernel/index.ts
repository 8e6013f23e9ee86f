import type { ProjectOptions, RenderedFile } from '@planner/target';
import { TEMPLATES } from '../templates';

const FILES = [
  '.gitignore',
  'README.md',
  'project.json',
  'pyproject.toml',
  'src/kernel/aggregate_root.py',
  'src/kernel/change_context.py',
  'src/kernel/collections.py',
  'src/kernel/constraints.py',
  'src/kernel/decimals.py',
  'src/kernel/domain_event.py',
  'src/kernel/entity.py',
  'src/kernel/errors.py',
  'src/kernel/json.py',
  'src/kernel/rehydration.py',
  'src/kernel/time.py',
  'tests/test_aggregate_root.py',
  'tests/test_collections.py',
  'tests/test_constraints.py',
  'tests/test_values.py',
];

/** What makes a typed package of the folder. */
const EMPTY_FILES = ['src/kernel/__init__.py', 'src/kernel/py.typed'];

/** The shared kernel of the workspace: source that its readers own, written once. */
export function renderKernel({ kernel }: ProjectOptions): RenderedFile[] {
  const view = {
    distribution: distributionOf(kernel.packageName),
    name: kernel.packageName.replace(/^@[^/]*\//, ''),
    directory: kernel.directory,
    toRoot: kernel.directory.replace(/[^/]+/g, '..') + '/',
  };
  const file = (path: string, text: string): RenderedFile => ({
    path: `${kernel.directory}/${path}`,
    text,
    phase: 1,
    keep: true,
  });
  return [
    ...FILES.map((path) => file(path, TEMPLATES.render(`kernel/${path}`, view))),
    file('tools/python.mjs', TEMPLATES.render('project/tools/python.mjs', { sources: '' })),
    ...EMPTY_FILES.map((path) => file(path, '')),
  ];
}

/** The name under which other projects depend on it: an npm scope is no part of it (PEP 508). */
export function distributionOf(packageName: string): string {
  return packageName.replace(/^@[^/]*\//, '');
}

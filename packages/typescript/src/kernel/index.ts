import type { ProjectOptions, RenderedFile } from '@planner/target';
import { TEMPLATES } from '../templates';

const FILES = [
  '.gitignore',
  'README.md',
  'eslint.config.mjs',
  'package.json',
  'project.json',
  'src/aggregate-root.ts',
  'src/brand.ts',
  'src/bytes.ts',
  'src/change-context.ts',
  'src/collections.ts',
  'src/constraints.ts',
  'src/decimal.ts',
  'src/domain-event.ts',
  'src/entity.ts',
  'src/equality.ts',
  'src/errors.ts',
  'src/index.ts',
  'src/json.ts',
  'src/temporal.ts',
  'src/value-object.ts',
  'test/aggregate-root.test.ts',
  'test/collections.test.ts',
  'test/constraints.test.ts',
  'test/values.test.ts',
  'tsconfig.build.json',
  'tsconfig.json',
  'vitest.config.mts',
];

/** The shared kernel of the workspace: source that its readers own, written once. */
export function renderKernel({ kernel }: ProjectOptions): RenderedFile[] {
  const view = {
    packageName: kernel.packageName,
    name: kernel.packageName.replace(/^@[^/]*\//, ''),
    directory: kernel.directory,
    toRoot: kernel.directory.replace(/[^/]+/g, '..') + '/',
  };
  return FILES.map((file) => ({
    path: `${kernel.directory}/${file}`,
    text: TEMPLATES.render(`kernel/${file}`, view),
    phase: 1,
    keep: true,
  }));
}

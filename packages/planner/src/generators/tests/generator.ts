import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { TestsGeneratorSchema } from './schema';

/** `nx g planner:tests <plan>`: phase 6. */
export default function testsGenerator(tree: Tree, options: TestsGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'tests' });
}

import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { ApplicationGeneratorSchema } from './schema';

/** `nx g planner:application <plan>`: phase 3. */
export default function applicationGenerator(tree: Tree, options: ApplicationGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'application' });
}

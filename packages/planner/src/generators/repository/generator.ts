import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { RepositoryGeneratorSchema } from './schema';

/** `nx g planner:repository <plan>`: phase 2. */
export default function repositoryGenerator(tree: Tree, options: RepositoryGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'repository' });
}

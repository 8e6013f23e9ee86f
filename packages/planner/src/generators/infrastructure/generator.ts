import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { InfrastructureGeneratorSchema } from './schema';

/** `nx g planner:infrastructure <plan>`: phase 4. */
export default function infrastructureGenerator(tree: Tree, options: InfrastructureGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'infrastructure' });
}

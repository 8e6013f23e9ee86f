import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { ScaffoldFromPlanGeneratorSchema } from './schema';

/** `nx g planner:scaffold-from-plan <plan>`: the phases in order, all six unless `--phases` says otherwise. */
export default function scaffoldFromPlanGenerator(tree: Tree, options: ScaffoldFromPlanGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, options);
}

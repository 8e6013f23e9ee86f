import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { DomainGeneratorSchema } from './schema';

/** `nx g planner:domain <plan>`: phase 1. */
export default function domainGenerator(tree: Tree, options: DomainGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'domain' });
}

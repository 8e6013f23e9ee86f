import type { GeneratorCallback, Tree } from '@nx/devkit';
import { scaffold } from '../../scaffold/scaffold';
import type { GrpcGeneratorSchema } from './schema';

/** `nx g planner:grpc <plan>`: phase 5. */
export default function grpcGenerator(tree: Tree, options: GrpcGeneratorSchema): Promise<GeneratorCallback> {
  return scaffold(tree, { ...options, phases: 'grpc' });
}

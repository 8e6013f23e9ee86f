import type { Exported } from '@planner/target';

export const GRPC = 'src/presentation/grpc';

/** Where protoc's output lies; flat, so that a package called `import` is no trouble. */
export const GENERATED = `${GRPC}/generated`;

/** Something that a module exports which does not depend on the plan: `fixed('validation/scalars', 'read_text')`. */
export function fixed(module: string, name: string): Exported {
  return { name, file: `${GRPC}/${module}.py` };
}

import type { ModuleResolver, SourceTree } from '@planner/target';
export function createResolver(_tree: SourceTree): ModuleResolver {
  return { resolve: () => [] };
}

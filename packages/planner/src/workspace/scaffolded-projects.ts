import { getProjects, type Tree } from '@nx/devkit';
import { PLANNER_JSON, readPlannerJson, type PlannerJson } from '../scaffold/planner-json';

/** A project that was scaffolded from plans. */
export interface ScaffoldedProject {
  /** From the workspace root. */
  readonly directory: string;
  readonly state: PlannerJson;
}

/** What the workspace holds already. */
export interface WorkspaceProjects {
  /** Folder of every Nx project by its name. */
  readonly roots: ReadonlyMap<string, string>;
  /** Sorted by folder. */
  readonly scaffolded: readonly ScaffoldedProject[];
}

/** Looks through the workspace's projects for those with a `planner.json`. */
export function readProjects(tree: Tree): WorkspaceProjects {
  const roots = new Map([...getProjects(tree)].map(([name, { root }]) => [name, root]));
  const scaffolded = [...roots.values()].sort().flatMap((directory) => readScaffolded(tree, directory));
  return { roots, scaffolded };
}

function readScaffolded(tree: Tree, directory: string): ScaffoldedProject[] {
  const path = `${directory}/${PLANNER_JSON}`;
  const text = tree.read(path, 'utf8');
  return text === null ? [] : [{ directory, state: readPlannerJson(text, path) }];
}

import { getProjects, globAsync, type Tree } from '@nx/devkit';
import { dirname } from 'node:path/posix';
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

/** Looks through the workspace, its ignored files aside. */
export async function readProjects(tree: Tree): Promise<WorkspaceProjects> {
  const roots = new Map([...getProjects(tree)].map(([name, { root }]) => [name, root]));
  const states = await globAsync(tree, [`**/${PLANNER_JSON}`]);
  const scaffolded = states.sort().map((path) => readScaffolded(tree, path));
  return { roots, scaffolded };
}

function readScaffolded(tree: Tree, path: string): ScaffoldedProject {
  return { directory: dirname(path), state: readPlannerJson(tree.read(path, 'utf8') ?? '', path) };
}

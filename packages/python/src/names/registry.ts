import { artifactId, type ArtifactKind, type Placements } from '@planner/target';
import type { Exported } from '../imports';
import { RESERVED_TYPES } from './reserved';

/**
 * Hands out class names and module paths that are unique in the generated project. Claims are made once, in a fixed order
 * and for every phase at once, so that a name does not depend on which phases are rendered. What a plan has placed keeps
 * its place and the name that its file says.
 */
export class Registry {
  readonly #identifiers = new Set<string>();
  readonly #files = new Set<string>();
  /** What files of the plan are named after, until the class of that name is claimed. */
  readonly #promised: Set<string>;

  constructor(private readonly placements: Placements) {
    const placed = Object.values(placements);
    for (const { path } of placed) this.#files.add(path.toLowerCase());
    this.#promised = new Set(placed.map(({ className }) => className));
  }

  /** The main class of an artifact, in a file of its own. */
  artifact(kind: ArtifactKind, name: string | undefined, wanted: string, path: string): Exported {
    const placed = this.placements[artifactId(kind, name)];
    if (placed === undefined) return this.type(wanted, this.file(path));
    this.#promised.delete(placed.className);
    return this.type(placed.className, placed.path);
  }

  /** Whether the plan says where it lies. */
  isPlaced(kind: ArtifactKind, name?: string): boolean {
    return Object.hasOwn(this.placements, artifactId(kind, name));
  }

  /** The class `wanted`, with `_` behind it as often as it takes to be free. */
  type(wanted: string, file: string): Exported {
    let name = wanted;
    while (!this.isFree(name)) name += '_';
    this.#identifiers.add(name);
    return { name, file };
  }

  isFree(wanted: string): boolean {
    return !RESERVED_TYPES.has(wanted) && !this.#identifiers.has(wanted) && !this.#promised.has(wanted);
  }

  /** A path from the project's directory, with `_` before its dot as often as it takes to be free. */
  file(wanted: string): string {
    let path = wanted;
    while (this.#files.has(path.toLowerCase())) path = path.replace(/(?=\.[^/]*$)/, '_');
    this.#files.add(path.toLowerCase());
    return path;
  }
}

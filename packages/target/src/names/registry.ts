import { artifactId, type ArtifactKind, type Placement, type Placements } from '../placements';
import type { Exported } from './exported';

/**
 * Hands out names of types and paths of files that are unique in the generated project. Claims are made once, in a fixed
 * order and for every phase at once, so that a name does not depend on which phases are rendered. What a plan has placed keeps
 * its place and the name that its file says.
 */
export class Registry {
  readonly #identifiers = new Set<string>();
  readonly #files = new Set<string>();
  /** Names of types that plans ask for and that nothing bears yet. */
  readonly #promised: Set<string>;

  /** @param reserved names that mean something else in generated files of the language */
  constructor(
    private readonly placements: Placements,
    private readonly reserved: ReadonlySet<string>,
  ) {
    const placed = Object.values(placements);
    for (const { path } of placed) this.#files.add(path.toLowerCase());
    this.#promised = new Set(placed.map(({ className }) => className));
  }

  /** Where a plan wants an artifact; undefined for its usual place. */
  placement(kind: ArtifactKind, name?: string): Placement | undefined {
    const id = artifactId(kind, name);
    return Object.hasOwn(this.placements, id) ? this.placements[id] : undefined;
  }

  /**
   * The main type of an artifact, in a file of its own: at `path` unless a plan has placed it. Where the plan's file says a name
   * that another file has taken (`domain/order`, `dtos/order`), it has the usual one: `OrderDto`.
   */
  artifact(kind: ArtifactKind, name: string | undefined, wanted: string, path: string): Exported {
    const placed = this.placement(kind, name);
    if (placed === undefined) return this.type(wanted, this.file(path));
    this.#promised.delete(placed.className);
    return this.type(this.isFree(placed.className) ? placed.className : wanted, placed.path);
  }

  /** The type `wanted`, with `_` behind it as often as it takes to be free. */
  type(wanted: string, file: string): Exported {
    let name = wanted;
    while (!this.isFree(name)) name += '_';
    this.#identifiers.add(name);
    return { name, file };
  }

  isFree(wanted: string): boolean {
    return !this.reserved.has(wanted) && !this.#identifiers.has(wanted) && !this.#promised.has(wanted);
  }

  /** A path from the project's directory, with `_` before its last dot as often as it takes to be free. */
  file(wanted: string): string {
    let path = wanted;
    while (this.#files.has(path.toLowerCase())) path = path.replace(/(?=\.[^/]*$)/, '_');
    this.#files.add(path.toLowerCase());
    return path;
  }
}

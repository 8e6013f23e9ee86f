import type { Exported } from '../imports';
import { RESERVED_TYPES } from './reserved';

/**
 * Hands out type identifiers and file paths that are unique in the generated project. Claims are made once, in a fixed
 * order and for every phase at once, so that a name does not depend on which phases are rendered.
 */
export class Registry {
  readonly #identifiers = new Set<string>();
  readonly #files = new Set<string>();

  /** The identifier `wanted`, with `_` behind it as often as it takes to be free. */
  type(wanted: string, file: string): Exported {
    let name = wanted;
    while (RESERVED_TYPES.has(name) || this.#identifiers.has(name)) name += '_';
    this.#identifiers.add(name);
    return { name, file };
  }

  isFree(wanted: string): boolean {
    return !RESERVED_TYPES.has(wanted) && !this.#identifiers.has(wanted);
  }

  /** A path from the project's directory, with `_` before its first dot as often as it takes to be free. */
  file(wanted: string): string {
    let path = wanted;
    while (this.#files.has(path.toLowerCase())) path = path.replace(/(?=\.[^/]*$)/, '_');
    this.#files.add(path.toLowerCase());
    return path;
  }
}

import { snakeCase } from '@planner/model';

/** Names of test functions made of sentences: `is refused when it breaks NeverOverfilled`. Each is unique in its scope. */
export class Titles {
  readonly #taken = new Set<string>();

  /** `test_is_refused_when_it_breaks_never_overfilled`. */
  name(sentence: string): string {
    const words = sentence.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const wanted = ['test', ...words.map(snakeCase)].join('_').replace(/_+/g, '_');
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}_${String(count)}`;
    this.#taken.add(name);
    return name;
  }
}

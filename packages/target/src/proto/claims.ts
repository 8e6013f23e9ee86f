/** Hands out names, each to one owner. */
export class Claims {
  readonly #owners: Map<string, string>;

  /** `taken`: names and their owners. */
  constructor(taken: Iterable<readonly [name: string, owner: string]>) {
    this.#owners = new Map(taken);
  }

  /** The spelling that the owner already has, else the first that nobody has. Throws when others have all of them. */
  take(owner: string, spellings: readonly string[]): string {
    return this.takeTogether([owner], spellings, (spelling) => [spelling]);
  }

  /** The same for an owner of many names: the first spelling that it has or nobody has. */
  takeFirst(owner: string, spellings: readonly string[]): string {
    return this.give([owner], spellings.find((spelling) => this.isOpen(spelling, owner)), (spelling) => [spelling]);
  }

  /** One spelling for several owners, each of which gets the name that `namesOf` makes of it. */
  takeTogether(owners: readonly string[], spellings: readonly string[], namesOf: (spelling: string) => readonly string[]): string {
    const held = spellings.find((spelling) => namesOf(spelling).every((name, index) => this.#owners.get(name) === owners[index]));
    const open = spellings.find((spelling) => namesOf(spelling).every((name, index) => this.isOpen(name, owners[index])));
    return this.give(owners, held ?? open, namesOf);
  }

  private isOpen(name: string, owner: string | undefined): boolean {
    const holder = this.#owners.get(name);
    return holder === undefined || holder === owner;
  }

  private give(owners: readonly string[], spelling: string | undefined, namesOf: (spelling: string) => readonly string[]): string {
    if (spelling === undefined) throw new Error(`no name left for ${owners.join(', ')}`);
    namesOf(spelling).forEach((name, index) => this.#owners.set(name, owners[index] ?? ''));
    return spelling;
  }
}

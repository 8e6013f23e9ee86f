import type { ImportedName, ImportFact, ImportTarget, ModuleResolver, Place, SourceFacts } from '@planner/target';
import type { VerifiedProject } from '../check';
import { readerOf } from '../readers';

/** A module that an import takes in, by itself or through modules that pass it on. */
export interface Origin {
  readonly target: ImportTarget;
  /** The modules on the way, nearest first; empty for the module that is named. */
  readonly through: readonly Passage[];
  /** In the importing file: the specifier, or the name that leads there. */
  readonly at: Place;
}

/** A module that passes on what it imports, and where it says so. */
export interface Passage {
  readonly path: string;
  readonly at: Place;
}

const MAX_PASSAGES = 20;

/** Follows imports to where they lead, through barrels and packages' `__init__` files that lie in no layer. */
export class Origins {
  private readonly resolvers = new Map<string, ModuleResolver>();
  private readonly facts = new Map<string, SourceFacts | undefined>();

  constructor(
    private readonly project: Pick<VerifiedProject, 'readers' | 'tree'>,
    /** Whether a file only passes on: those of layers are judged by what they import themselves. */
    private readonly isPassage: (path: string) => boolean,
  ) {}

  /** All that an import takes in; the module it names comes first. */
  of(path: string, imported: ImportFact): Origin[] {
    return this.resolve(path, imported).flatMap(({ target, names, at }) => [
      { target, through: [], at },
      ...this.passedOn(target, wantedOf(names), []).map((origin) => ({ ...origin, at })),
    ]);
  }

  private passedOn(target: ImportTarget, wanted: Wanted, way: readonly Passage[]): Omit<Origin, 'at'>[] {
    if (target.kind !== 'file' || way.length > MAX_PASSAGES || !this.isPassage(target.path)) return [];
    if (way.some(({ path }) => path === target.path)) return [];
    return this.exportsOf(target.path, wanted).flatMap((fact) =>
      this.resolve(target.path, { ...fact, names: fact.names.filter((name) => isWanted(name, wanted)) }).flatMap(
        (next) => {
          const through = [...way, { path: target.path, at: next.at }];
          return [
            { target: next.target, through },
            ...this.passedOn(next.target, wantedBehind(next.names, wanted), through),
          ];
        },
      ),
    );
  }

  /** The exports of a module that may give what is wanted. One that is named comes before a star. */
  private exportsOf(path: string, wanted: Wanted): ImportFact[] {
    const exports = (this.factsOf(path)?.imports ?? []).filter(
      ({ kind, names }) => kind === 'export' && names.some((name) => isWanted(name, wanted)),
    );
    if (wanted === 'all') return exports;
    const left = new Set(wanted);
    for (const { names } of exports) for (const { local } of names) left.delete(local);
    if (left.size > 0)
      for (const { name, exported } of this.factsOf(path)?.declarations ?? []) if (exported) left.delete(name);
    return exports.filter(
      ({ names }) => names.some(({ local }) => local !== '*') || this.mayGive(path, names, left, exports.length),
    );
  }

  /** Whether `export * from` may give one of the names: it does not where another module declares them all. */
  private mayGive(path: string, names: readonly ImportedName[], left: ReadonlySet<string>, exports: number): boolean {
    if (left.size === 0 || names.length === 0) return false;
    if (exports === 1) return true;
    const fact = (this.factsOf(path)?.imports ?? []).find((each) => each.kind === 'export' && each.names === names);
    const [next] = fact === undefined ? [] : this.resolve(path, fact);
    if (next?.target.kind !== 'file') return true;
    const facts = this.factsOf(next.target.path);
    if (facts === undefined || facts.imports.some(({ kind }) => kind === 'export')) return true;
    return facts.declarations.some(({ name, exported }) => exported && left.has(name));
  }

  private resolve(path: string, imported: ImportFact): ReturnType<ModuleResolver['resolve']> {
    const reader = readerOf(path, this.project.readers);
    if (reader === undefined) return [];
    let resolver = this.resolvers.get(reader.language);
    if (resolver === undefined) this.resolvers.set(reader.language, (resolver = reader.resolver(this.project.tree)));
    return resolver.resolve(path, imported);
  }

  private factsOf(path: string): SourceFacts | undefined {
    if (this.facts.has(path)) return this.facts.get(path);
    const reader = readerOf(path, this.project.readers);
    const text = reader === undefined ? undefined : this.project.tree.read(path);
    const facts = text === undefined ? undefined : reader?.read(path, text);
    this.facts.set(path, facts);
    return facts;
  }
}

/** The names that are asked of a module; all of them where it is taken in as a whole, or nobody knows. */
type Wanted = ReadonlySet<string> | 'all';

function wantedOf(names: readonly ImportedName[]): Wanted {
  if (names.length === 0 || names.some(({ name }) => name === '*')) return 'all';
  return new Set(names.map(({ name }) => name));
}

/** What to ask of the next module: by the names that it has there. */
function wantedBehind(names: readonly ImportedName[], wanted: Wanted): Wanted {
  if (names.some(({ name, local }) => name === '*' && local === '*')) return wanted;
  return wantedOf(names);
}

function isWanted({ local }: ImportedName, wanted: Wanted): boolean {
  return wanted === 'all' || local === '*' || wanted.has(local);
}

import { LAYERS, type Layer, type LayerFolders, type VerifiedProject } from '../check';

/** What a path is to the project that is verified. */
export interface Territory {
  /** Absent for a file that lies in no layer: `main.ts`, tests, a barrel beside the layers. */
  readonly layer?: Layer;
  /** The bounded context that it is part of; absent where it is part of none, or of none that is known. */
  readonly context?: string;
  /** It is the shared kernel. */
  readonly kernel: boolean;
  readonly own: boolean;
}

/** Layers of a project that planner scaffolded. */
const SCAFFOLDED: LayerFolders = {
  domain: ['src/domain'],
  application: ['src/application'],
  infrastructure: ['src/infrastructure'],
  presentation: ['src/presentation'],
};

interface Holding {
  readonly directory: string;
  readonly own: boolean;
  readonly kernel: boolean;
  readonly context: string | undefined;
  readonly folders: readonly LayerPattern[];
}

interface LayerPattern {
  readonly layer: Layer;
  readonly segments: readonly string[];
}

/** The workspace as a map of bounded contexts and their layers. */
export class Territories {
  /** Inner projects before the ones around them. */
  private readonly holdings: readonly Holding[];
  private readonly known = new Map<string, Territory>();

  constructor({ directory, context, layers, neighbours }: VerifiedProject) {
    const own: Holding = {
      directory,
      own: true,
      kernel: false,
      context: context ?? directory,
      folders: patternsOf(layers),
    };
    const others = neighbours.map((neighbour): Holding => {
      const folders = neighbour.layers ?? (neighbour.context === undefined ? undefined : SCAFFOLDED);
      return {
        directory: neighbour.directory,
        own: false,
        kernel: neighbour.kernel === true,
        context: folders === undefined ? undefined : (neighbour.context ?? neighbour.directory),
        folders: folders === undefined ? [] : patternsOf(folders),
      };
    });
    this.holdings = [own, ...others].sort((one, other) => other.directory.length - one.directory.length);
  }

  of(path: string): Territory {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const found = this.find(path);
    this.known.set(path, found);
    return found;
  }

  /** Whether there is any context but the own one, so that code could reach into it. */
  get hasOthers(): boolean {
    return this.holdings.some(({ own, context, folders }) => (own ? folders.some(isDivided) : context !== undefined));
  }

  private find(path: string): Territory {
    const holding = this.holdings.find(({ directory }) => directory === '' || path.startsWith(`${directory}/`));
    if (holding === undefined) return { kernel: false, own: false };
    const { own, kernel, context, directory, folders } = holding;
    const segments = (directory === '' ? path : path.slice(directory.length + 1)).split('/');
    const found = folders.find((pattern) => matches(pattern, segments));
    if (found === undefined) return { own, kernel, ...(context === undefined ? {} : { context }) };
    // Layers named with a star belong to as many contexts as the star stands for.
    const part = found.segments.flatMap((segment, index) => (segment === '*' ? [segments[index] ?? ''] : [])).join('/');
    const name = [context ?? directory, part].filter((each) => each !== '').join('/');
    return { own, kernel, layer: found.layer, context: part === '' ? (context ?? directory) : name };
  }
}

function patternsOf(layers: LayerFolders): LayerPattern[] {
  const all = LAYERS.flatMap((layer) =>
    layers[layer].map((folder) => ({
      layer,
      segments: folder.split('/').filter((each) => each !== '' && each !== '.'),
    })),
  );
  // `src/domain/infrastructure` is no part of `src/domain` where both are named.
  return all.sort((one, other) => other.segments.length - one.segments.length);
}

function matches({ segments }: LayerPattern, path: readonly string[]): boolean {
  return (
    path.length >= segments.length && segments.every((segment, index) => segment === '*' || segment === path[index])
  );
}

function isDivided({ segments }: LayerPattern): boolean {
  return segments.includes('*');
}

/** Tests beside the code they test are part of no layer: they may take in whatever they need. */
export function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?)\/|[._](?:test|spec|e2e-spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.pyi?$/.test(
    path,
  );
}

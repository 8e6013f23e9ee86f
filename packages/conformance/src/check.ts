import type { ContextModel, SourceSpan } from '@planner/model';
import type { Plan } from '@planner/plan';
import type { CodeElement, Issued, Phase, Place, SourceFacts, SourceReader, SourceTree } from '@planner/target';
import type { Finding } from './finding';
import { Lines, spanIn } from './lines';
import type { RuleSettings } from './settings';

/** The folders of each layer, from the project's directory, without a slash at the end: `src/domain`, `src/core`. */
export type LayerFolders = Readonly<Record<Layer, readonly string[]>>;

export const LAYERS = ['domain', 'application', 'infrastructure', 'presentation'] as const;
export type Layer = (typeof LAYERS)[number];

/** What a scaffold remembers of a project: the part of its `planner.json` that checks look at. */
export interface AppliedState {
  readonly phases: readonly Phase[];
  /** The model as it was when the scaffold ran last, without spans. */
  readonly model: ContextModel;
  readonly issued: Issued;
  /** Hash of every file written, by path from the project's directory. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a scaffold of the plans as they stand would write. */
export interface ExpectedScaffold {
  readonly elements: readonly CodeElement[];
  /** The text of a file, by path from the project's directory; undefined for one that no scaffold writes. Rendered when first asked for. */
  rendered(path: string): string | undefined;
}

/** Another project of the workspace. */
export interface Neighbour {
  /** From the workspace root. */
  readonly directory: string;
  /** Its bounded context, if planner scaffolded it. */
  readonly context?: string;
  /** Where its layers lie, if it says so: those of a project that planner scaffolded are known. */
  readonly layers?: LayerFolders;
  /** It is the shared kernel of the project that is verified. */
  readonly kernel?: boolean;
}

/** The project that is verified, its files aside. All paths start at the workspace root, unless they say otherwise. */
export interface VerifiedProject {
  readonly name: string;
  /** Empty for a project at the root of the workspace. */
  readonly directory: string;
  /** As a plan names it; absent where a project that planner did not scaffold does not say. */
  readonly language?: string;
  /** Its bounded context, if planner scaffolded it. */
  readonly context?: string;
  readonly layers: LayerFolders;
  readonly neighbours: readonly Neighbour[];
  /** The applied plans as they stand now, oldest first; empty for a project that planner did not scaffold. */
  readonly plans: readonly Plan[];
  /** The model that the plans make together, with spans into them; absent where they have errors. */
  readonly model?: ContextModel;
  readonly state?: AppliedState;
  /** What its language makes of the model; absent where the plans have errors. */
  readonly scaffold?: ExpectedScaffold;
  readonly readers: readonly SourceReader[];
  /** The whole workspace, to resolve imports. It never shows `.env`. */
  readonly tree: SourceTree;
  /** Whether version control leaves the path out. */
  readonly isIgnored: (path: string) => boolean;
}

/** A file of the project as the face reads it. */
export interface ProjectFile {
  /** From the workspace root. */
  readonly path: string;
  readonly text: string;
}

/** A file of the project, read and parsed once for all checks. */
export class SourceFile implements ProjectFile {
  readonly path: string;
  readonly text: string;
  /** From the project's directory. */
  readonly inProject: string;
  private parsed: SourceFacts | undefined;
  private indexed: Lines | undefined;

  constructor(
    file: ProjectFile,
    directory: string,
    /** Absent for a file that is no source of a known language. */
    readonly reader: SourceReader | undefined,
  ) {
    this.path = file.path;
    this.text = file.text;
    this.inProject = directory === '' ? file.path : file.path.slice(directory.length + 1);
  }

  /** What its language reads from it; undefined for a file that is no source. */
  get facts(): SourceFacts | undefined {
    this.parsed ??= this.reader?.read(this.path, this.text);
    return this.parsed;
  }

  get lines(): Lines {
    this.indexed ??= new Lines(this.text);
    return this.indexed;
  }

  span({ start, end }: Place): SourceSpan {
    return spanIn(this.path, this.lines, start, end);
  }
}

/** One run of a check over one project. What it keeps of a file is up to it: the files themselves are not kept. */
export interface Visit {
  /** Called once for every file, in the order of their paths. */
  file?(file: SourceFile): Iterable<Finding>;
  /** Called after the last file. */
  end?(): Iterable<Finding>;
}

/**
 * A check of code against the rules. Data in, data out: no file system, no language of its own.
 */
export interface Check {
  /** All that it may report; it does not run where the settings turn every one of them off. */
  readonly rules: readonly string[];
  /**
   * The files that it wants to see beside the sources of known languages, by name: `*.yaml`, `.env.example`, `Dockerfile*`. They
   * are inputs of the cached target as well. `.env` is never among them.
   */
  readonly reads?: readonly string[];
  open(project: VerifiedProject, settings: RuleSettings): Visit;
}

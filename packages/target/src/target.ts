import type { ContextModel, Diagnostic } from '@planner/model';
import type { CodeElement } from './elements';
import type { ProtoNumbers } from './proto';
import type { Placements } from './placements';
import type { IssuedMigration } from './schema';
import type { SourceReader } from './source';

/** Domain, repository, application, infrastructure, gRPC, tests: the six phases of a plan. */
export type Phase = 1 | 2 | 3 | 4 | 5 | 6;
export const PHASES: readonly Phase[] = [1, 2, 3, 4, 5, 6];

/** Where a project lies and how it is named; decided by the face, never read from the file system by a renderer. */
export interface ProjectOptions {
  /** Of the Nx project: `broker`. */
  readonly name: string;
  /** From the workspace root, POSIX, no trailing slash: `packages/broker`. */
  readonly directory: string;
  /** `@acme`, or empty where the workspace has no npm scope. */
  readonly scope: string;
  /** The shared kernel of the language: `packages/kernel-typescript` as `@acme/kernel-typescript`. */
  readonly kernel: { readonly directory: string; readonly packageName: string };
  /** The plans applied, oldest first; `file` is the path from the workspace root. */
  readonly plans: readonly { readonly id: string; readonly title: string; readonly file: string }[];
  /** Of the prose in README and the like; English without it. */
  readonly locale?: string;
  readonly title?: string;
}

/** What must never change once given out: kept in `planner.json` between two renderings. */
export interface Issued {
  readonly protoNumbers: ProtoNumbers;
  readonly migrations: readonly IssuedMigration[];
}

/** Of a project that was never rendered. */
export const NOTHING_ISSUED: Issued = { protoNumbers: {}, migrations: [] };

export interface RenderRequest {
  readonly model: ContextModel;
  readonly project: ProjectOptions;
  /** All phases that the project has after this run: `1` to some `n`. */
  readonly phases: ReadonlySet<Phase>;
  readonly issued: Issued;
  /** Where the plans want artifacts that would lie elsewhere. */
  readonly placements?: Placements;
}

export interface RenderedFile {
  /** From the workspace root, separated by `/`. */
  readonly path: string;
  /** LF line ends, one at the end. */
  readonly text: string;
  readonly phase: Phase;
  /** Written only if the file is absent (`.env`, the kernel), and never touched again. */
  readonly keep?: boolean;
}

export interface Rendering {
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly issued: Issued;
}

/** A language that a plan can be scaffolded in. Pure: the same request gives the same bytes on every machine. */
export interface LanguageTarget {
  /** As a plan names it: `typescript`. */
  readonly language: string;
  /**
   * The file that makes a folder a package, kernel included, and who installs what it depends on: the workspace's package
   * manager, or the project's own target `install`.
   */
  readonly packages: { readonly manifest: string; readonly installedBy: 'workspace' | 'target' };
  render(request: RenderRequest): Rendering;
  /** The shared kernel: source that belongs to the workspace, so every file has `keep`. */
  kernel(project: ProjectOptions): readonly RenderedFile[];
  /** What the target cannot do with this model: errors stop a scaffold before anything is written. */
  unsupported(model: ContextModel): readonly Diagnostic[];
  /** What the plans name, and where this language writes it. Absent where code cannot be checked against plans. */
  elements?(request: RenderRequest): readonly CodeElement[];
  /** Reads source of this language; its parser is loaded by the call. Absent where code cannot be checked against plans. */
  source?(): Promise<SourceReader>;
}

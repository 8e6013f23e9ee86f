import type { ContextModel, Database } from '@planner/model';
import type { Locale } from '../locale';

/** All that a plan is rendered from. Every text may hold anything: it is data, and is escaped where it lands in Markdown. */
export interface PlanInput {
  readonly title: string;
  /** Path of the plan, as the header names it: `docs/plan/35-001-order-tracking-plan.compose`. */
  readonly file: string;
  /** `YYYY-MM-DD`; the week follows from it. */
  readonly created: string;
  readonly locale: Locale;
  /** Bounded context in kebab-case. */
  readonly context: string;
  readonly language: string;
  readonly database: Database;
  /** Absent for a plan with no model yet. */
  readonly model?: ContextModel;
  /** The model block's YAML, without the fence. */
  readonly modelText?: string;
  /** Paths that the scaffold writes, relative to the project, by the phase that writes them (1 to 6). */
  readonly filesByPhase: ReadonlyMap<number, readonly string[]>;
  /** What the workspace held before this plan. */
  readonly workspace: WorkspaceStudy;
  /** Path of the architecture document, as a link from the plan reaches it. */
  readonly design?: string;
}

export interface WorkspaceStudy {
  readonly contexts: readonly StudiedContext[];
  readonly plans: readonly StudiedPlan[];
  readonly clashes: readonly NameClash[];
}

/** A bounded context that is already scaffolded. */
export interface StudiedContext {
  readonly name: string;
  readonly directory: string;
  readonly aggregates: readonly string[];
}

/** A plan that is older than this one. */
export interface StudiedPlan {
  /** `35-001`. */
  readonly id: string;
  /** Path relative to the workspace. */
  readonly file: string;
  readonly title: string;
  readonly context?: string;
}

/** A name of this plan that another plan or context bears already. */
export interface NameClash {
  readonly name: string;
  /** Path of the plan, or name of the context. */
  readonly owner: string;
}

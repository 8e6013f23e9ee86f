import { createHash } from 'node:crypto';
import type { ContextModel } from '@planner/model';
import type { Issued, Phase, Placements } from '@planner/target';
import { Failure } from '../failure';

/** Name of the state file in the project's folder. */
export const PLANNER_JSON = 'planner.json';

const VERSION = 1;

/**
 * All that is remembered of a scaffolded project, from one run to the next. It belongs into version control: with it, a
 * run on another machine does the same.
 */
export interface PlannerJson {
  readonly version: typeof VERSION;
  /** Of the toolkit that wrote last. */
  readonly toolkit: string;
  /** The plans applied, oldest first. */
  readonly plans: readonly AppliedPlan[];
  readonly options: ProjectSettings;
  readonly phases: readonly Phase[];
  /** The resolved model, without the places in the plan. */
  readonly model: ContextModel;
  /** Given out for ever. */
  readonly issued: Issued;
  /** Where plans without a model block wanted artifacts, so that no later run moves them. */
  readonly placements?: Placements;
  /** A hash for every file written, by path from the project's folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface AppliedPlan {
  /** `35-001`. */
  readonly id: string;
  /** From the workspace root. */
  readonly file: string;
  readonly title: string;
}

/** Chosen at the first run and kept, so that a later one does not move or rename anything. */
export interface ProjectSettings {
  readonly name: string;
  readonly language: string;
  readonly scope: string;
  readonly kernel: { readonly directory: string; readonly packageName: string };
}

/**
 * Reads the text of a `planner.json`.
 *
 * @param path for messages
 * @throws Failure when the text is none, or was written by a newer toolkit
 */
export function readPlannerJson(text: string, path: string): PlannerJson {
  const state = parseJson(text, path);
  if (state.version === VERSION && isComplete(state)) return state as PlannerJson;
  if (typeof state.version === 'number' && state.version > VERSION) {
    throw new Failure(`${path} was written by a newer version of planner. Update planner in this workspace.`);
  }
  throw new Failure(`${path} is damaged: it lacks what planner wrote. Restore it from version control.`);
}

type Unchecked = Partial<Omit<PlannerJson, 'version'>> & { version?: number };

function parseJson(text: string, path: string): Unchecked {
  try {
    return JSON.parse(text) as Unchecked;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure(`${path} is not JSON (${error.message}). Restore it from version control, or settle its merge conflict.`);
  }
}

function isComplete(state: Unchecked): boolean {
  const { plans, options, phases, model, issued, files } = state;
  return Array.isArray(plans) && Array.isArray(phases) && [options, model, issued, files].every((part) => typeof part === 'object');
}

/** The text of a `planner.json`: keys in a fixed order, files sorted, so that equal states are equal bytes. */
export function printPlannerJson(state: Omit<PlannerJson, 'version'>): string {
  const { toolkit, plans, options, phases, model, issued, placements = {}, files } = state;
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ordered: PlannerJson = {
    version: VERSION,
    toolkit,
    plans,
    options,
    phases: [...phases].sort(),
    model: withoutSpans(model),
    issued,
    ...(Object.keys(placements).length > 0 && { placements }),
    files: sorted,
  };
  return JSON.stringify(ordered, undefined, 2) + '\n';
}

/** The model as it is remembered: a place in a plan is stale as soon as the plan is edited. */
function withoutSpans(model: ContextModel): ContextModel {
  return JSON.parse(JSON.stringify(model, (key, value: unknown) => (key === 'span' && isSpan(value) ? undefined : value))) as ContextModel;
}

function isSpan(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'file' in value;
}

/** Hash of a text file; the same whether version control checked it out with LF or with CRLF. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64url');
}

import type { ContextModel } from '@planner/model';
import { isoWeekOf, planIdOf } from '../naming';
import { HEADINGS, type HeadingTable } from '../locale/headings';
import { focusOn } from './focus';
import { DATABASE_FACTS, type DatabaseFacts, type EnvVariable } from './database-facts';
import { phrasesOf, type Phrases } from './phrases';
import type { PlanInput } from './plan-input';
import { allVariables } from './tasks/infrastructure-tasks';
import { planPhases } from './tasks/plan-phases';
import type { PlannedPhase } from './tasks/planned-task';
import { toolchainOf, type Toolchain } from './toolchain';

/** What every section of a plan is rendered from: the input, and what follows from it once for all. */
export interface PlanContext {
  readonly input: PlanInput;
  /** What this plan brings to the context; absent as well where the model has no aggregate. */
  readonly model: ContextModel | undefined;
  /** The context with all its plans, for looking up names and drawing. */
  readonly whole: ContextModel | undefined;
  readonly say: Phrases;
  readonly headings: HeadingTable;
  readonly tools: Toolchain;
  readonly database: DatabaseFacts;
  readonly variables: readonly EnvVariable[];
  readonly phases: readonly PlannedPhase[];
  /** ISO week of the creation date; empty for a date that is none. */
  readonly week: string;
}

export function planContext(input: PlanInput): PlanContext {
  const say = phrasesOf(input.locale);
  const whole = input.model && input.model.aggregates.length > 0 ? input.model : undefined;
  const focus = whole && focusOn(whole, planIdOf(input.file));
  const model = focus?.model;
  return {
    input,
    model,
    whole,
    say,
    headings: HEADINGS[input.locale],
    tools: toolchainOf(input.language),
    database: DATABASE_FACTS[input.database],
    variables: allVariables({ context: input.context, database: input.database, adapters: model?.adapters ?? [] }),
    phases: planPhases(input, focus, say),
    week: String(isoWeekOf(input.created)?.week ?? ''),
  };
}

/** At most this many names in one sentence; the rest is counted. */
const NAMED = 12;

/** The first names of a long list, and how many more there are. */
export function firstNames(names: readonly string[]): { readonly names: readonly string[]; readonly more: number } {
  return { names: names.slice(0, NAMED), more: Math.max(0, names.length - NAMED) };
}

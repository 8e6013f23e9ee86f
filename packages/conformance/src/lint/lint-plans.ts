import { parsePlan, planIdOf, readCreated } from '@planner/plan';
import { credentialsInMarkdown } from '../credentials';
import { checkDesign } from '../ddd';
import type { Finding } from '../finding';
import type { RuleSettings } from '../settings';
import { resolveContexts, type Defaults } from './contexts';
import { withHeaderFix } from './header-fixes';
import { sharedNumbers, unknownReferences, type PlanText } from './references';
import { missingEnvironmentBlocks } from './reminders';

/** A plan of the workspace. */
export interface PlanFileText {
  /** From the workspace root. */
  readonly path: string;
  readonly text: string;
  /** Of the file, where there is one: only they tell that it is not UTF-8. */
  readonly bytes?: Uint8Array;
}

/**
 * Checks all plans of a workspace: each on its own, the models that the plans of one context make together, references between
 * plans and contexts, credentials in them, and the design of the models.
 *
 * @returns all findings in the severity that the checks give them, in no order: `judge` applies the settings
 */
export function lintPlans(files: readonly PlanFileText[], defaults: Defaults, settings: RuleSettings): Finding[] {
  const plans = files.map(read).sort(byAge);
  const parsed = plans.map(({ plan }) => plan);
  const { models, diagnostics } = resolveContexts(parsed, defaults);
  return [
    ...plans.flatMap(({ plan, text }) => plan.diagnostics.map((diagnostic) => withHeaderFix(diagnostic, plan, text))),
    ...diagnostics,
    ...plans.flatMap(({ plan, text }) => missingEnvironmentBlocks(plan, text)),
    ...plans.flatMap((plan) => unknownReferences(plan, plans)),
    ...sharedNumbers(plans),
    ...plans.flatMap(({ plan, text }) => credentialsInMarkdown(plan.file, text)),
    ...checkDesign(models, parsed, settings),
  ];
}

function read({ path, text, bytes }: PlanFileText): PlanText {
  return { plan: parsePlan(bytes ?? text, path), text, created: readCreated(text) };
}

/** Oldest first, as a scaffold folds them; plans of one day by number. */
function byAge(a: PlanText, b: PlanText): number {
  const [first, second] = [a, b].map(({ plan, created = '' }) => `${created} ${planIdOf(plan.file)} ${plan.file}`) as [
    string,
    string,
  ];
  return first < second ? -1 : Number(first > second);
}

import type { ContextModel } from '@planner/model';
import type { Plan } from '@planner/plan';
import type { Finding } from '../finding';
import type { RuleSettings } from '../settings';
import { anemicAggregate, oversizedAggregate, valueObjectIdentity } from './aggregates';
import { aggregateByObject, queryWithEffects, severalAggregates } from './boundaries';
import { unexposedTransition, unreachableState } from './lifecycles';
import type { ModelCheck } from './model-check';
import { policyCycles } from './policy-cycles';
import { repositoryForEntity } from './repository-for-entity';

export { DDD_RULES } from './rules';

const MODEL_CHECKS: Readonly<Record<string, ModelCheck>> = {
  'ddd/anemic-aggregate': anemicAggregate,
  'ddd/aggregate-by-object': aggregateByObject,
  'ddd/oversized-aggregate': oversizedAggregate,
  'ddd/value-object-identity': valueObjectIdentity,
  'ddd/several-aggregates': severalAggregates,
  'ddd/query-with-effects': queryWithEffects,
  'ddd/unreachable-state': unreachableState,
  'ddd/unexposed-transition': unexposedTransition,
};

/**
 * Checks the models of a workspace, and the plans that list files, against the rules of domain-driven design.
 *
 * @param models one for each bounded context, with spans
 */
export function checkDesign(
  models: readonly ContextModel[],
  plans: readonly Plan[],
  settings: RuleSettings,
): Finding[] {
  const inModels = Object.entries(MODEL_CHECKS).flatMap(([rule, check]) =>
    settings.isOn(rule) ? models.flatMap((model) => check(model, settings.options(rule))) : [],
  );
  const cycles = settings.isOn('ddd/policy-cycle') ? policyCycles(models) : [];
  const repositories = settings.isOn('ddd/repository-for-entity') ? plans.flatMap(repositoryForEntity) : [];
  return [...inModels, ...cycles, ...repositories];
}

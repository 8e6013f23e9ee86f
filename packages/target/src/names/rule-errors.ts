import { type RuleModel, upperFirst } from '@planner/model';
import type { Exported } from './exported';
import type { Registry } from './registry';

/** The error of each rule, by its name. Two operations may share a requirement by name: then they share its error. */
export function ruleErrors(
  rules: readonly RuleModel[],
  file: string,
  registry: Registry,
): ReadonlyMap<string, Exported> {
  const errors = new Map<string, Exported>();
  for (const { name } of rules)
    if (!errors.has(name)) errors.set(name, registry.type(`${upperFirst(name)}Error`, file));
  return errors;
}

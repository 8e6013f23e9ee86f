import type { Severity } from '@planner/model';
import { RULES, type Rule, type RuleOptions } from './rules';

/** `"warning"`, or with options `["warning", { "maxFields": 30 }]`. */
export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', RuleOptions];

/** As nx.json or the options of a target give them: `{ "layers/domain": "error" }`. */
export type RuleConfiguration = Readonly<Record<string, unknown>>;

/** The rules as a team has set them. */
export interface RuleSettings {
  isOn(rule: string): boolean;
  /** What the team wants it to be; undefined where it says nothing, and the check decides. */
  severity(rule: string): Severity | 'off' | undefined;
  /** All options of the rule, defaults filled in. */
  options(rule: string): RuleOptions;
}

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

/**
 * Reads the rules of a configuration.
 *
 * @returns the settings, and what is wrong with the configuration, one sentence each: unknown rules, severities, options
 */
export function readSettings(
  configuration: RuleConfiguration = {},
  rules: readonly Rule[] = RULES,
): { readonly settings: RuleSettings; readonly problems: readonly string[] } {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const problems: string[] = [];
  const severities = new Map<string, Severity | 'off'>();
  const options = new Map<string, RuleOptions>();
  for (const [id, setting] of Object.entries(configuration)) {
    const rule = known.get(id);
    if (rule === undefined) {
      problems.push(`There is no rule "${id}"; docs/rules lists them all.`);
      continue;
    }
    const [severity, given] = Array.isArray(setting) ? (setting as unknown[]) : [setting];
    const found = SEVERITIES.find((each) => each === severity);
    if (found === undefined) problems.push(`${id}: write "error", "warning", "info" or "off".`);
    else if (rule.stopsScaffold === true && found !== 'error') problems.push(`${id} stops a scaffold, so it is always an error.`);
    else severities.set(id, found);
    const { merged, wrong } = mergeOptions(rule, given);
    options.set(id, merged);
    problems.push(...wrong);
  }
  const settings: RuleSettings = {
    isOn: (id) => (severities.get(id) ?? known.get(id)?.severity) !== 'off',
    severity: (id) => severities.get(id) ?? (known.get(id)?.severity === 'off' ? 'off' : undefined),
    options: (id) => options.get(id) ?? known.get(id)?.options ?? {},
  };
  return { settings, problems };
}

function mergeOptions(rule: Rule, given: unknown): { merged: RuleOptions; wrong: string[] } {
  const defaults = rule.options ?? {};
  if (given === undefined) return { merged: defaults, wrong: [] };
  if (typeof given !== 'object' || given === null)
    return { merged: defaults, wrong: [`${rule.id}: its options are an object.`] };
  const wrong: string[] = [];
  const merged: Record<string, RuleOptions[string]> = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    const usual = defaults[name];
    if (usual === undefined) wrong.push(`${rule.id} has no option "${name}"${hasOptions(defaults)}.`);
    else if (!isLike(value, usual)) wrong.push(`${rule.id}: "${name}" is ${kindOf(usual)}.`);
    else merged[name] = value;
  }
  return { merged, wrong };
}

function hasOptions(defaults: RuleOptions): string {
  const names = Object.keys(defaults);
  return names.length === 0 ? '' : `; it has ${names.join(', ')}`;
}

function isLike(value: unknown, usual: RuleOptions[string]): value is RuleOptions[string] {
  if (typeof usual === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (typeof usual === 'boolean') return typeof value === 'boolean';
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function kindOf(usual: RuleOptions[string]): string {
  if (typeof usual === 'number') return 'a number that is not negative';
  return typeof usual === 'boolean' ? 'true or false' : 'a list of texts';
}

import type { LanguageTarget } from '@planner/target';
import { Failure } from '../failure';

/** Every language that a plan can be scaffolded in, loaded only when it is asked for. A new language is a line here. */
const TARGETS: Readonly<Record<string, () => Promise<LanguageTarget>>> = {
  python: async () => (await import('@planner/python')).pythonTarget,
  typescript: async () => (await import('@planner/typescript')).typescriptTarget,
};

/** Whether a plan in this language can be scaffolded. */
export function hasTarget(language: string): boolean {
  return Object.hasOwn(TARGETS, language);
}

/**
 * The target of a language.
 *
 * @throws Failure for a language that this version cannot scaffold
 */
export async function loadTarget(language: string): Promise<LanguageTarget> {
  const load = hasTarget(language) ? TARGETS[language] : undefined;
  if (load !== undefined) return load();
  const known = Object.keys(TARGETS).join(', ');
  throw new Failure(`This version of planner scaffolds ${known}, not ${language}. Nothing was written.\nChoose one with --language, or write it into the plan's model block.`);
}

import type { LanguageTarget, SourceReader } from '@planner/target';
import { Failure } from '../failure';

interface Language {
  /** Of its sources, so that nothing is loaded where there are none. */
  readonly extensions: readonly string[];
  readonly load: () => Promise<LanguageTarget>;
}

/** Every language that a plan can be scaffolded in, loaded only when it is asked for. A new language is a line here. */
const TARGETS: Readonly<Record<string, Language>> = {
  python: { extensions: ['.py', '.pyi'], load: async () => (await import('@planner/python')).pythonTarget },
  typescript: {
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
    load: async () => (await import('@planner/typescript')).typescriptTarget,
  },
};

/** Extensions of the sources of every language, sorted. */
export function sourceExtensions(): string[] {
  return Object.values(TARGETS).flatMap(({ extensions }) => extensions).sort();
}

/** Readers for those languages that any of the files is written in. */
export async function loadReaders(paths: readonly string[]): Promise<SourceReader[]> {
  const spoken = Object.values(TARGETS).filter(({ extensions }) => paths.some((path) => extensions.some((extension) => path.toLowerCase().endsWith(extension))));
  const readers = await Promise.all(spoken.map(async ({ load }) => (await load()).source?.()));
  return readers.filter((reader) => reader !== undefined);
}

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
  const target = hasTarget(language) ? TARGETS[language] : undefined;
  if (target !== undefined) return target.load();
  const known = Object.keys(TARGETS).join(', ');
  throw new Failure(`This version of planner scaffolds ${known}, not ${language}. Nothing was written.\nChoose one with --language, or write it into the plan's model block.`);
}

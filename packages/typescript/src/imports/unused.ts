import type { ImportSet } from './import-set';

/**
 * A file without the imports that it does not use: what a view model was computed from is not always what a template writes,
 * and ESLint refuses the difference (no-unused-vars).
 *
 * @param imports as the text begins with them
 */
export function withoutUnused(text: string, imports: ImportSet): string {
  const printed = imports.print();
  if (printed === '' || !text.includes(printed)) return text;
  const said = namesIn(text.replace(printed, ''));
  return text.replace(printed, () => imports.print((local) => said.has(local)));
}

/** Identifiers that stand for themselves, outside of comments that fill their lines. What a text holds counts too. */
function namesIn(source: string): Set<string> {
  const code = source.replace(/^\s*(?:\/\/|\/\*|\*).*$/gm, '');
  return new Set(Array.from(code.matchAll(/(?<![\w$]|(?<!\.\.)\.)[A-Za-z_$][\w$]*/g), ([name]) => name));
}

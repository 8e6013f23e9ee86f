import type { ImportSet } from './import-set';

/**
 * A module without the imports that it does not use: what a view model was computed from is not always what a template
 * writes, and ruff refuses the difference (F401).
 *
 * @param imports as the text begins with them
 */
export function withoutUnused(text: string, imports: ImportSet): string {
  const printed = imports.print();
  if (printed === '' || !text.includes(printed)) return text;
  const said = namesIn(text.replace(printed, ''));
  return text.replace(printed, () => imports.print((local) => said.has(local)));
}

/** Identifiers outside of comments and texts; in a text only where it has expressions or may be a type. */
function namesIn(source: string): Set<string> {
  const code = source.replace(TEXT_OR_COMMENT, (_, prefix: string | undefined, text: string | undefined) =>
    prefix?.toLowerCase().includes('f') === true || /^["'][\w[\], .|]+["']$/.test(text ?? '') ? ` ${text ?? ''} ` : ' ',
  );
  return new Set(Array.from(code.matchAll(/(?<![\w.])[A-Za-z_]\w*/g), ([name]) => name));
}

const TEXT_OR_COMMENT = /((?<!\w)[bfru]{1,2})?("{3}[^]*?"{3}|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|#[^\n]*/gi;

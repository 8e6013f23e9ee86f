/**
 * The text that Markdown's escapes stand for: `\*` is `*`, `&lt;` is `<`. Emphasis, code and links stay as they are written.
 */
export function plainText(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&(amp|lt|gt|quot);/g,
    (whole, char: string | undefined, entity: string | undefined) => char ?? ENTITIES.get(entity ?? '') ?? whole,
  );
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

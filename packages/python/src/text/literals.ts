import { commentLines, commentText } from '@planner/target';

/**
 * The only doors through which text of a plan enters Python. Whatever the text holds, what comes out is one literal, one
 * comment or one docstring.
 */

/** A string literal in double quotes (the formatter's choice), in single quotes where that saves escapes. */
export function pyString(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  const body = text.replace(/[\\\p{Cc}\u2028\u2029\ufeff]|\p{Cf}|\p{Cs}/gu, escaped).replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

function escaped(character: string): string {
  const known = ESCAPES.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Text for the inside of a comment: one line, nothing invisible. */
export function pyComment(text: string): string {
  return commentText(text);
}

/**
 * A docstring with a line end behind it, or nothing for no text. `indent` is the space in front of every line. Text that
 * would need an escape becomes a plain literal, which Python takes for a docstring too.
 */
export function pyDocstring(text: string | undefined, indent = ''): string {
  const lines = commentLines(text ?? '');
  const [first, ...more] = lines;
  if (first === undefined) return '';
  if (lines.some((line) => /["\\]/.test(line))) return `${indent}${pyString(lines.join('\n'))}\n`;
  if (more.length === 0) return `${indent}"""${first}"""\n`;
  return [`${indent}"""${first}`, ...more.map((line) => `${indent}${line}`.trimEnd()), `${indent}"""`, ''].join('\n');
}

/** A compiled pattern for `fullmatch`. What a plan may write (ASCII classes, no look-around) means the same in Python under `re.ASCII`. */
export function pyPattern(pattern: string): string {
  return `re.compile(${rawString(pattern) ?? pyString(pattern)}, re.ASCII)`;
}

/** A raw literal reads as the pattern does, where its characters allow one. */
function rawString(text: string): string | undefined {
  if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029"]/u.test(text) || /(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return undefined;
  return `r"${text}"`;
}

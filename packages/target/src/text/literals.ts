/**
 * The only doors through which text of a plan enters code. Whatever the text holds (quotes, backticks, template
 * syntax, line ends, ends of comments), what comes out is one literal or one comment.
 */

/**
 * A string literal in single quotes that TypeScript and Python both read as `text`.
 * Line ends, control characters, U+2028 and U+2029 and lone surrogates are escaped.
 */
export function stringLiteral(text: string): string {
  const body = text.replace(
    /[\\'\p{Cc}\u2028\u2029\ufeff]|\p{Cs}/gu,
    (character) => ESCAPES.get(character) ?? unicodeEscape(character),
  );
  return `'${body}'`;
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Text for the inside of a comment: one line, never the end of a comment, nothing invisible. */
export function commentText(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/\*\//g, '* /')
    .trim();
}

/** The lines of a longer text, each fit for a comment; blank lines at both ends are gone. */
export function commentLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(commentText);
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * A documentation comment in the style of TypeScript, with a line end behind it, or nothing for no text.
 * `indent` is the space in front of every line.
 */
export function docComment(text: string | undefined, indent = ''): string {
  const lines = commentLines(text ?? '');
  if (lines.length === 0) return '';
  // A leading `@` would be read as a tag.
  const safe = lines.map((line) => line.replace(/^@/, '(at) ').replace(/^\//, '(/) '));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  return [`${indent}/**`, ...safe.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ''].join('\n');
}

/**
 * A regular expression literal of JavaScript that the whole value has to match. `pattern` is what the plan writes between
 * its slashes; slashes and line ends inside are escaped. Code points count as one character wherever the pattern allows it.
 */
export function regexLiteral(pattern: string): string {
  const body = escapeSlashes(pattern).replace(/[\n\r\u2028\u2029]/g, (end) =>
    end === '\n' ? '\\n' : end === '\r' ? '\\r' : unicodeEscape(end),
  );
  const whole = pattern.includes('|') ? `(?:${body})` : body;
  return `/^${whole}$/${isUnicodePattern(pattern) ? 'u' : ''}`;
}

/** A slash ends a literal unless it is escaped; inside a class it would not, but the escape reads the same. */
function escapeSlashes(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found));
}

function isUnicodePattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    // Not a failure: `\-` outside a class and the like are legal only without the flag.
    return false;
  }
}

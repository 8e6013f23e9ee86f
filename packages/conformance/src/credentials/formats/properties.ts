import { quotedAt, readFlow } from './flow';
import { FoundTexts } from './found-texts';
import { linesOf } from './lines-of';

const SECTION = /^\s*\[{1,2}\s*([^\]\n]{1,200})\]{1,2}\s*(?:[#;].*)?$/;
/** `export KEY=value`, `key = value`, `key: value`, `"quoted.key" = value`. */
const KEY =
  /^\s*(?:export\s+|set\s+|SET\s+)?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([A-Za-z_][\w.\-/[\]]{0,199}(?:\s?\.\s?[\w-]+)*))\s*(=|:(?!:))\s*/;

/** `requirepass x`: a key and a value with a blank between them. */
const DIRECTIVE = /^\s*([A-Za-z][\w.-]{0,100})\s+(\S{1,1000})\s*$/;

/** Reads files of `key = value`: `.env`, properties, INI, TOML. */
export function readProperties(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  let section: string[] = [];
  let readUpTo = 0;
  for (const { text, start } of linesOf(source)) {
    if (start < readUpTo) continue;
    const mark = /^\s*(?:[#;!]|\/\/|--(?=\s))/.exec(text);
    if (mark) {
      found.comment(text, start);
      continue;
    }
    const heading = SECTION.exec(text);
    if (heading?.[1] !== undefined) {
      section = heading[1].split('.').map((name) => name.trim().replace(/["']/g, ''));
      continue;
    }
    const key = KEY.exec(text.slice(0, 640));
    const directive = key ? null : DIRECTIVE.exec(text);
    if (directive?.[1] !== undefined && directive[2] !== undefined) {
      const value = directive[2].replace(/^(["'])(.*)\1$/, '$2');
      const from = start + text.lastIndexOf(value);
      found.value(directive[1], section, value, from, from + value.length);
      continue;
    }
    if (!key) {
      if (text.includes('://')) found.other(text, start, start + text.length);
      continue;
    }
    const names = (key[1] ?? key[2] ?? key[3] ?? '').split('.').map((name) => name.trim());
    const name = names.at(-1) ?? '';
    const object = [...section, ...names.slice(0, -1)];
    const at = start + key[0].length;
    const sign = source[at];
    if (at >= start + text.length) continue;
    if (sign === '"' || sign === "'") {
      const quoted = quotedAt(source, at, source.length);
      found.value(name, object, quoted.text, quoted.start, quoted.end);
      readUpTo = quoted.next > start + text.length ? quoted.next : 0;
    } else if (
      (sign === '{' && !text.startsWith('{{', at - start)) ||
      (sign === '[' && /^\s*(?:\[\s*$|\[\s*["'{\]])/.test(text.slice(at - start)))
    ) {
      readUpTo = readFlow(source, at, source.length, [...object, name], found);
    } else {
      const value = withoutComment(text.slice(at - start));
      if (value !== '') found.value(name, object, value, at, at + value.length);
    }
  }
  return found;
}

/** A comment behind a value begins with a blank and `#` or `;`. */
function withoutComment(text: string): string {
  if (text.startsWith('#')) return '';
  const comment = /\s[#;](?=\s|$)|\s#/.exec(text);
  return (comment ? text.slice(0, comment.index) : text).trimEnd();
}

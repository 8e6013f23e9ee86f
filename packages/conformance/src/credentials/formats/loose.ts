import type { TextContext, TextPart } from '@planner/target';
import { FoundTexts } from './found-texts';
import { quotedAt } from './flow';
import { linesOf } from './lines-of';

const LOOK_BACK = 160;
/** A longer line was made by a program: only what is known by its own look is looked for in it. */
const LONGEST_LINE = 20_000;

/** What stands in front of a literal, and what it says of it. The first that fits counts. */
const FRONTS: readonly (readonly [pattern: RegExp, context: (match: RegExpExecArray) => TextContext])[] = [
  [
    /\b(?:getenv|environ\.get|env\.get|getEnv|environ\.setdefault|Getenv|env|config|getOrDefault|get)\(\s{0,8}["']([\w.-]{1,100})["']\s{0,8},\s{0,8}(?:default\s?=\s?)?(?:[fr]{0,2})$/,
    (match) => byDefault(match[1]),
  ],
  [
    /\b(?:process\.env|import\.meta\.env|Bun\.env|ENV|environ)(?:\.(\w{1,100})|\[["'](\w{1,100})["']\])\s{0,8}(?:\?\?|\|\|)=?\s{0,8}$/,
    (match) => byDefault(match[1] ?? match[2]),
  ],
  [
    /\b(?:os\.getenv|os\.environ\.get|ENV\.fetch)\(["'](\w{1,100})["']\)\s{0,8}(?:or|\|\|)\s{0,8}$/,
    (match) => byDefault(match[1]),
  ],
  [/\b["']?([\w-]{1,100})["']?\s?:\s?z\.[^"'\n]{0,100}\.default\(\s{0,8}$/, (match) => byDefault(match[1])],
  [/\{[^{}]{0,80}\b(\w{1,100})\s?=\s?$/, (match) => ({ kind: 'assignment', name: match[1] ?? '' })],
  [
    /["']?([A-Za-z_$][\w.$-]{0,100})["']?\]?!?\s{0,8}(?::\s?[\w.<>[\]| ]{1,40}\s?)?(?:=>|:=|[:=])\s{0,8}(?:[frbuN@]{1,2}|SecretStr\(|Secret\(|new \w{1,40}\(|Field\((?:default=)?)?$/,
    (match) => ({ kind: 'property', name: (match[1] ?? '').split('.').at(-1) ?? '', object: [] }),
  ],
  [/<([A-Za-z][\w.-]{0,100})>\s{0,8}$/, (match) => ({ kind: 'property', name: match[1] ?? '', object: [] })],
  [
    /([A-Za-z_][\w.]{0,80})\(((?:[^()"']|"[^"\n]{0,60}"|'[^'\n]{0,60}'){0,120})$/,
    (match) => ({ kind: 'argument', callee: match[1] ?? '', index: (match[2] ?? '').split(',').length - 1 }),
  ],
];

function byDefault(variable: string | undefined): TextContext {
  return { kind: 'environmentDefault', variable: variable ?? '' };
}

const CALL = /\b([A-Za-z_][\w.]{1,60})\(\s{0,8}\{?/;

/**
 * Reads literals out of any text that looks like code, line by line: languages without a reader, files with syntax errors, pieces of code in a
 * document. It knows less than a reader of the language.
 */
export function readLoose(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  let call: string | undefined;
  for (const { text, start } of linesOf(source)) {
    const comment = /^\s*(?:#|\/\/|\*|\/\*|--\s)/.exec(text);
    if (comment) {
      found.comment(text, start);
      continue;
    }
    if (text.length > LONGEST_LINE) {
      found.other(text, start, start + text.length);
      continue;
    }
    call = CALL.exec(text.slice(0, 400))?.[1] ?? (/^\s/.test(text) ? call : undefined);
    readLiterals(text, start, call, found);
  }
  return found;
}

function readLiterals(text: string, start: number, call: string | undefined, found: FoundTexts): void {
  let index = 0;
  let any = false;
  while (index < text.length) {
    const next = nextQuote(text, index);
    if (next < 0) break;
    const literal = quotedAt(text, next, text.length);
    const before = text.slice(Math.max(0, next - LOOK_BACK), next);
    const context = contextOf(before, call);
    const isKey =
      /^\s{0,8}[\]]?\s{0,8}:/.test(text.slice(literal.next, literal.next + 12)) && /[{,(\s]$|^$/.test(before);
    if (!isKey) {
      const holes =
        text[next] === '`'
          ? /\$\{[^{}\n]{0,200}\}/g
          : /(?:^|[^\w])[fF][rR]?$/.test(before)
            ? /\{[^{}\n]{0,200}\}/g
            : undefined;
      found.add(
        context,
        literal.text,
        start + literal.start,
        start + literal.end,
        holes && partsOf(literal.text, holes),
      );
      any = true;
    }
    index = Math.max(literal.next, next + 1);
  }
  if (!any && text.includes('://')) found.other(text, start, start + text.length);
}

function contextOf(before: string, call: string | undefined): TextContext {
  for (const [pattern, context] of FRONTS) {
    const match = pattern.exec(before);
    if (!match) continue;
    const result = context(match);
    return result.kind === 'property' && call !== undefined ? { ...result, object: [call] } : result;
  }
  return { kind: 'other' };
}

/** An apostrophe inside a word opens no literal. */
function nextQuote(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (
      sign === '"' ||
      sign === '`' ||
      (sign === "'" && !/[A-Za-z]/.test(text[index - 1] ?? '')) ||
      (sign === "'" && /(?:^|[^\w])[frbuFRBUN]{1,2}$/.test(text.slice(Math.max(0, index - 3), index)))
    )
      return index;
  }
  return -1;
}

/** The constant pieces of a template or an f-string. */
function partsOf(text: string, holes: RegExp): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const hole of text.matchAll(holes)) {
    if (hole.index > done) parts.push({ text: text.slice(done, hole.index) });
    parts.push({ hole: 'expression' });
    done = hole.index + hole[0].length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

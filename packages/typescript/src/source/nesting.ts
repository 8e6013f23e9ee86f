/**
 * The parser is native and recurses: source that nests thousands of levels deep ends the process without an exception. These bounds are a
 * quarter of what it was seen to survive in a thread of 4 MB, and far above what people or bundlers write.
 */
const MAX_BRACKETS = 500;
const MAX_CHAIN = 4_000;

const QUOTES = new Set(['"', "'", '`'].map((quote) => quote.charCodeAt(0)));
const [OPENING, CLOSING] = [codes('([{'), codes(')]}')];
const ENDING = codes(';,');
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;
const BACKTICK = 96;
const DOLLAR = 36;
const ENDING_CODE = 59;

/**
 * Where a text starts to nest deeper than the parser can take: too many brackets open at once, or an expression or `else` chain with too many
 * tokens. Undefined for any other text. One pass over the characters; it errs on the side of safety, so a text of megabytes that is a single
 * expression may be refused although it could be parsed.
 */
export function tooDeep(text: string): number | undefined {
  if (text.length <= MAX_BRACKETS) return undefined;
  const chains = [0];
  let chain = 0;
  let inWord = false;
  let last = ENDING_CODE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isWord(code)) {
      if (!inWord) chain += 1;
      inWord = true;
      last = code;
      continue;
    }
    inWord = false;
    if (code === LF) {
      const next = endOfBlanks(text, index);
      if (endsOperand(last) && startsStatement(text, next)) chain = 0;
      index = next - 1;
      continue;
    }
    if (code === SPACE || code === TAB || code === CR) continue;
    if (code === SLASH && (text.charCodeAt(index + 1) === SLASH || text.charCodeAt(index + 1) === STAR)) {
      index = endOfComment(text, index);
      continue;
    } else if (QUOTES.has(code) && !(code === BACKTICK && holdsHole(text, index))) {
      chain += 1;
      index = endOfString(text, index, code);
    } else if (OPENING.has(code)) {
      if (chains.length > MAX_BRACKETS) return index;
      chains.push(chain + 1);
      chain = 0;
    } else if (CLOSING.has(code)) {
      chain = chains.length > 1 ? (chains.pop() ?? 0) : 0;
    } else if (ENDING.has(code)) {
      chain = 0;
    } else {
      chain += 1;
    }
    last = code;
    if (chain > MAX_CHAIN) return index;
  }
  return undefined;
}

function codes(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === DOLLAR ||
    code > 127
  );
}

function endOfComment(text: string, start: number): number {
  const line = text.charCodeAt(start + 1) === SLASH;
  const end = text.indexOf(line ? '\n' : '*/', start + 2);
  if (end === -1) return text.length;
  return line ? end - 1 : end + 1;
}

/** Strings end with their line at the latest, so that a quote in a regular expression swallows no more than that. */
function endOfString(text: string, start: number, quote: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) return index;
    if (code === LF && quote !== BACKTICK) return index - 1;
    if (code === BACKSLASH) index += 1;
  }
  return text.length;
}

/** A template with holes is no string: what is in the holes nests. */
function holdsHole(text: string, start: number): boolean {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BACKTICK) return false;
    if (code === BACKSLASH) index += 1;
    else if (code === DOLLAR && text[index + 1] === '{') return true;
  }
  return false;
}

/** Whether what came last before a line break may end a statement: an operator does not. */
function endsOperand(code: number): boolean {
  return isWord(code) || CLOSING.has(code) || ENDING.has(code) || QUOTES.has(code);
}

function startsStatement(text: string, index: number): boolean {
  return isWord(text.charCodeAt(index)) && !text.startsWith('else', index);
}

function endOfBlanks(text: string, start: number): number {
  let index = start;
  while (index < text.length && isBlank(text.charCodeAt(index))) index += 1;
  return index;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CR || code === LF;
}

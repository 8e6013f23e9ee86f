import { FoundTexts } from './found-texts';
import { linesOf } from './lines-of';

/** A variable that gets a value: at the beginning of a command, or in `env`, `export`, `declare`, and `$env:` of PowerShell. */
const ASSIGNMENT =
  /(?:^|[\s;&|(`])(?:\$env:)?([A-Za-z_]\w{0,100}) ?(?:=|\+=) ?(?:"((?:[^"\\\n]|\\.){0,4000})"|'([^'\n]{0,4000})'|(\$\([^\n)]{0,400}\)?|[^\s;&|"'()`]{1,4000}))/g;

/** Reads scripts of shells: variables, and every line as a command. */
export function readShell(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  for (const { text, start } of linesOf(source)) readCommand(text, start, found);
  return found;
}

export function readCommand(text: string, start: number, found: FoundTexts): void {
  if (/^\s*(?:#|::|rem\s)/i.test(text)) {
    found.comment(text, start);
    return;
  }
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const from = start + match.index + whole.length - value.length - (bare === undefined ? 1 : 0);
    // Only a value without quotes in front of it is one word; `--password=x` is an option and no variable.
    if (value !== '') found.value(name, [], value, from, from + value.length);
  }
  found.other(text, start, start + text.length);
}

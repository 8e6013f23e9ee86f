import { pluralize } from 'inflection';

/**
 * Names in every spelling that a file, a wire format or a language asks for. All functions are pure and take a name in
 * any spelling (`limitPrice`, `LimitPrice`, `limit_price`, `limit-price`, `LIMIT_PRICE`).
 */

/**
 * The words of a name, in lower case.
 *
 * The split is the one of buf's lint rules (`stringutil.ToLowerSnakeCase`), so that the enum prefix and the field names
 * derived from it pass `buf lint`: a capital starts a word when a lower-case letter stands before or after it, and digits
 * belong to the word that they follow (`line2`, `OAuth2Token` is `o auth2 token`, `HTTPServer` is `http server`).
 */
export function words(name: string): readonly string[] {
  const known = splits.get(name);
  if (known !== undefined) return known;
  if (splits.size >= MAX_SPLITS) splits.clear();
  const found = split(name);
  splits.set(name, found);
  return found;
}

/** A model asks for the words of the same few names many thousand times. */
const splits = new Map<string, readonly string[]>();
const MAX_SPLITS = 10_000;

function split(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).flatMap((part) => {
    const starts = Array.from(part, (_, at) => at).filter((at) => at > 0 && startsWord(part, at));
    return [0, ...starts]
      .map((from, index) => part.slice(from, starts[index]).toLowerCase())
      .filter((word) => word !== '');
  });
}

function startsWord(part: string, at: number): boolean {
  if (!isUpper(part.charAt(at))) return false;
  const next = part.charAt(at + 1);
  return isLower(part.charAt(at - 1)) || (next !== '' && !isUpper(next) && !isDigit(next));
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** `limitPrice`. */
export function camelCase(name: string): string {
  return lowerFirst(pascalCase(name));
}

/** `LimitPrice`. */
export function pascalCase(name: string): string {
  return words(name).map(upperFirst).join('');
}

/** `limit_price`: proto fields, columns, files of languages that write them so. */
export function snakeCase(name: string): string {
  return words(name).join('_');
}

/** `limit-price`: files, contexts, project names. */
export function kebabCase(name: string): string {
  return words(name).join('-');
}

/** `LIMIT_PRICE`: constants and the prefix of proto enum members. */
export function upperSnakeCase(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** The first letter in upper case, the rest untouched: joins names without changing how the plan spells them. */
export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The first letter in lower case, the rest untouched. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What the library gets wrong, by last word. */
const IRREGULAR = new Map([
  ['alumnus', 'alumni'],
  ['cargo', 'cargoes'],
  ['census', 'censuses'],
  ['corpus', 'corpora'],
  ['echo', 'echoes'],
  ['gas', 'gases'],
  ['hero', 'heroes'],
  ['leaf', 'leaves'],
  ['lens', 'lenses'],
  ['loaf', 'loaves'],
  ['radius', 'radii'],
  ['staff', 'staff'],
  ['stimulus', 'stimuli'],
]);

/**
 * The English plural of a camelCase or PascalCase name, by its last word (`SalesPerson` is `SalesPeople`). A word without
 * a plural of its own stays as it is (`Sheep`, `Orders`), so the result may equal the name.
 */
export function plural(name: string): string {
  const last = /(\p{Lu}?[\p{Ll}\p{N}]*|\p{Lu}+)$/u.exec(name)?.[0] ?? '';
  if (last === '') return name;
  const lower = last.toLowerCase();
  const many = IRREGULAR.get(lower) ?? pluralize(lower);
  return name.slice(0, name.length - last.length) + sameCase(last, many);
}

function sameCase(like: string, word: string): string {
  if (/^\p{Lu}/u.test(like)) return upperFirst(word);
  return word;
}

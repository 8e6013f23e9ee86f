import { pascalCase, plural, snakeCase, upperFirst } from '@planner/model';
import { foldLetters } from '../naming/slug';

/** A little shorter than a name may be, because others are made of it (`List<Plural>`). */
const LONGEST = 44;

/** The text in ASCII, capitals kept: `Đặt lệnh` is `Dat lenh`. What has no base letter is a space. */
export function asciiOf(text: string): string {
  return Array.from(text.normalize('NFC'), (char) => {
    if (char <= '\x7f') return char;
    const folded = foldLetters(char).replace(/[^\0-\x7f]+/g, ' ');
    return char === char.toLowerCase() ? folded : upperFirst(folded);
  }).join('');
}

/**
 * PascalCase in ASCII of a file's name or of a word of prose: `order_line` is `OrderLine`, `2fa` is `X2fa`. Empty if no letter
 * or digit of it can be written so.
 */
export function pascalName(text: string): string {
  const ascii = asciiOf(text).trim();
  const name = /^[A-Z][A-Za-z0-9]*$/.test(ascii) && /[a-z]/.test(ascii) ? ascii : pascalCase(ascii);
  return (/^[0-9]/.test(name) ? `X${name}` : name).slice(0, LONGEST);
}

/** `order_line`: the words of a file's name or a folder, in ASCII. */
export function snakeName(text: string): string {
  return snakeCase(asciiOf(text));
}

/** The same for a name in the singular and the plural, in any spelling: `order_lines` and `OrderLine`. */
export function keyOf(name: string): string {
  return plural(pascalName(name)).toLowerCase();
}

/** Whether the words of `name` begin with those of `owner`: `order_line` with `Order`. */
export function startsWith(name: string, owner: string): boolean {
  const [own, other] = [snakeName(name).split('_'), snakeName(owner).split('_')];
  if (other.length === 0 || own.length < other.length) return false;
  return keyOf(own.slice(0, other.length).join('_')) === keyOf(owner);
}

/** Hands out type names that are unique in the context whatever their case. */
export class NameBook {
  private readonly taken = new Set<string>();

  /** Takes names that are given, so that nobody else bears them. */
  reserve(...names: readonly string[]): void {
    for (const name of names) this.taken.add(name.toLowerCase());
  }

  isFree(name: string): boolean {
    return name !== '' && !this.taken.has(name.toLowerCase());
  }

  /** The first of the wishes that is free, else the last one with a number. `also`: names that go with it. */
  take(wishes: readonly string[], also: (name: string) => readonly string[] = () => []): string {
    const free = (name: string) => [name, ...also(name)].every((each) => this.isFree(each));
    const last = wishes.filter((wish) => wish !== '').at(-1) ?? 'Unnamed';
    let name = wishes.find(free);
    for (let number = 2; name === undefined; number += 1) if (free(`${last}${number}`)) name = `${last}${number}`;
    this.reserve(name, ...also(name));
    return name;
  }
}

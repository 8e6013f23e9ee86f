import { matchesPattern, parsePattern, type PatternNode } from '@planner/model';

/** Longest text that is looked for. */
const LONGEST = 300;

/**
 * A text that the pattern matches whole, of a length (in code points) between `min` and `max`; undefined if there is none
 * of at most 300 characters. Short texts come first, and variants differ as long as the pattern has further texts.
 */
export function matchingText(pattern: string, min: number, max: number, variant: number): string | undefined {
  const node = parse(pattern);
  const lengths = [...lengthsOf(node)].filter((length) => length >= min && length <= max).sort((a, b) => a - b);
  const preferred = [...lengths.filter((length) => length > 0), ...lengths.filter((length) => length === 0)];
  let rest = variant;
  for (const length of preferred) {
    const writer = new Writer(rest);
    const text = writer.write(node, length);
    if (rest < writer.count) return text;
    rest -= writer.count;
  }
  const [shortest] = preferred;
  return shortest === undefined ? undefined : new Writer(variant).write(node, shortest);
}

/** A text of a length between `min` and `max` that the pattern does not match; undefined if every likely one does. */
export function otherText(pattern: string, min: number, max: number): string | undefined {
  const length = Math.max(min, 1);
  const candidates = ['!', ' ', 'a', 'A', '0', '-', '\u00e9', '\n'].map((character) =>
    character.repeat(Math.min(length, max)),
  );
  return [...candidates, ...(min === 0 ? [''] : [])].find((text) => !matchesPattern(pattern, text));
}

const parsed = new Map<string, PatternNode>();
const known = new WeakMap<PatternNode, ReadonlySet<number>>();

function parse(pattern: string): PatternNode {
  const node = parsed.get(pattern) ?? parsePattern(pattern);
  parsed.set(pattern, node);
  return node;
}

/** Lengths of the texts that the node matches, up to the longest. */
function lengthsOf(node: PatternNode): ReadonlySet<number> {
  const lengths = known.get(node) ?? computeLengths(node);
  known.set(node, lengths);
  return lengths;
}

function computeLengths(node: PatternNode): ReadonlySet<number> {
  switch (node.kind) {
    case 'set':
      return new Set([1]);
    case 'choice':
      return new Set(node.options.flatMap((option) => [...lengthsOf(option)]));
    case 'sequence':
      return node.items.map(lengthsOf).reduce(sums, new Set([0]));
    case 'repeat':
      return repeated(lengthsOf(node.item), node.min, node.max);
  }
}

function repeated(item: ReadonlySet<number>, min: number, max: number): ReadonlySet<number> {
  const found = new Set<number>();
  let some: ReadonlySet<number> = new Set([0]);
  for (let count = 0; count <= max && some.size > 0; count++) {
    const before = found.size;
    if (count >= min) for (const length of some) found.add(length);
    // Once a further copy brings nothing new, none will.
    if (count > min && found.size === before) break;
    some = sums(some, item);
  }
  return found;
}

function sums(left: ReadonlySet<number>, right: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const a of left) for (const b of right) if (a + b <= LONGEST) found.add(a + b);
  return found;
}

/** For each item: lengths of the texts that those behind it match together. */
function lengthsBehind(items: readonly PatternNode[]): ReadonlySet<number>[] {
  let behind: ReadonlySet<number> = new Set([0]);
  const found: ReadonlySet<number>[] = [];
  for (const item of [...items].reverse()) {
    found.push(behind);
    behind = sums(lengthsOf(item), behind);
  }
  return found.reverse();
}

/** Writes one text; the number given decides between equally good characters, so that different numbers give different texts. */
class Writer {
  /** How many texts of this shape there are at least. */
  count = 1;

  constructor(private choice: number) {}

  write(node: PatternNode, length: number): string {
    switch (node.kind) {
      case 'set':
        return this.pick(charactersOf(node));
      case 'choice':
        return this.write(this.pick(node.options.filter((option) => lengthsOf(option).has(length))), length);
      case 'sequence':
        return this.sequence(node.items, length);
      case 'repeat':
        return this.sequence(this.copies(node, length), length);
    }
  }

  private pick<T>(options: readonly T[]): T {
    const chosen = options[this.choice % options.length];
    if (chosen === undefined) throw new Error('a pattern without a character to choose from');
    this.choice = Math.floor(this.choice / options.length);
    this.count = Math.min(this.count * options.length, Number.MAX_SAFE_INTEGER);
    return chosen;
  }

  private sequence(items: readonly PatternNode[], length: number): string {
    const rests = lengthsBehind(items);
    let left = length;
    return items
      .map((item, index) => {
        const own =
          [...lengthsOf(item)].sort((a, b) => a - b).find((each) => rests[index]?.has(left - each) === true) ?? 0;
        left -= own;
        return this.write(item, own);
      })
      .join('');
  }

  /** As many copies of the repeated node as can have that length together. */
  private copies({ item, min, max }: Extract<PatternNode, { kind: 'repeat' }>, length: number): PatternNode[] {
    let together: ReadonlySet<number> = new Set([0]);
    for (let count = 0; count <= Math.min(max, min + LONGEST); count++) {
      if (count >= min && together.has(length)) return Array.from({ length: count }, () => item);
      together = sums(together, lengthsOf(item));
    }
    return [];
  }
}

const LIKELY = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.@+/');

type SetNode = Extract<PatternNode, { kind: 'set' }>;
const knownCharacters = new WeakMap<SetNode, readonly string[]>();

/** Some characters of a set, letters and digits first. */
function charactersOf(node: SetNode): readonly string[] {
  const characters = knownCharacters.get(node) ?? findCharacters(node);
  knownCharacters.set(node, characters);
  return characters;
}

function findCharacters({ ranges, negated }: SetNode): string[] {
  const inside = (character: string) => ranges.some(([from, to]) => isBetween(character.codePointAt(0) ?? 0, from, to));
  const first = negated ? ['\u00e9', '\u0416', '\t'] : ranges.map(([from]) => String.fromCodePoint(from));
  return [...new Set([...LIKELY, ...first, ' '])].filter((character) => inside(character) !== negated);
}

function isBetween(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

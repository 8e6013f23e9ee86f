import type { PatternNode, Range } from './syntax';

/** Larger counts are treated as unbounded, which for a backtracking engine they are. */
const MANY = 8;
/** A pattern with more characters, counts written out, is refused unread. */
const MAX_POSITIONS = 600;
/** Loops with more characters pass without the test of all pairs. */
const MAX_LOOP = 80;

/** A character of the pattern, and the characters that may follow it. */
interface Position {
  readonly ranges: readonly Range[];
  readonly follow: Set<number>;
}
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/**
 * Whether a backtracking engine may need exponential time: a loop can read the same text in two ways, as in `(a+)+`
 * or `(a|a)*`. `[a-z]+(-[a-z]+)*` is not such a pattern.
 *
 * The test is the one for exponential ambiguity of the position automaton (Weber and Seidl 1991): some position is
 * reached from itself over one word by two different ways. A step that two nested loops both offer counts as two ways.
 */
export function isExplosive(pattern: PatternNode): boolean {
  const automaton = new Automaton();
  automaton.add(pattern);
  if (automaton.loopsTwice || automaton.tooLarge) return true;
  return loopsOf(automaton.positions).some((loop) => loop.length <= MAX_LOOP && hasTwoWays(automaton.positions, loop));
}

class Automaton {
  readonly positions: Position[] = [];
  /** A loop offers a step that a loop inside it offers already. */
  loopsTwice = false;
  tooLarge = false;

  add(node: PatternNode): Part {
    this.tooLarge ||= this.positions.length > MAX_POSITIONS;
    if (this.tooLarge) return EMPTY;
    switch (node.kind) {
      case 'set': {
        this.positions.push({ ranges: node.negated ? complement(node.ranges) : node.ranges, follow: new Set() });
        const here = [this.positions.length - 1];
        return { nullable: false, first: here, last: here };
      }
      case 'choice': {
        const parts = node.options.map((option) => this.add(option));
        return {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
        };
      }
      case 'sequence':
        return node.items.map((item) => this.add(item)).reduce((left, right) => this.join(left, right), EMPTY);
      case 'repeat':
        return this.repeat(node);
    }
  }

  private repeat(node: Extract<PatternNode, { kind: 'repeat' }>): Part {
    if (node.max === 0) return EMPTY;
    if (node.max <= MANY) {
      const copies = Array.from({ length: node.max }, () => this.add(node.item));
      return copies.reduceRight<Part>((after, copy, index) => {
        const joined = this.join(copy, after);
        return index < node.min ? joined : { ...joined, nullable: true, first: joined.first };
      }, EMPTY);
    }
    const item = this.add(node.item);
    if (item.nullable) this.loopsTwice ||= item.first.length > 0;
    for (const last of item.last) for (const first of item.first) this.step(last, first, true);
    return { ...item, nullable: node.min === 0 || item.nullable };
  }

  private join(left: Part, right: Part): Part {
    for (const last of left.last) for (const first of right.first) this.step(last, first, false);
    return {
      nullable: left.nullable && right.nullable,
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
    };
  }

  private step(from: number, to: number, loop: boolean): void {
    const follow = this.positions[from]?.follow;
    if (loop && follow?.has(to) === true) this.loopsTwice = true;
    follow?.add(to);
  }
}

const EMPTY: Part = { nullable: true, first: [], last: [] };

/** The sets of positions that reach one another; a position without a way back to itself is in none. */
function loopsOf(positions: readonly Position[]): number[][] {
  const reach = positions.map((_, from) => reachable([from], (at) => [...(positions[at]?.follow ?? [])]));
  const loops: number[][] = [];
  const placed = new Set<number>();
  for (const [at, reached] of reach.entries()) {
    if (placed.has(at) || !reached.has(at)) continue;
    const loop = [...reached].filter((other) => reach[other]?.has(at) === true);
    for (const member of loop) placed.add(member);
    loops.push(loop);
  }
  return loops;
}

/** Two readers walk the loop side by side over the same text: do they part and meet again? */
function hasTwoWays(positions: readonly Position[], loop: readonly number[]): boolean {
  const inLoop = new Set(loop);
  const count = positions.length;
  const before = new Map<number, number[]>();
  const next = (pair: number): number[] => {
    const [a, b] = [positions[Math.floor(pair / count)], positions[pair % count]];
    const pairs: number[] = [];
    for (const x of a?.follow ?? []) {
      for (const y of b?.follow ?? []) {
        if (inLoop.has(x) && inLoop.has(y) && intersects(positions[x]?.ranges ?? [], positions[y]?.ranges ?? []))
          pairs.push(x * count + y);
      }
    }
    for (const to of pairs) before.set(to, [...(before.get(to) ?? []), pair]);
    return pairs;
  };
  const together = loop.map((at) => at * count + at);
  const parted = reachable(together, next);
  const meeting = reachable(together, (pair) => before.get(pair) ?? []);
  return [...parted].some((pair) => Math.floor(pair / count) !== pair % count && meeting.has(pair));
}

/** Everything that one or more steps lead to. */
function reachable(from: readonly number[], next: (at: number) => readonly number[]): Set<number> {
  const seen = new Set<number>();
  const expanded = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (expanded.has(at)) continue;
    expanded.add(at);
    for (const to of next(at)) {
      seen.add(to);
      if (!expanded.has(to)) open.push(to);
    }
  }
  return seen;
}

function complement(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const gaps: Range[] = [];
  let from = 0;
  for (const [low, high] of sorted) {
    if (low > from) gaps.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  if (from <= 0x10ffff) gaps.push([from, 0x10ffff]);
  return gaps;
}

function intersects(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some(([from, to]) => b.some(([low, high]) => from <= high && low <= to));
}

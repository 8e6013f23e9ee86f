/**
 * Choices taken from a tape of numbers. A shorter tape and smaller numbers give a simpler result, so that fast-check,
 * which shrinks the tape, shrinks the model; past the end every choice is the first one.
 */
export class Draw {
  private at = 0;

  constructor(private readonly tape: readonly number[]) {}

  /** 0 to `count` - 1. */
  below(count: number): number {
    return (this.tape[this.at++] ?? 0) % Math.max(1, count);
  }

  between(min: number, max: number): number {
    return min + this.below(max - min + 1);
  }

  /** True once in `often` times; never past the end of the tape. */
  chance(often: number): boolean {
    return this.below(often) === often - 1 && often > 1;
  }

  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T | undefined;
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** Some of the items in their order. */
  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.chance(2));
  }

  many<T>(min: number, max: number, make: (index: number) => T | undefined): T[] {
    const count = this.between(min, max);
    return Array.from({ length: count }, (_, index) => make(index)).filter((item): item is T => item !== undefined);
  }
}

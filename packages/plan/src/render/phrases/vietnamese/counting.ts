import { compose, type Markdown } from '../../markdown';

/** `3 bất biến`: a noun has one form. */
export function counted(count: number, noun: string): Markdown {
  return `${count} ${noun}` as Markdown;
}

/** `3 thao tác và 1 thực thể con`: what there is none of goes unmentioned. */
export function someOf(counts: readonly (readonly [count: number, noun: string])[]): Markdown {
  return listed(counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun)));
}

/** `a, b và c`. */
export function listed(parts: readonly Markdown[]): Markdown {
  if (parts.length < 2) return parts[0] ?? compose``;
  return `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}` as Markdown;
}

import { compose, type Markdown } from '../../markdown';

/** `1 invariant`, `3 invariants`. */
export function counted(count: number, one: string, many = `${one}s`): Markdown {
  return `${count} ${count === 1 ? one : many}` as Markdown;
}

/** `3 operations and 1 child entity`: what there is none of goes unmentioned. */
export function someOf(counts: readonly (readonly [count: number, one: string, many?: string])[]): Markdown {
  return listed(counts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many)));
}

/** `a, b and c`. */
export function listed(parts: readonly Markdown[]): Markdown {
  if (parts.length < 2) return parts[0] ?? compose``;
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` as Markdown;
}

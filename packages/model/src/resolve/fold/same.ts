import type { Constraint } from '../../declaration';

/**
 * Whether two declarations say the same: places, plans and the order of constraints aside. A description that the later
 * one leaves out is no difference.
 */
export function saysTheSame(earlier: object, later: object): boolean {
  const described = 'description' in later;
  return canonical(earlier, described) === canonical(later, described);
}

function canonical(value: object, described: boolean): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'span' || key === 'plan' || (key === 'description' && !described)) return undefined;
    if (key === 'constraints' && Array.isArray(inner))
      return (inner as Constraint[]).toSorted((a, b) => a.kind.localeCompare(b.kind, 'en'));
    return inner;
  });
}

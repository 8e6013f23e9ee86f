import { snakeCase } from '@planner/model';
import type { ConstraintSample } from '../../types';

/** `Order.tags[0].max`; of a key that is wrong only the rule is known. */
export function codeOf(owner: string, field: string, { path, rule }: Pick<ConstraintSample, 'path' | 'rule'>): string {
  if (path.includes('*')) return rule;
  const inner = path === '' || path.startsWith('[') ? path : `.${path}`;
  return [owner, `${snakeCase(field)}${inner}`, rule].filter((part) => part !== '').join('.');
}

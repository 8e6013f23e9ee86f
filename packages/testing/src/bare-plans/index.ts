import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A plan in the seed's template without a model block, as a person would write it. */
export interface BarePlanFile {
  /** `35-101-place-order-plan.md`. */
  readonly name: string;
  readonly text: string;
}

/** Ten bare plans, each of which departs from the template in its own way. */
export function barePlans(): BarePlanFile[] {
  const folder = join(__dirname, '..', '..', 'src', 'bare-plans');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

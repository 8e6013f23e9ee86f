import { stringLiteral } from '@planner/target';

/** Text inside a template literal of the tag `sql`. */
export function sqlTemplate(text: string): string {
  return `sql\`${text.replace(/[\\`]|\$\{/g, (found) => `\\${found}`)}\``;
}

export function names(list: readonly string[]): string {
  return `[${list.map(stringLiteral).join(', ')}]`;
}

/** A chain of calls that ends in a promise. */
export function chained(start: string, calls: readonly string[]): string {
  return ['await db.schema', `  .${start}`, ...calls.map((call) => `  .${call}`), '  .execute();'].join('\n');
}

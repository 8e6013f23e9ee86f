import { commentLines } from '@planner/target';

/** `// TODO(35-001): text` on as many lines as the text has. */
export function todoComment(plan: string, text: string, indent = '  '): string {
  const [first = '', ...rest] = commentLines(text);
  return [`TODO(${plan}): ${first}`, ...rest].map((line) => `${indent}// ${line}`.trimEnd()).join('\n');
}

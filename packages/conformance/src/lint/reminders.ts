import type { Plan } from '@planner/plan';
import type { Finding } from '../finding';
import { Lines } from '../lines';

/** The sections that must show which variables a service reads. */
const SECTIONS = ['database', 'envDocumentation'] as const;

/** A line of a `.env`: `DATABASE_URL=…`. */
const VARIABLE = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*\s*=/;

/** A section that tells a developer what belongs into `.env`, without a block that says it. */
export function missingEnvironmentBlocks(plan: Plan, text: string): Finding[] {
  const lines = new Lines(text);
  return SECTIONS.flatMap((key) => {
    const section = plan.sections.find((each) => each.key === key);
    // A section that is missing as a whole is reported already.
    if (
      section === undefined ||
      plan.fences.some((fence) => isIn(fence.span.start.line, section) && holdsVariable(fence, lines))
    )
      return [];
    return [
      {
        rule: 'plan/no-env-block',
        severity: 'warning',
        message: `"${section.title}" shows no variable of .env.`,
        hint: 'Add a fenced block with one line a variable, placeholders as values: "DATABASE_URL=postgresql://user:password@host:5432/orders".',
        span: section.span,
      } satisfies Finding,
    ];
  });
}

function isIn(line: number, { span, lastLine }: Plan['sections'][number]): boolean {
  return line > span.start.line && line <= lastLine;
}

function holdsVariable({ span, lastLine }: Plan['fences'][number], lines: Lines): boolean {
  for (let line = span.start.line + 1; line < lastLine; line += 1) if (VARIABLE.test(lines.line(line))) return true;
  return false;
}

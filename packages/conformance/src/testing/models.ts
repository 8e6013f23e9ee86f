import type { ContextModel } from '@planner/model';
import { parsePlan, type Plan } from '@planner/plan';
import { resolveContexts } from '../lint/contexts';
import type { Finding } from '../finding';
import { readSettings } from '../settings';

/** A plan that holds a model block and nothing else. */
export function planOf(block: string, file = 'docs/plan/35-001-orders-plan.md'): Plan {
  return parsePlan(`## Domain Model\n\n\`\`\`yaml planner\n${block.trim()}\n\`\`\`\n`, file);
}

/** The model of one block; a block with errors is a mistake in the test. */
export function modelOf(block: string): ContextModel {
  const plan = planOf(block);
  const { models, diagnostics } = resolveContexts([plan], { language: 'typescript', database: 'postgresql' });
  const errors = [...plan.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error');
  const [model] = models;
  if (model === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return model;
}

/** `rule line:column message` of each finding. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, span, message }) => `${rule} ${span.start.line}:${span.start.column} ${message}`);
}

export const USUAL = readSettings().settings;

/** A finding for tests of what happens to findings. */
export function finding(line: number, extra: Partial<Finding> = {}): Finding {
  const span = { file: 'src/a.ts', start: { line, column: 3 }, end: { line, column: 6 } };
  return {
    rule: 'ddd/anemic-aggregate',
    severity: 'warning',
    message: 'Something is wrong.',
    hint: 'Mend it.',
    span,
    ...extra,
  };
}

import { resolveContext, type ContextModel } from '@planner/model';
import { readModelBlock } from '../model-block';
import type { PlanInput } from '../render';

/** The model of a block's text; fails the test where the text is wrong. */
export function modelOf(text: string): ContextModel {
  const { declaration, diagnostics } = readModelBlock(text, { file: 'model.yaml', line: 1, column: 1, plan: '35-001' });
  const resolved = declaration && resolveContext([declaration]);
  if (!resolved?.model)
    throw new Error([...diagnostics, ...(resolved?.diagnostics ?? [])].map((each) => each.message).join('\n'));
  return resolved.model;
}

/** An input with the usual parts; the test says what it is about. */
export function planInput(parts: Partial<PlanInput> = {}): PlanInput {
  return {
    title: 'Order tracking',
    file: 'docs/plan/35-001-order-tracking-plan.md',
    created: '2026-08-24',
    locale: 'en',
    context: parts.model?.context ?? 'broker',
    language: parts.model?.language ?? 'typescript',
    database: parts.model?.database ?? 'postgresql',
    filesByPhase: new Map(
      [1, 2, 3, 4, 5, 6].map((phase) => [phase, [`src/phase-${phase}/a.ts`, `src/phase-${phase}/b.ts`]]),
    ),
    workspace: { contexts: [], plans: [], clashes: [] },
    ...parts,
  };
}

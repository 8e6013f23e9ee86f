import type { ModelDeclaration } from '@planner/model';
import { followEarlier, type Plan } from '@planner/plan';

/**
 * What the plans of one context declare, one after the other: model blocks as they are written, inferred models as far as they
 * add to what came before.
 *
 * @param plans oldest first
 */
export function declarationsOf(plans: readonly Plan[]): ModelDeclaration[] {
  const declarations: ModelDeclaration[] = [];
  for (const { declaration, modelBlock } of plans) {
    if (declaration === undefined) continue;
    declarations.push(modelBlock === undefined ? followEarlier(declaration, declarations) : declaration);
  }
  return declarations;
}

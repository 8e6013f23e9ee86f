import { resolveContext } from '@planner/model';
import type { ContextModel, ModelDeclaration } from '@planner/model';

/** Something added to or taken from a declaration; undefined where there is nothing to change. */
export type Change = (before: ModelDeclaration, model: ContextModel) => ModelDeclaration | undefined;

/**
 * Applies one change after the other, and takes back each that leaves an error in the model: what fits is the resolver's
 * word, so that a generator need not know every rule.
 *
 * @param earlier plans that the declaration comes after
 */
export function tryChanges(
  declaration: ModelDeclaration,
  changes: readonly Change[],
  earlier: readonly ModelDeclaration[] = [],
): ModelDeclaration {
  let model = modelOf([...earlier, declaration]);
  return changes.reduce((before, change) => {
    if (model === undefined) return before;
    const after = change(before, model);
    const changed = after === undefined ? undefined : modelOf([...earlier, after]);
    if (after === undefined || changed === undefined) return before;
    model = changed;
    return after;
  }, declaration);
}

function modelOf(declarations: readonly ModelDeclaration[]): ContextModel | undefined {
  return resolveContext(declarations).model;
}

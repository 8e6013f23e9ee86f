import type { TextContext } from '@planner/target';

export const OTHER: TextContext = { kind: 'other' };
export const COMPARISON: TextContext = { kind: 'comparison' };

export function named(name: string | undefined): TextContext {
  return name === undefined ? OTHER : { kind: 'assignment', name };
}

/** Where a text stands that counts for want of the variable that was asked for, if one was. */
export function defaultOf(asked: { readonly variable: string } | undefined, context: TextContext): TextContext {
  return asked === undefined ? context : { kind: 'environmentDefault', variable: asked.variable };
}

/** The names around an object literal that stands in a context. */
export function namesAround(context: TextContext): readonly string[] {
  switch (context.kind) {
    case 'assignment':
    case 'parameterDefault':
      return [context.name];
    case 'property':
      return [...context.object, context.name];
    case 'argument':
      return context.callee === '' ? [] : [context.callee];
    default:
      return [];
  }
}

import type { Place } from './place';

/** A constant piece of a text, or a place that is filled in at run time. */
export type TextPart = { readonly text: string } | TextHole;

export interface TextHole {
  /** `environment`: an environment look-up, `name` is the variable. `expression`: anything else, `name` as written if it is a dotted name. */
  readonly hole: 'environment' | 'expression';
  readonly name?: string;
}

/**
 * Where a text stands. Parentheses, casts, `await`, conditional branches, arrays and tuples are looked through, so that
 * `const hosts = [a ? 'x' : 'y'] as const` is an assignment to `hosts`. So are calls that give back what they are given in another form
 * (`Buffer.from('x', 'base64').toString()`, `"x".encode()`), and functions: what they return stands where they stand.
 */
export type TextContext =
  /** `const`, `let`, an attribute, `self.x`, a class field, a member of an enum, a function that returns it; `name` is the last name on the left. */
  | { readonly kind: 'assignment'; readonly name: string }
  /** `{ password: 'x' }`, `{'password': 'x'}`, an attribute of JSX; `object` are the names around it, outermost first, a callee included. */
  | { readonly kind: 'property'; readonly name: string; readonly object: readonly string[] }
  /** `callee` as written: `sqlalchemy.create_engine`, `new Client` gives `Client`. */
  | { readonly kind: 'argument'; readonly callee: string; readonly index: number }
  | { readonly kind: 'keyword'; readonly callee: string; readonly name: string }
  /**
   * What counts where a variable is not set: `os.getenv("X", "d")`, `process.env.X ?? 'd'`, `z.string().default('d')` under the key X,
   * a field of a settings class. `variable` is the name in the environment.
   */
  | { readonly kind: 'environmentDefault'; readonly variable: string }
  | { readonly kind: 'parameterDefault'; readonly name: string }
  /** Documentation: a docstring. */
  | { readonly kind: 'documentation' }
  | { readonly kind: 'comparison' | 'other' };

/**
 * One string expression: a literal, a template, an f-string, a concatenation, a simple `%` or `format`, a `join` of a list, a `replace` of a
 * constant by another. Its pieces are not reported again.
 */
export interface TextFact {
  /** In order, escapes decoded; two constant pieces never stand side by side. Empty for the empty text. */
  readonly parts: readonly TextPart[];
  readonly context: TextContext;
  readonly at: Place;
}

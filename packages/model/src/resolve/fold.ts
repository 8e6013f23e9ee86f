import type { ModelDeclaration } from '../declaration';
import type { Problems } from './problems';

/** Many plans of one context as one declaration. */
export function foldDeclarations(_problems: Problems, declarations: readonly ModelDeclaration[]): ModelDeclaration | undefined {
  return declarations[0];
}

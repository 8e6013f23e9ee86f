import type { ContextModel, Element, SourceSpan } from '@planner/model';
import type { Finding } from '../finding';
import type { RuleOptions } from '../rules';

/** A check on one resolved model. */
export type ModelCheck = (model: ContextModel, options: RuleOptions) => Finding[];

/** A warning at the name of an element. An element without a place (read back from `planner.json`) has nothing to point at. */
export function warning(
  rule: string,
  element: Pick<Element, 'name' | 'span'>,
  message: string,
  hint: string,
): Finding[] {
  const span = nameSpan(element);
  return span === undefined ? [] : [{ rule, severity: 'warning', message, hint, span }];
}

/** The name that the entry of an element begins with: an entry may be many lines long. */
function nameSpan({ name, span }: Pick<Element, 'name' | 'span'>): SourceSpan | undefined {
  if (span === undefined) return undefined;
  const { file, start, end } = span;
  const behind = start.column + name.length;
  return {
    file,
    start,
    end: { line: start.line, column: end.line === start.line ? Math.min(behind, end.column) : behind },
  };
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

export function numberOf(options: RuleOptions, name: string): number {
  const value = options[name];
  if (typeof value !== 'number') throw new Error(`the rule has no number "${name}"`);
  return value;
}

export function textsOf(options: RuleOptions, name: string): readonly string[] {
  const value = options[name];
  if (!Array.isArray(value)) throw new Error(`the rule has no list "${name}"`);
  return value as readonly string[];
}

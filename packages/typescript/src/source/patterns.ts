import type { ImportedName, Place } from '@planner/target';
import type { Node } from 'oxc-parser';
import { assignedName, bare, dottedName, keyName } from './syntax';

/** The names that a pattern takes out of a module; undefined where it takes what nobody can tell. */
export function namesOfPattern(properties: readonly Node[]): readonly ImportedName[] | undefined {
  const names: ImportedName[] = [];
  for (const property of properties) {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
    if (property.type !== 'Property' || name === undefined) return undefined;
    names.push({ name, local: assignedName(property.value) ?? name, at: placeOf(property.key) });
  }
  return names;
}

/** Whether an expression is a module that is loaded here: `require('…')`, `(await import('…'))`. */
export function isLoading(node: Node): boolean {
  const inner = bare(node);
  return (
    inner.type === 'ImportExpression' || (inner.type === 'CallExpression' && dottedName(inner.callee) === 'require')
  );
}

export function jsxName(node: Node): string {
  return node.type === 'JSXIdentifier' ? node.name : '';
}

export function placeOf({ start, end }: { readonly start: number; readonly end: number }): Place {
  return { start, end };
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

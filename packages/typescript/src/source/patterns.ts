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

/** What an assignment gives to which name: `[a, b] = [1, 2]` gives each its own. */
export function givenTo(target: Node, value: Node): readonly (readonly [name: string | undefined, value: Node])[] {
  const list = bare(value);
  if (target.type !== 'ArrayPattern' || list.type !== 'ArrayExpression') return [[assignedName(target), value]];
  return list.elements.flatMap((element, index) => {
    const name = target.elements[index];
    return element === null ? [] : [[name ? assignedName(name) : undefined, element] as const];
  });
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

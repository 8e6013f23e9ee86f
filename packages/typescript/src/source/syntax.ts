import type { Node } from 'oxc-parser';

/** Looks through what does not change a value: parentheses, casts, `await`, `!`, optional chains. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        inner = inner.expression;
        break;
      case 'AwaitExpression':
        inner = inner.argument;
        break;
      default:
        return inner;
    }
  }
}

/** A text that is constant: a literal, or a template without holes. */
export function constantText(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis.map(cooked).join('');
  return undefined;
}

export function cooked(element: { readonly value: { readonly raw: string; readonly cooked?: string | null } }): string {
  return element.value.cooked ?? element.value.raw;
}

/** The name of a key or of a member that is asked for; undefined where it is computed at run time. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (!computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return constantText(key);
}

/** A name as it is written: `process.env`, `this.password`, `z.string().min` as `z.string.min`. Undefined for anything else. */
export function dottedName(node: Node): string | undefined {
  const names: string[] = [];
  let inner: Node = node;
  for (;;) {
    switch (inner.type) {
      case 'Identifier':
        return [inner.name, ...names.reverse()].join('.');
      case 'ThisExpression':
        return ['this', ...names.reverse()].join('.');
      case 'Super':
        return ['super', ...names.reverse()].join('.');
      case 'MetaProperty':
        return ['import', 'meta', ...names.reverse()].join('.');
      case 'MemberExpression': {
        const name = keyName(inner.property, inner.computed);
        if (name === undefined) return undefined;
        names.push(name);
        inner = inner.object;
        break;
      }
      case 'CallExpression':
      case 'NewExpression':
        inner = inner.callee;
        break;
      case 'TSNonNullExpression':
      case 'ChainExpression':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        inner = inner.expression;
        break;
      default:
        return undefined;
    }
  }
}

/** The last name of what is assigned to: `x`, `this.x`, `a['x']`. */
export function assignedName(node: Node): string | undefined {
  if (node.type === 'MemberExpression') return keyName(node.property, node.computed);
  return node.type === 'Identifier' ? node.name : undefined;
}

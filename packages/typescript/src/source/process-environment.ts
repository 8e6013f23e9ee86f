import type { ImportDeclaration, Node } from 'oxc-parser';
import { bare, constantText, dottedName, keyName } from './syntax';

const ROOTS = new Set(['process.env', 'globalThis.process.env', 'import.meta.env', 'Bun.env']);
/** `configService.get('X')` of NestJS, `env.get('X')` of env-var, `Deno.env.get('X')`. */
const LOOK_UPS = /(?:^|\.)(?:config|configService|env)\.(?:get|getOrThrow)$/i;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

export interface LookUp {
  readonly variable: string;
  /** The name of the variable, in the source. */
  readonly at: Node;
}

/** Tells the environment of the process from anything else, under the names that a file gives it. */
export class ProcessEnvironment {
  private readonly aliases = new Map<string, number>();

  /** From here on, the name stands for the environment. */
  alias(name: string): void {
    this.aliases.set(name, (this.aliases.get(name) ?? 0) + 1);
  }

  /** `import { env } from 'node:process'`. */
  imported({ source, specifiers }: ImportDeclaration): void {
    if (source.value !== 'process' && source.value !== 'node:process') return;
    for (const each of specifiers)
      if (each.type === 'ImportSpecifier' && keyName(each.imported, false) === 'env') this.alias(each.local.name);
  }

  /** The name goes out of scope. */
  drop(name: string): void {
    const left = (this.aliases.get(name) ?? 0) - 1;
    if (left > 0) this.aliases.set(name, left);
    else this.aliases.delete(name);
  }

  /** Whether an expression is the environment itself. */
  is(node: Node): boolean {
    const inner = bare(node);
    if (inner.type === 'Identifier') return this.aliases.has(inner.name);
    if (inner.type !== 'MemberExpression') return false;
    return keyName(inner.property, inner.computed) === 'env' && ROOTS.has(dottedName(inner) ?? '');
  }

  /** The variable that an expression reads, if it does just that. */
  lookUp(node: Node): LookUp | undefined {
    const inner = bare(node);
    if (inner.type === 'MemberExpression') {
      const variable = keyName(inner.property, inner.computed);
      return variable !== undefined && this.is(inner.object) ? { variable, at: inner.property } : undefined;
    }
    if (inner.type !== 'CallExpression') return undefined;
    const [first] = inner.arguments;
    const variable = constantText(first);
    if (first === undefined || variable === undefined || !VARIABLE.test(variable)) return undefined;
    return LOOK_UPS.test(dottedName(inner.callee) ?? '') ? { variable, at: first } : undefined;
  }
}

export function isVariableName(name: string): boolean {
  return VARIABLE.test(name);
}

import type { EnvironmentRead } from '@planner/target';
import type { Node } from 'oxc-parser';
import { bare, constantText, keyName } from './syntax';

/** Calls whose object literals name environment variables: zod, valibot, envalid, t3-env; in files that are about the environment. */
const SCHEMA = /(?:^|\.)(?:object|strictObject|looseObject|extend|cleanEnv|parseEnv)$/;
/** Methods that let a variable be left out. */
const OPTIONAL = new Set(['default', 'prefault', 'catch', 'optional', 'nullish', 'nullable']);

export function isSchema(callee: string): boolean {
  return SCHEMA.test(callee);
}

/** What the description of a variable says: `z.string().default('d')`. */
export function schemaVariable(variable: string, description: Node): Omit<EnvironmentRead, 'at'> {
  let optional = false;
  let fallback: string | undefined;
  let inner = bare(description);
  while (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression') {
    const method = keyName(inner.callee.property, inner.callee.computed) ?? '';
    if (OPTIONAL.has(method)) optional = true;
    if (method === 'default' || method === 'prefault') fallback ??= constantText(inner.arguments[0]);
    inner = bare(inner.callee.object);
  }
  return { variable, kind: 'declared', member: variable, optional, ...(fallback === undefined ? {} : { fallback }) };
}

import type { MemberExpression, Node } from 'oxc-parser';
import { keyName } from './syntax';

/** Calls that a value passes through: what they are given is what they give back. */
const TRANSPARENT = new Set(['Object.freeze', 'String', 'Object.seal']);

/** Calls that give back what they are given in another form: encoded, decoded, wrapped so that no log shows it. */
export const PASSES_TEXT_ON =
  /^(?:Buffer\.from|atob|btoa|encodeURI(?:Component)?|decodeURI(?:Component)?|(?:\w+\.)?(?:Secret|SecretString|Sensitive|Redacted|Redacted\.make))$/;
/** Methods that do so with what they are called on. */
const PASSING_METHODS = new Set(['toString', 'trim', 'normalize', 'valueOf']);

/** Whether a call gives back what this argument of it is. */
export function isPassedOn(callee: string, index: number): boolean {
  return TRANSPARENT.has(callee) || (index === 0 && PASSES_TEXT_ON.test(callee));
}

/** Whether a method gives back what it is called on: `Buffer.from('…').toString()`. */
export function isPassingMethod(callee: Node): callee is MemberExpression {
  return callee.type === 'MemberExpression' && PASSING_METHODS.has(keyName(callee.property, callee.computed) ?? '');
}

/** A module that a test replaces is not taken in. */
export const MOCKING = /^(?:jest|vi|vitest)\.(?:mock|doMock|unmock|dontMock|doUnmock|setMock)$/;

/** Calls that load a module, or look for it, by its name. */
export const LOADING = new Set(['require', 'require.resolve', 'import.meta.resolve']);

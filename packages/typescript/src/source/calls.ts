import type { Node } from 'oxc-parser';
import { bare, keyName } from './syntax';

/** Calls that a value passes through: what they are given is what they give back. */
const TRANSPARENT = new Set(['Object.freeze', 'String', 'Object.seal']);

/** Calls that give back what they are given in another form: encoded, decoded, wrapped so that no log shows it. */
export const PASSES_TEXT_ON =
  /^(?:Buffer\.from|Promise\.resolve|atob|btoa|encodeURI(?:Component)?|decodeURI(?:Component)?|(?:\w+\.)?(?:Secret|SecretString|Sensitive|Redacted|Redacted\.make))$/;
/** Methods that do so with what they are called on. */
const PASSING_METHODS = new Set(['toString', 'trim', 'normalize', 'valueOf']);

/** Whether a call gives back what this argument of it is. */
export function isPassedOn(callee: string, index: number): boolean {
  return TRANSPARENT.has(callee) || (index === 0 && PASSES_TEXT_ON.test(callee));
}

/** What a call gives back besides its arguments: the text that a method is called on, `Buffer.from('…').toString()`; what a function returns that is called where it is written. */
export function passedOnBy(callee: Node): Node | undefined {
  const called = bare(callee);
  if (called.type === 'MemberExpression')
    return PASSING_METHODS.has(keyName(called.property, called.computed) ?? '') ? called.object : undefined;
  return called.type === 'ArrowFunctionExpression' || called.type === 'FunctionExpression' ? called : undefined;
}

/** A module that a test replaces is not taken in. */
export const MOCKING = /^(?:jest|vi|vitest)\.(?:mock|doMock|unmock|dontMock|doUnmock|setMock)$/;

/** Calls that load a module, or look for it, by its name. */
export const LOADING = new Set(['require', 'require.resolve', 'import.meta.resolve']);

/** Calls that give back what they are given in another form: encoded, decoded, wrapped so that no log shows it. */
const PASSES_TEXT_ON =
  /^(?:str|bytes|(?:base64\.)?(?:url_?safe_)?b64(?:de|en)code|(?:urllib\.parse\.|parse\.)?(?:un)?quote(?:_plus)?|(?:\w+\.)?(?:Secret|SecretString|Sensitive|Redacted))$/;

/** Methods that do so with what they are called on. */
const PASSING_METHODS = new Set(['encode', 'decode', 'strip', 'lstrip', 'rstrip', 'hex']);

/** Whether a call gives back what its first argument is. */
export function passesOn(callee: string): boolean {
  return PASSES_TEXT_ON.test(callee);
}

/** Whether a method gives back what it is called on: `base64.b64decode("…").decode()`. */
export function isPassingMethod(name: string): boolean {
  return PASSING_METHODS.has(name);
}

export { matchesPattern } from './pattern';
export { parsePattern } from './pattern/syntax';
export type { PatternNode } from './pattern/syntax';
export { LANGUAGES, resolveContext } from './resolve-context';
export type { ResolveOptions } from './resolve-context';
export type { KnownContext } from './scope';

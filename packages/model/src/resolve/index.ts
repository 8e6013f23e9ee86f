export { matchesPattern } from './pattern';
export { LANGUAGES, resolveContext } from './resolve-context';
export type { ResolveOptions } from './resolve-context';
export type { KnownContext } from './scope';

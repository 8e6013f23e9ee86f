export { applyFixes, isSecretFile } from './apply-fixes';
export type { Fixed } from './apply-fixes';

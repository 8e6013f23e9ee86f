export { suppress } from './suppress';
export type { KnownRules, SuppressedFinding, SuppressingFile, Suppression } from './suppress';

export * from './check-credentials';
export type { BlockReader } from './formats/markdown';

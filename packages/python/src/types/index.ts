export * from './create-samples';
export * from './create-types';
export { tuple } from './collection-samples';
export * from './samples';
export * from './types';
export { identityParser } from './identities';

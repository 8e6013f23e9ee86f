export * from './create-samples';
export * from './create-types';
export * from './samples';
export * from './types';
export { identityParser } from './identities';

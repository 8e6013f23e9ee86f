export * from './create-types';
export * from './types';
export { identityParser } from './identities';

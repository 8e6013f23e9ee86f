export * from './create-types';
export * from './types';

export * from './foreign-references';
export * from './model-identities';

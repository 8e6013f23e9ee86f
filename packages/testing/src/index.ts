export * from './context-model-of';
export * from './fixtures';

export * from './context-model-of';

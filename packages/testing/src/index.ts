export * from './arbitrary';
export * from './context-model-of';
export * from './fixtures';
export * from './types-named';
export * from './bare-plans';

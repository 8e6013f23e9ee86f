export * from './model-block';
export * from './naming';

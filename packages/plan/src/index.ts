export * from './model-block';
export * from './naming';
export * from './locale';
export * from './parse';
export * from './plan';
export * from './edit';
export * from './progress';
export * from './render';

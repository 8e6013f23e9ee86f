export * from './context-model';
export * from './naming';
export * from './source';

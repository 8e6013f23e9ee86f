export * from './context-model';
export * from './source';

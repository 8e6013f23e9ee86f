export * from './context-model';
export * from './declaration';
export * from './naming';
export * from './source';
export * from './suggest';

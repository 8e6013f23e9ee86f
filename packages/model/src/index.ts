export * from './context-model';
export * from './declaration';
export * from './naming';
export * from './resolve';
export * from './source';
export * from './suggest';

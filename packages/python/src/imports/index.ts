export * from './exported';
export * from './import-set';

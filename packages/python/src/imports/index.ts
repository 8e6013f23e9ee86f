export * from './import-set';
export * from './module-of';
export { withoutUnused } from './unused';

export * from './import-set';
export { withoutUnused } from './unused';

export * from './exported';
export * from './import-set';
export { withoutUnused } from './unused';

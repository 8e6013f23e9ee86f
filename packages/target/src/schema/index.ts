export { schemaModel } from './build-schema';
export { initialText } from './initial-values';
export * from './inverse-steps';
export * from './issued-migration';
export { issuedTables } from './issued-tables';
export * from './plan-migrations';
export * as postgresql from './postgresql';
export * from './schema-model';

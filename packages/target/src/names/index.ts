export * from './exported';
export * from './registry';
export * from './rule-errors';

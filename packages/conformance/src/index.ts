export * from './check';
export * from './finding';
export * from './lines';
export * from './rules';
export * from './settings';
export * from './verify';

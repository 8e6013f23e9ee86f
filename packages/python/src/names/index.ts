export * from './create-names';
export * from './identifiers';
export * from './names';

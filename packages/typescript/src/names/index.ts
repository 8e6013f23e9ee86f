export * from './bindings';
export * from './create-names';
export * from './names';
export * from './reserved';

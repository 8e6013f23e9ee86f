export * from './code-element';
export * from './code-elements';

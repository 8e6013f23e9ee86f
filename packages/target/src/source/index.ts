export * from './declarations';
export * from './environment';
export * from './facts';
export * from './imports';
export * from './place';
export * from './reader';
export * from './resolution';
export * from './texts';

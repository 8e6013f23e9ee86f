export * from './children';
export * from './look-ups';
export * from './members';

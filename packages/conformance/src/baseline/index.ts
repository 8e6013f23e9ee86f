export * from './baseline';
export * from './fingerprint';

export * from './adapter-variables';
export * from './example-variables';

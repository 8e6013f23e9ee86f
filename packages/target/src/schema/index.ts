export * from './issued-migration';
